# A lock on the ref that notes what the remote has: nothing is pushed that could not be noted, since
# a rewind of the remote would then not be noticed. Nobody can tell whether a git has it, whose hooks
# are slow, or one that was killed: it stays, however old it is.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep sync --force-first -q
$ claudestep task add auth --description "Add login" -q && touch -d '-10 min' .git/refs/remotes/origin/claudestep-metadata.lock
$ claudestep sync
! error: the ref 'refs/remotes/origin/claudestep-metadata' is locked
!   caused by: '$TESTDIR/one/.git/refs/remotes/origin/claudestep-metadata.lock' has been there for 10 minutes
!   caused by: the ref notes what the remote has: without it a rewind would not be noticed
!   caused by: nothing was fetched, and nothing pushed
! hint: a git process is at work, or one was killed; make sure that none runs before the lock file is taken away
[4]
$ claudestep sync --no-fetch --json; claudestep sync --no-push 2>&1 | head -1
error: the ref 'refs/remotes/origin/claudestep-metadata' is locked
! {"kind":"error","version":1,"code":"busy","message":"the ref 'refs/remotes/origin/claudestep-metadata' is locked","causes":["'$TESTDIR/one/.git/refs/remotes/origin/claudestep-metadata.lock' has been there for 10 minutes","the ref notes what the remote has: without it a rewind would not be noticed","nothing was fetched, and nothing pushed"],"hints":["a git process is at work, or one was killed; make sure that none runs before the lock file is taken away"],"retryable":true,"place":null}
$ claudestep next auth --claim
! error: the ref 'refs/remotes/origin/claudestep-metadata' is locked
!   caused by: '$TESTDIR/one/.git/refs/remotes/origin/claudestep-metadata.lock' has been there for 10 minutes
!   caused by: the ref notes what the remote has: without it a rewind would not be noticed
!   caused by: nothing was fetched, and nothing pushed
! hint: a git process is at work, or one was killed; make sure that none runs before the lock file is taken away
[4]
$ claudestep sync --dry-run; ls .git/refs/remotes/origin
would: sync 'claudestep-metadata' with 'origin'
  pushed  83724d1..d8f9856
claudestep-metadata
claudestep-metadata.lock
! warning: '$TESTDIR/one/.git/refs/remotes/origin/claudestep-metadata.lock' has been there for 10 minutes: while it stays, a sync is refused
$ claudestep doctor | grep -A1 problem
problem  remote      '$TESTDIR/one/.git/refs/remotes/origin/claudestep-metadata.lock' has been there for 10 minutes: while it stays, claudestep sync and claims are refused
                     hint: a git process is at work, or one was killed; make sure that none runs before the lock file is taken away
--
1 problem, 0 warnings
$ git -C ../remote.git log --oneline claudestep-metadata
83724d1 auth: create
e1487f4 claudestep: begin the metadata branch
345a27c claudestep: metadata begins here
# A young one is waited for, and nothing is wrong about it.
$ touch .git/refs/remotes/origin/claudestep-metadata.lock && claudestep doctor | tail -n 1
all is well
$ touch .git/refs/remotes/origin/claudestep-metadata.lock && claudestep sync --timeout 1s 2>&1 | sed 's/ [0-9] second.*/ some seconds/'
error: the ref 'refs/remotes/origin/claudestep-metadata' is locked
  caused by: '$TESTDIR/one/.git/refs/remotes/origin/claudestep-metadata.lock' has been there for some seconds
  caused by: the ref notes what the remote has: without it a rewind would not be noticed
  caused by: nothing was fetched, and nothing pushed
hint: a git process is at work, or one was killed; make sure that none runs before the lock file is taken away
$ (sleep 1; rm .git/refs/remotes/origin/claudestep-metadata.lock) & touch .git/refs/remotes/origin/claudestep-metadata.lock; claudestep sync; wait
[d8f9856] sync 'claudestep-metadata' with 'origin'
  pushed  83724d1..d8f9856
# That of a claudestep which was killed is known by its note, and goes.
$ cd .git && touch refs/remotes/origin/claudestep-metadata.lock && stat -c 'lock %i %.9Y' refs/remotes/origin/claudestep-metadata.lock | tr -d . >lock
$ echo refs/remotes/origin/claudestep-metadata $(git rev-parse claudestep-metadata) 2026-01-01T00:00:00Z | cat - lock >claudestep/write.lock; rm lock; cd ..
$ claudestep sync
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
! removed '$TESTDIR/one/.git/refs/remotes/origin/claudestep-metadata.lock', left by a writer that was killed
# One that comes during the push: it is done, and that it could not be noted is said.
--- file hook
#!/bin/sh
touch -d '-10 min' ../one/.git/refs/remotes/origin/claudestep-metadata.lock
--- end
$ cp ../hook ../remote.git/hooks/update && chmod +x ../remote.git/hooks/update && claudestep task add auth --description "Add logout" -q
$ claudestep sync
[64c3a24] sync 'claudestep-metadata' with 'origin'
  pushed  d8f9856..64c3a24
! warning: it was pushed, but 'refs/remotes/origin/claudestep-metadata' was not brought along: the ref 'refs/remotes/origin/claudestep-metadata' is locked: '$TESTDIR/one/.git/refs/remotes/origin/claudestep-metadata.lock' has been there for 10 minutes: the ref notes what the remote has: without it a rewind would not be noticed; the next sync does it
$ claudestep sync 2>&1 | head -1; rm .git/refs/remotes/origin/claudestep-metadata.lock; claudestep sync
error: the ref 'refs/remotes/origin/claudestep-metadata' is locked
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
