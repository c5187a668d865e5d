# What is no project name is refused before anything is written.
$ git init -q --bare repo.git && cd repo.git
$ claudestep init >out && git rev-parse claudestep-metadata >tip
$ for name in a/b .. . '' -x .hidden name.json name.lock 'a b' 'ü' "$(printf 'a\nb')"; do
>   claudestep project create -- "$name" >out 2>err
>   test $? -eq 2 || echo "'$name' was not refused"
> done
$ claudestep project create "$(printf '%0101d' 0)" >out 2>err
[2]
$ git rev-parse claudestep-metadata | cmp - tip
$ claudestep project create "$(printf '%0100d' 0)" >out
$ claudestep project create Auth_1.x-y >out
# Names may not differ by letter case alone.
$ claudestep project create auth_1.x-y >out 2>err
[4]
