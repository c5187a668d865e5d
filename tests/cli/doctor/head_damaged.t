# HEAD of the repository, or of a work tree, is what a crash left of it. Git calls the folder no repository; each command says which file it is, and how it is written anew.
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m code && claudestep project create auth -q && git checkout -q -b work && git worktree add -q ../tree claudestep-metadata
$ : >.git/HEAD && claudestep list
! error: '$TESTDIR/repo/.git/HEAD' is empty: without it git takes the folder for no repository
! hint: the next hint writes it anew, with what was checked out as far as its reflog and the branches tell
! hint: echo 'ref: refs/heads/work' >$TESTDIR/repo/.git/HEAD
[5]
$ mkdir below && cd below && claudestep doctor
ok       git         git version 2.39.5
problem  repository  '$TESTDIR/repo/.git/HEAD' is empty: without it git takes the folder for no repository
                     hint: the next hint writes it anew, with what was checked out as far as its reflog and the branches tell
                     hint: echo 'ref: refs/heads/work' >$TESTDIR/repo/.git/HEAD
1 problem, 0 warnings
[1]
$ claudestep --git-dir ../.git list
! error: '$TESTDIR/repo/.git/HEAD' is empty: without it git takes the folder for no repository
! hint: the next hint writes it anew, with what was checked out as far as its reflog and the branches tell
! hint: echo 'ref: refs/heads/work' >$TESTDIR/repo/.git/HEAD
[5]
$ cd ../.git && claudestep list --json
! {"kind":"error","version":1,"code":"corrupt","message":"'$TESTDIR/repo/.git/HEAD' is empty: without it git takes the folder for no repository","causes":[],"hints":["the next hint writes it anew, with what was checked out as far as its reflog and the branches tell","echo 'ref: refs/heads/work' >$TESTDIR/repo/.git/HEAD"],"retryable":false,"place":null}
[5]
$ cd .. && head -c 21 /dev/zero >.git/HEAD && claudestep task add auth --description "Add login"
! error: '$TESTDIR/repo/.git/HEAD' is damaged: without it git takes the folder for no repository
! hint: the next hint writes it anew, with what was checked out as far as its reflog and the branches tell
! hint: echo 'ref: refs/heads/work' >$TESTDIR/repo/.git/HEAD
[5]
# A linked work tree has its own.
$ claudestep -C ../tree doctor | grep -v '^ok'
problem  git         git fails in this repository: '$TESTDIR/repo/.git/HEAD' is damaged: without it git takes the folder for no repository
                     hint: the next hint writes it anew, with what was checked out as far as its reflog and the branches tell
                     hint: echo 'ref: refs/heads/work' >$TESTDIR/repo/.git/HEAD
warning  tip         the tip is whole; what it is built on is not looked at, since git does not work here
1 problem, 1 warning
$ claudestep doctor | sed -n 's/.*hint: \(echo .*\)/\1/p' >../way && sh ../way && cat .git/HEAD && claudestep doctor | tail -n 1
ref: refs/heads/work
all is well
$ rm .git/HEAD && claudestep list
! error: '$TESTDIR/repo/.git/HEAD' is gone: without it git takes the folder for no repository
! hint: the next hint writes it anew, with what was checked out as far as its reflog and the branches tell
! hint: echo 'ref: refs/heads/work' >$TESTDIR/repo/.git/HEAD
[5]
$ sh ../way && mkdir data data/objects data/refs && claudestep -C data list
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  auth     empty   0/0  2026-01-01  2026-01-01  -
# Where nothing tells what was checked out, it is said what is missing.
$ git init -q --bare -b trunk bare.git && git push -q bare.git work:trunk && rm bare.git/HEAD && claudestep -C bare.git list
! error: '$TESTDIR/repo/bare.git/HEAD' is gone: without it git takes the folder for no repository
! hint: the next hint writes it anew, with NAME for the branch that was checked out
! hint: echo 'ref: refs/heads/NAME' >$TESTDIR/repo/bare.git/HEAD
[5]
# The work tree's: from there, and from the repository.
$ head -c 21 /dev/zero >.git/worktrees/tree/HEAD && claudestep -C ../tree list
! error: '$TESTDIR/repo/.git/worktrees/tree/HEAD' is damaged: without it git takes the folder for no repository
! hint: the next hint writes it anew, with what was checked out as far as its reflog and the branches tell
! hint: echo 'ref: refs/heads/claudestep-metadata' >$TESTDIR/repo/.git/worktrees/tree/HEAD
[5]
$ claudestep doctor | grep -A4 worktree
problem  worktree    '$TESTDIR/repo/.git/worktrees/tree/HEAD' is damaged: git and claudestep find no repository from the work tree '$TESTDIR/tree', and no write brings it along
                     hint: the next 2 hints, one after the other, write it anew, with what the work tree had checked out as far as its reflog and the branches tell; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/repo/.git/worktrees/tree/HEAD $TESTDIR/repo/.git/damaged-HEAD
                     hint: echo 'ref: refs/heads/claudestep-metadata' >$TESTDIR/repo/.git/worktrees/tree/HEAD
1 problem, 0 warnings
$ claudestep task add auth --description "Add login" && claudestep doctor | sed -n 's/.*hint: \(echo\|mv\) /\1 /p' >../way && sh ../way && claudestep doctor | grep worktree && claudestep task add auth --description "Add logout" && git -C ../tree status --short
[64a2b24] auth: add task 'Add login'
warning  worktree    the work tree '$TESTDIR/tree' still shows 31eef3457301, where the branch was before: it was not brought along when that moved
[22d7c1e] auth: add task 'Add logout'
! the work tree at '$TESTDIR/tree' was left at 31eef3457301 and is brought forward
$ rm .git/worktrees/tree/HEAD && claudestep -C ../tree doctor | sed -n 's/.*hint: echo /echo /p' >../way && sh ../way && claudestep -C ../tree doctor | grep worktree
ok       worktree    the work tree '$TESTDIR/tree' has the branch checked out and is clean: writes bring it along
# One that is on another branch, and one of which nothing tells where it is either.
$ git worktree add -q ../other main && : >.git/worktrees/other/HEAD && claudestep doctor | grep -A3 'warning'
warning  worktree    '$TESTDIR/repo/.git/worktrees/other/HEAD' is empty: git and claudestep find no repository from the work tree '$TESTDIR/other'
                     hint: the next 2 hints, one after the other, write it anew, with what the work tree had checked out as far as its reflog and the branches tell; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/repo/.git/worktrees/other/HEAD $TESTDIR/repo/.git/damaged-HEAD-2
                     hint: echo 'ref: refs/heads/main' >$TESTDIR/repo/.git/worktrees/other/HEAD
--
0 problems, 1 warning
$ rm -r .git/worktrees/other && rm .git/worktrees/tree/HEAD .git/worktrees/tree/gitdir && claudestep doctor | grep -A2 worktree
problem  worktree    '$TESTDIR/repo/.git/worktrees/tree/HEAD' is gone: git and claudestep find no repository from the work tree, and no write brings it along
                     hint: the next hint writes it anew, with what the work tree had checked out as far as its reflog and the branches tell; then claudestep doctor looks again
                     hint: echo 'ref: refs/heads/claudestep-metadata' >$TESTDIR/repo/.git/worktrees/tree/HEAD
1 problem, 0 warnings
