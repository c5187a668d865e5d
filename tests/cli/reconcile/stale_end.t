# A branch that was merged half-way and goes on at home: the old end of it here is not its end.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && for n in 1 2 3; do claudestep task add auth --description "Task number $n" -q; done
$ git checkout -q -b b && sh ../commit one 1 'Half of it' && git checkout -q main && claudestep pr open auth --task 1 --pr 1 --branch b --created-at 2025-12-31T00:00:00Z -q && git merge -q --no-ff -m 'Take what is there' b
$ git init -q --bare ../home.git && git remote add origin ../home.git && git checkout -q -b on b && sh ../commit one 2 'The rest of it' && git push -q origin on:b main && git checkout -q main && git branch -qD on && git fetch -q
$ claudestep reconcile
nothing to do: the records are as 'main' has them

# Begun again at home, the end here is of no use either; what is here and not yet there counts beside it.
$ git checkout -q -b again main~1 && sh ../commit other 1 'Begun again' && git push -q -f origin again:b && git checkout -q main && git branch -qD again && git fetch -q
$ claudestep reconcile
nothing to do: the records are as 'main' has them
$ git branch -q -f b origin/b && git checkout -q b && sh ../commit other 2 'Not pushed' && git checkout -q main && git merge -q --squash b >/dev/null 2>&1 && git commit -q -m 'All of it'
$ claudestep reconcile
[501f4b1] auth: merge #1
