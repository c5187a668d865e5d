# A branch used again, its end here still the old one: the merge before is not the new request's.
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && for n in 1 2; do claudestep task add auth --description "Task number $n" -q; done
$ git checkout -q -b b && echo 1 >one && git add one && git commit -q -m work && git checkout -q main && GIT_COMMITTER_DATE=2026-02-01T07:00:00Z git merge -q --no-ff -m 'Merge b' b
$ claudestep pr open auth --task 1 --pr 1 --branch b --created-at 2026-02-01T06:00:00Z -q && claudestep pr merge auth --pr 1 --merge-commit $(git rev-parse HEAD) -q && claudestep pr open auth --task 2 --pr 3 --branch b --created-at 2026-02-01T11:00:00Z -q
$ claudestep reconcile
nothing to do: the records are as 'main' has them
