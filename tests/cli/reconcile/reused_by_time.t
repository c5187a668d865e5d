# One branch, used three times and merged by hand each time: without heads of their own, each request
# is judged by what its branch brought to the base before the next one was opened. As the merges do not
# name it and it went on, that is no proof.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && for n in 1 2 3; do claudestep task add auth --description "Task number $n" -q; done
$ git checkout -q -b b && sh ../commit one 1 'First use' && git checkout -q main && GIT_COMMITTER_DATE=2026-02-01T07:00:00Z git merge -q --no-ff -m 'Take it' b
$ git checkout -q b && sh ../commit two 1 'Second use' && git checkout -q main && GIT_COMMITTER_DATE=2026-02-02T07:00:00Z git merge -q --no-ff -m 'Take more' b
$ git checkout -q b && sh ../commit three 1 'Third use, not merged' && git checkout -q main
$ for n in 1 2 3; do claudestep pr open auth --task $n --pr $n --branch b --created-at 2026-02-0${n}T06:00:00Z -q; done && claudestep pr merge auth --pr 1 --at-time 2026-02-01T07:00:00Z -q
$ claudestep reconcile
nothing to do: nothing is proved that is not recorded
likely, and not recorded (--likely records them):
  PR  PROJECT  FROM  TO      RULE      COMMIT   MERGED
  #2  auth     open  merged  ancestor  7d83fbe  2026-02-02

# One that was opened and closed between has nothing to itself.
$ claudestep pr open auth --task 1 --pr 4 --branch b --created-at 2026-02-01T06:30:00Z -q && claudestep pr close auth --pr 4 --at-time 2026-02-01T06:40:00Z -q
! warning: task 1 of 'auth' is already completed
$ claudestep reconcile
nothing to do: nothing is proved that is not recorded
likely, and not recorded (--likely records them):
  PR  PROJECT  FROM  TO      RULE      COMMIT   MERGED
  #2  auth     open  merged  ancestor  7d83fbe  2026-02-02
