# A branch without commits of its own stands on main. A merge of main into somebody's work, in words
# that do not say so, puts main's own past on a side line: that proves nothing of the branch.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && for n in 1 2 3; do claudestep task add auth --description "Task number $n" -q; done
$ git checkout -q -b theirs && sh ../commit theirs 1 'Work of somebody' && git checkout -q main && sh ../commit one 1 'Work of others' && git branch empty && sh ../commit two 1 'More of others'
$ claudestep pr open auth --task 1 --pr 1 --branch empty --created-at 2025-12-31T00:00:00Z -q
$ git checkout -q theirs && git merge -q -m 'Catch up' main && git checkout -q main && git merge -q --ff-only theirs
$ claudestep reconcile
nothing to do: nothing is proved that is not recorded
likely, and not recorded (--likely records them):
  PR  PROJECT  FROM  TO      RULE      COMMIT   MERGED
  #1  auth     open  merged  ancestor  0b5460d  2026-01-01
# The same where the branch ends in the very commit that was merged: the words tell nothing, but others
# were merged on that side, so it may be main's own.
$ git checkout -q -b theirs2 && sh ../commit theirs 2 'More of somebody' && git checkout -q main && sh ../commit three 1 'Work of one (#3)' && git branch empty2
$ for n in 2 3; do claudestep pr open auth --task $n --pr $n --branch $([ $n = 2 ] && echo empty2 || echo gone) --created-at 2025-12-31T00:00:00Z -q; done
$ git checkout -q theirs2 && git merge -q -m 'Catch up' main && git checkout -q main && git merge -q --ff-only theirs2
$ claudestep reconcile --json | jq -c '.changes[] | [.pr_number, .rule, .weight]'
[1,"ancestor","likely"]
[2,"ancestor","likely"]
[3,"squash-message","likely"]
