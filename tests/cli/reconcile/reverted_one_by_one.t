# A merge whose commits were each taken back is taken back; while one of them stands, so does the merge.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && for n in 1 2 3; do claudestep task add auth --description "Task number $n" -q; done
$ for n in 1 2 3; do git checkout -q -b b$n main && sh ../commit a$n 1 "First of $n" && sh ../commit b$n 1 "Second of $n" && claudestep pr open auth --task $n --pr $n --branch b$n --created-at 2025-12-31T00:00:00Z -q; done; git checkout -q main
$ for n in 1 2; do git merge -q --no-ff -m "Merge pull request #$n from acme/b$n" b$n; done && sh ../commit other 1 'Work of others' && git cherry-pick b3~1 b3 >/dev/null
$ git revert --no-edit b1 b1~1 b2 HEAD HEAD~1 >/dev/null
$ claudestep reconcile --check
proved, and not recorded:
  PR  PROJECT  FROM  TO      RULE          COMMIT   MERGED
  #2  auth     open  merged  merge-commit  257bda0  2026-01-01
in doubt, and left as they are:
  PR  PROJECT  RECORDED  WHY
  #1  auth     open      it was merged by 5d25c89, which 43fe1ff reverted
  #3  auth     open      it was merged by 74b51ea, which fceb34b reverted
[1]

# The same of what is recorded as merged already.
$ claudestep pr merge auth --pr 1 --merge-commit $(git rev-parse ':/Merge pull request #1') -q && claudestep pr merge auth --pr 3 -q
$ claudestep reconcile --check
proved, and not recorded:
  PR  PROJECT  FROM  TO      RULE          COMMIT   MERGED
  #2  auth     open  merged  merge-commit  257bda0  2026-01-01
in doubt, and left as they are:
  PR  PROJECT  RECORDED  WHY
  #1  auth     merged    it was merged by 5d25c89, which 43fe1ff reverted
  #3  auth     merged    it was merged by 74b51ea, which fceb34b reverted
[1]
$ git revert --no-edit HEAD HEAD~1 >/dev/null && claudestep reconcile
[6849db8] auth: merge #2
auth is complete: every task is done
in doubt, and left as they are:
  PR  PROJECT  RECORDED  WHY
  #1  auth     merged    it was merged by 5d25c89, which 43fe1ff reverted
