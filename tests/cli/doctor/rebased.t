# A work tree whose HEAD names no branch while it rebases ours, or looks through it, is on it.
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m code
$ claudestep project create auth -q && git worktree add -q ../tree claudestep-metadata && cd ../tree
$ git branch -q before && claudestep task add auth --description "Add login" -q
$ git checkout -q before && claudestep --ref before task add auth --description "Add logout" -q && git checkout -q claudestep-metadata
$ git rebase -q before >/dev/null 2>&1
[1]
$ claudestep doctor | sed -n '/ worktree /,$p'
warning  worktree    the work tree '$TESTDIR/tree' is in the middle of a rebase of the branch: until that is ended, every write is refused
                     hint: end it there: git rebase --continue, or git rebase --abort
0 problems, 1 warning
# Git puts the branch where it has it at the end, and back when the rebase is given up: what is written meanwhile would be gone.
$ claudestep task add auth --description "Add tests"
! error: the work tree at '$TESTDIR/tree' is in the middle of a rebase of the branch
!   caused by: git would take back what is written now, when the rebase is ended or given up
! hint: end it there first: git rebase --continue, or git rebase --abort; then run the command again
[4]
$ git update-ref refs/heads/claudestep-metadata $(git commit-tree claudestep-metadata^{tree} -p claudestep-metadata -m moved) && claudestep doctor | sed -n '/ worktree /,$p'
problem  worktree    the work tree '$TESTDIR/tree' is in the middle of a rebase of the branch: the branch has moved since it began, and git rebase --continue and --abort would take that back; every write is refused
                     hint: the next 2 hints, one after the other, give it up and leave the branch where it is; what was rebased so far is at HEAD there
                     hint: git -C $TESTDIR/tree rebase --quit
                     hint: git -C $TESTDIR/tree switch --discard-changes claudestep-metadata
1 problem, 0 warnings
$ eval "$(claudestep doctor | sed -n 's/^ *hint: \(git .*\)/\1/p')" 2>/dev/null && git log --format=%s -1 && claudestep task add auth --description "Add tests" -q
moved
$ git rebase -q --apply before >/dev/null 2>&1; claudestep task add auth --description "Add docs" 2>&1 | head -1
error: the work tree at '$TESTDIR/tree' is in the middle of a rebase of the branch
$ claudestep doctor --ref before | grep ' worktree '
ok       worktree    the branch is checked out nowhere
$ git rebase --abort && (git bisect start -q; git bisect bad; git bisect good HEAD~2) >/dev/null
$ claudestep doctor | grep ' worktree '
ok       worktree    the work tree '$TESTDIR/tree' is in the middle of a bisect of the branch, and shows it again afterwards
