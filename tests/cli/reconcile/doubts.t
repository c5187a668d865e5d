# Merges that the base took back, or never had.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q
$ for n in 1 2 3 4; do claudestep task add auth --description "Task number $n" -q; claudestep pr open auth --task $n --pr 1$n --branch claude-step-auth-$n --reviewer alice -q; git checkout -q -b claude-step-auth-$n main; sh ../commit file-$n 1 "Work on $n"; done
$ git checkout -q main && for n in 1 2; do git merge -q --no-ff -m "Merge pull request #1$n from acme/claude-step-auth-$n" claude-step-auth-$n && git revert --no-edit -m 1 HEAD >/dev/null; done

# #12 comes back: its revert is reverted.
$ git revert --no-edit HEAD >/dev/null
$ claudestep pr merge auth --pr 13 -q && claudestep pr merge auth --pr 14 --merge-commit 1234567890123456789012345678901234567890 -q
$ claudestep reconcile
[17628b6] auth: merge #12
in doubt, and left as they are:
   PR  PROJECT  RECORDED  WHY
  #11  auth     open      it was merged by 5ed7dcd, which 79e43b6 reverted
  #13  auth     merged    its branch was not merged into 'main'
  #14  auth     merged    its merge commit 1234567 is not on 'main'
$ claudestep reconcile --settle-doubts --dry-run --json | jq -c '.doubts[]'
{"project":"auth","pr_number":11,"recorded":"open","reason":"it was merged by 5ed7dcd, which 79e43b6 reverted","settled":false}
{"project":"auth","pr_number":13,"recorded":"merged","reason":"its branch was not merged into 'main'","settled":false}
{"project":"auth","pr_number":14,"recorded":"merged","reason":"its merge commit 1234567 is not on 'main'","settled":false}
$ claudestep reconcile --settle-doubts
[2513917] auth: close #13
          auth: close #14
in doubt, and left as they are:
   PR  PROJECT  RECORDED  WHY
  #11  auth     open      it was merged by 5ed7dcd, which 79e43b6 reverted
$ claudestep pr list auth
   PR  STATE   TASK  REVIEWER  OPENED       COST  TITLE
  #11  open       1  alice     2026-01-01  $0.00  Task number 1
  #12  merged     2  alice     2026-01-01  $0.00  Task number 2
  #13  closed     3  alice     2026-01-01  $0.00  Task number 3
  #14  closed     4  alice     2026-01-01  $0.00  Task number 4
$ claudestep reconcile --settle-doubts
nothing to do: nothing is recorded that can be changed by proof
in doubt, and left as they are:
   PR  PROJECT  RECORDED  WHY
  #11  auth     open      it was merged by 5ed7dcd, which 79e43b6 reverted
$ git show claudestep-metadata:projects/auth.json | jq -c '.pull_requests[] | [.pr_number, .pr_state, .merged_at, .merge_commit, .closed_at]'
[11,"open",null,null,null]
[12,"merged","2026-01-01T00:02:00Z","a601d65632ba9ad35da7025dd2a0d6a578060f04",null]
[13,"closed",null,null,"2026-01-01T00:04:00Z"]
[14,"closed",null,null,"2026-01-01T00:04:00Z"]
$ claudestep fsck --frame
projects/auth.json:41:24: warning: #11 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
projects/auth.json:53:24: warning: #12 has no AI operations [pr/no-operations]
projects/auth.json:64:24: warning: #13 has no AI operations [pr/no-operations]
projects/auth.json:75:24: warning: #14 has no AI operations [pr/no-operations]
1 file checked: 4 warnings
! 13 commits held to what they say of themselves
