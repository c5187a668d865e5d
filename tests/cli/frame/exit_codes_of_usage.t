# What is wrong with the command line itself is exit 2, and nothing goes to stdout.
$ git init -q --bare repo.git && cd repo.git && claudestep project create auth >out
$ claudestep nosuchcommand 2>err
[2]
$ claudestep stats --nosuchoption 2>err
[2]
$ claudestep pr open auth --task 1 --branch work 2>err
[2]
$ claudestep pr open auth --task 1 --pr none --branch work 2>err
[2]
$ claudestep project create 2>err
[2]
$ claudestep show nosuchproject 2>err
[3]
$ claudestep pr close auth --pr 42 2>err
[3]
$ claudestep --version >out && claudestep --help >out
