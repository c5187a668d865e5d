# In the middle of a revert of the newest write a work tree shows what the branch was before that: it is none that was left behind, and what is staged there stays.
$ git init -q repo && cd repo && for name in auth pay; do claudestep project create $name -q && claudestep task add $name --description "One" -q; done
$ claudestep task edit auth 1 --description "A wrong wording" -q && git worktree add -q ../tree claudestep-metadata && git -C ../tree revert -n HEAD
$ claudestep doctor | grep -A3 worktree
warning  worktree    the work tree '$TESTDIR/tree' has changes of its own: 'projects/auth.json'; it is in the middle of a revert
                     hint: how to end it or give it up, git status there says
                     hint: a write that touches these paths is refused; there, git diff HEAD shows what a commit would do, and what it takes away would be taken back: commit there, stash or move away what somebody made; what nobody made, as a full disk or a lost index leaves it, git checkout HEAD -- PATH puts back
0 problems, 1 warning
$ claudestep task add pay --description "Two"
[c93f79d] pay: add task 'Two'
! the work tree at '$TESTDIR/tree' is in the middle of a revert: what is staged there stays, and git diff HEAD there shows what a commit would take back
$ git -C ../tree status --short
M  projects/auth.json
# What touches the same is refused.
$ claudestep task add auth --description "Two"
! error: the work tree at '$TESTDIR/tree' has changes in the way
!   caused by: 'projects/auth.json'
! hint: it is in the middle of a revert: how to end it or give it up, git status there says
! hint: there, git diff HEAD shows what a commit would do, and what it takes away would be taken back: commit there, stash or move away what somebody made; what nobody made, as a full disk or a lost index leaves it, git checkout HEAD -- PATH puts back; then run the command again
[4]
$ git -C ../tree revert --continue >/dev/null && git -C ../tree log --format=%s -3 && claudestep task list auth && claudestep task list pay
Revert "auth: reword task 1"
pay: add task 'Two'
auth: reword task 1
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
# The same of a cherry-pick that leaves no more than its message; given up, it leaves nothing.
$ claudestep task edit auth 1 --description "Wrong again" -q && cd ../tree && git checkout -q -b side && git revert --no-edit HEAD >/dev/null && git checkout -q - && git cherry-pick -n side && claudestep task add pay --description "Three" && git status --short
[b7fed3d] pay: add task 'Three'
M  projects/auth.json
! the work tree at '$TESTDIR/tree' is in the middle of a merge or a cherry-pick: what is staged there stays, and git diff HEAD there shows what a commit would take back
$ git reset -q --merge && claudestep task add auth --description "Two" && git status --short && claudestep doctor | tail -n 1
[4186111] auth: add task 'Two'
all is well
