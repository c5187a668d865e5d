# A work tree whose HEAD names no branch while it rebases ours, or looks through it, is on it.
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m code
$ claudestep project create auth -q && git worktree add -q ../tree claudestep-metadata && cd ../tree
$ git branch -q before && claudestep task add auth --description "Add login" -q
$ git checkout -q before && claudestep --ref before task add auth --description "Add logout" -q && git checkout -q claudestep-metadata
$ git rebase -q before >/dev/null 2>&1
[1]
$ claudestep doctor | sed -n '/ worktree /,$p'
problem  worktree    the work tree '$TESTDIR/tree' is in the middle of a rebase of the branch: every write is refused until that is ended
                     hint: end it there first: git rebase --continue, or git rebase --abort
1 problem, 0 warnings
# Git puts the branch where it has it at the end, and back when the rebase is given up: what is written meanwhile would be gone.
$ claudestep task add auth --description "Add tests"
! error: the work tree at '$TESTDIR/tree' is in the middle of a rebase of the branch
!   caused by: nothing is written meanwhile, since git puts the branch back when it is given up
! hint: end it there first: git rebase --continue, or git rebase --abort
[4]
$ git update-ref refs/heads/claudestep-metadata $(git commit-tree claudestep-metadata^{tree} -p claudestep-metadata -m moved) && claudestep doctor | sed -n '/ worktree /,$p'
problem  worktree    the work tree '$TESTDIR/tree' is in the middle of a rebase of the branch, which has moved since that began: every write is refused until that is ended
                     hint: what was written since git rebase --abort would take back, and --continue may; what follows gives it up and leaves the branch where it is: what was rebased so far stays at the HEAD of the work tree
                     hint: git -C $TESTDIR/tree rebase --quit
                     hint: git -C $TESTDIR/tree switch --discard-changes claudestep-metadata
1 problem, 0 warnings
$ eval "$(claudestep doctor | sed -n 's/^ *hint: \(git .*\)/\1/p')" 2>/dev/null && git log --format=%s -1 && claudestep task add auth --description "Add tests" -q
moved
$ git rebase -q --apply before >/dev/null 2>&1; claudestep task add auth --description "Add docs" 2>&1 | head -1
error: the work tree at '$TESTDIR/tree' is in the middle of a rebase of the branch
$ claudestep doctor --ref before | grep ' worktree '
ok       worktree    the branch is checked out nowhere
# Whatever HEAD names meanwhile, and wherever the folder is: git goes on there.
$ cd .. && mv tree moved && cd repo && claudestep task add auth --description "Add docs" 2>&1 | grep -v cause; claudestep doctor | grep ' worktree '
error: the work tree at '$TESTDIR/tree' is in the middle of a rebase of the branch, and its folder is not there
hint: where it was moved, git worktree repair FOLDER finds it again; where it is gone for good, the next hint makes git forget it
hint: git worktree prune
problem  worktree    the work tree '$TESTDIR/tree' is in the middle of a rebase of the branch, and its folder is not there: every write is refused until that is ended
                     hint: where it was moved, git worktree repair FOLDER finds it again; where it is gone for good, the next hint makes git forget it
                     hint: git worktree prune
$ cd .. && mv moved tree && cd tree && git checkout -q -f claudestep-metadata && claudestep task add auth --description "Add docs" 2>&1 | head -1; claudestep doctor | grep ' worktree '
error: the work tree at '$TESTDIR/tree' is in the middle of a rebase of the branch
problem  worktree    the work tree '$TESTDIR/tree' is in the middle of a rebase of the branch: every write is refused until that is ended
ok       worktree    the work tree '$TESTDIR/tree' has the branch checked out and is clean: writes bring it along
$ git commit -q --allow-empty -m mine && claudestep doctor | sed -n '/ worktree /,$p' | head -3
problem  worktree    the work tree '$TESTDIR/tree' is in the middle of a rebase of the branch, which has moved since that began: every write is refused until that is ended
                     hint: what was written since git rebase --abort would take back, and --continue may; the next hint gives it up and leaves the branch where it is
                     hint: git -C $TESTDIR/tree rebase --quit
# Of which a file was lost in a crash.
$ git checkout -q -f -B claudestep-metadata HEAD^ && : >$(git rev-parse --git-path rebase-apply/onto) && claudestep doctor | sed -n '/ worktree /,$p' | head -3
problem  worktree    the work tree '$TESTDIR/tree' is in the middle of a rebase of the branch, of which git has lost track: every write is refused until that is ended
                     hint: neither git rebase --continue nor --abort may work; the next hint gives it up and leaves the branch where it is
                     hint: git -C $TESTDIR/tree rebase --quit
$ git rebase --quit && git rebase -q before >/dev/null 2>&1; cp -r $(git rev-parse --git-path rebase-merge) ../merge && : >$(git rev-parse --git-path rebase-merge/orig-head) && claudestep doctor | grep ' worktree ' | head -1
problem  worktree    the work tree '$TESTDIR/tree' is in the middle of a rebase of the branch, of which git has lost track: every write is refused until that is ended
$ git rebase --quit; git checkout -q -f claudestep-metadata && git rebase -q before >/dev/null 2>&1; : >$(git rev-parse --git-path rebase-merge/onto) && claudestep doctor | grep ' worktree ' | head -1
problem  worktree    the work tree '$TESTDIR/tree' is in the middle of a rebase of the branch, of which git has lost track: every write is refused until that is ended
# Of which two were begun: what is printed leads out in one round.
$ git rebase --quit; git checkout -q -f claudestep-metadata && git rebase -q --apply before >/dev/null 2>&1; cp -r ../merge $(git rev-parse --git-path rebase-merge) && claudestep task add auth --description "Add docs"
! error: the work tree at '$TESTDIR/tree' is in the middle of a rebase of the branch, of which git has lost track
!   caused by: nothing is written meanwhile, since git puts the branch back when it is given up
! hint: neither git rebase --continue nor --abort may work; what follows gives it up and leaves the branch where it is: what was rebased so far stays at the HEAD of the work tree
! hint: git -C $TESTDIR/tree rebase --quit
! hint: git -C $TESTDIR/tree rebase --quit
! hint: git -C $TESTDIR/tree switch --discard-changes claudestep-metadata
[4]
$ eval "$(claudestep doctor | sed -n 's/^ *hint: \(git .*\)/\1/p')" 2>/dev/null; claudestep doctor | tail -n 1; claudestep task add auth --description "Add docs" -q && git log --format=%s -1
all is well
auth: add task 'Add docs'
$ git rebase -q --apply before >/dev/null 2>&1; git checkout -q -f claudestep-metadata && cp -r ../merge $(git rev-parse --git-path rebase-merge) && claudestep doctor | sed -n '/ worktree /,$p' | head -4
problem  worktree    the work tree '$TESTDIR/tree' is in the middle of a rebase of the branch, which has moved since that began: every write is refused until that is ended
                     hint: what was written since git rebase --abort would take back, and --continue may; the next 2 hints, one after the other, give it up and leave the branch where it is
                     hint: git -C $TESTDIR/tree rebase --quit
                     hint: git -C $TESTDIR/tree rebase --quit
$ eval "$(claudestep doctor | sed -n 's/^ *hint: \(git .*\)/\1/p')" 2>/dev/null; claudestep doctor | tail -n 1; claudestep task add auth --description "Add tests" -q && git log --format=%s -1
all is well
auth: add task 'Add tests'
$ git rebase -q before >/dev/null 2>&1
[1]
$ git rebase --abort && (git bisect start -q; git bisect bad; git bisect good HEAD~2) >/dev/null
$ claudestep doctor | grep ' worktree '
ok       worktree    the work tree '$TESTDIR/tree' is in the middle of a bisect of the branch, and shows it again afterwards
