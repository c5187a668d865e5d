# Squashed, and then main was merged into the branch again: all of it is on main, and it is empty now.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && for n in 1 2 3; do claudestep task add auth --description "Task number $n" -q; done
$ git checkout -q -b b && sh ../commit one 1 'First' && sh ../commit two 1 'Second' && git checkout -q main && sh ../commit other 1 'Work of others' && claudestep pr open auth --task 1 --pr 1 --branch b --created-at 2025-12-31T00:00:00Z -q
$ git merge -q --squash b >/dev/null 2>&1 && git commit -q -m 'All of it' && git checkout -q b && git merge -q -m "Merge branch 'main' into b" main && git checkout -q main
$ claudestep reconcile --check
proved, and not recorded:
  PR  PROJECT  FROM  TO      RULE   COMMIT   MERGED
  #1  auth     open  merged  patch  2da796b  2026-01-01
[1]

# Main again, and again: the end is what was there before all of these.
$ for n in 1 2; do sh ../commit other $n 'More of others' && git checkout -q b && git merge -q -m "Merge branch 'main' into b" main && git checkout -q main; done
$ claudestep reconcile --check
proved, and not recorded:
  PR  PROJECT  FROM  TO      RULE   COMMIT   MERGED
  #1  auth     open  merged  patch  2da796b  2026-01-01
[1]

# A commit after it makes it unmerged.
$ git checkout -q b && sh ../commit three 1 'Third' && git checkout -q main && claudestep reconcile --check
no drift: the records are as 'main' has them
