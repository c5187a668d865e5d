# A lock on the index of a work tree that has the branch checked out keeps every write from it.
$ git init -q repo && cd repo && claudestep project create auth -q && git worktree add -q ../tree claudestep-metadata
$ touch -d '2 days ago' .git/worktrees/tree/index.lock
$ claudestep doctor | grep -A1 worktree
problem  worktree    the index of the work tree '$TESTDIR/tree' is locked: '$TESTDIR/repo/.git/worktrees/tree/index.lock' has been there for 2880 minutes, and no write can bring it along
                     hint: a git process is at work there, or one was killed; make sure that none runs before the lock file is taken away
$ claudestep doctor >../all; echo $?; tail -1 ../all
1
1 problem, 0 warnings
$ claudestep task add auth --description Docs --timeout 1s 2>&1 | head -2
error: the index of the work tree at '$TESTDIR/tree' is locked
  caused by: '$TESTDIR/repo/.git/worktrees/tree/index.lock' has been there for 2880 minutes
# One that a killed claudestep left goes with the next write.
$ echo claudestep 1 >.git/worktrees/tree/index.lock && touch -d '2 days ago' .git/worktrees/tree/index.lock
$ claudestep doctor | grep -A1 worktree
warning  worktree    the index of the work tree '$TESTDIR/tree' is locked: '$TESTDIR/repo/.git/worktrees/tree/index.lock' has been there for 2880 minutes; a claudestep made it
                     hint: it is at work there, or was killed: then the next write removes the lock
$ claudestep task add auth --description Docs
[2d710f3] auth: add task 'Docs'
! removed '$TESTDIR/repo/.git/worktrees/tree/index.lock', left by a writer that was killed
$ git -C ../tree status --short && claudestep doctor | grep worktree
ok       worktree    the work tree '$TESTDIR/tree' has the branch checked out and is clean: writes bring it along
