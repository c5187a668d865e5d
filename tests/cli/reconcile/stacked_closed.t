# Closed, and its commits were merged with those of the one that was stacked upon it.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && for n in 1 2 3; do claudestep task add auth --description "Task number $n" -q; done
$ for way in merge rebase; do git checkout -q -b $way-below main && sh ../commit $way-1 1 "Below, $way" && git checkout -q -b $way-above && sh ../commit $way-2 1 "Above, $way"; done; git checkout -q main && sh ../commit other 1 'Work of others'
$ open() { claudestep pr open auth --task $1 --pr $1 --branch $2 --created-at 2025-12-31T00:00:00Z -q; }; open 1 merge-below; open 2 merge-above; open 3 rebase-below; claudestep task add auth --description 'Task number 4' -q; open 4 rebase-above; for n in 1 3; do claudestep pr close auth --pr $n -q; done
$ git merge -q --no-ff -m 'Merge pull request #2 from acme/merge-above' merge-above && git cherry-pick rebase-below rebase-above >/dev/null
$ claudestep reconcile --check
proved, and not recorded:
  PR  PROJECT  FROM  TO      RULE          COMMIT   MERGED
  #2  auth     open  merged  merge-commit  cb36381  2026-01-01
  #4  auth     open  merged  patch         1b816b2  2026-01-01
likely, and not recorded (--likely records them):
  PR  PROJECT  FROM    TO      RULE      COMMIT   MERGED
  #1  auth     closed  merged  ancestor  cb36381  2026-01-01
  #3  auth     closed  merged  patch     5bd0b8d  2026-01-01
[1]
$ claudestep reconcile -q && claudestep reconcile
nothing to do: nothing is proved that is not recorded
likely, and not recorded (--likely records them):
  PR  PROJECT  FROM    TO      RULE      COMMIT   MERGED
  #1  auth     closed  merged  ancestor  cb36381  2026-01-01
  #3  auth     closed  merged  patch     5bd0b8d  2026-01-01
