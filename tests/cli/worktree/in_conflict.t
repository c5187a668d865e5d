# A work tree in the middle of a merge that went wrong: no write goes by it, and each says why.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep task add auth --description "Add login" -q && claudestep sync --force-first -q
$ git clone -q ../remote.git ../two 2>/dev/null
$ git worktree add -q ../tree claudestep-metadata && cd ../tree
$ git checkout -q -b side && echo 1 >notes && git add notes && git commit -q -m side
$ git checkout -q claudestep-metadata && echo 2 >notes && git add notes && git commit -q -m mine && git merge -q side >/dev/null
[1]
$ (cd ../two && claudestep task add auth --description "Add logout" -q && claudestep sync -q)
$ claudestep sync
! error: the work tree at '$TESTDIR/tree' has changes in the way
!   caused by: 'notes'
! hint: these are conflicts that nobody has resolved: git status there says what is under way and how to end it or give it up; then run the command again
[4]
$ claudestep next auth --claim
! error: the work tree at '$TESTDIR/tree' has changes in the way
!   caused by: 'notes'
! hint: these are conflicts that nobody has resolved: git status there says what is under way and how to end it or give it up; then run the command again
[4]
$ claudestep next auth --claim --no-sync
! error: the work tree at '$TESTDIR/tree' has changes in the way
!   caused by: 'notes'
! hint: these are conflicts that nobody has resolved: git status there says what is under way and how to end it or give it up; then run the command again
[4]
$ claudestep task add auth --description "Add roles"
! error: the work tree at '$TESTDIR/tree' has changes in the way
!   caused by: 'notes'
! hint: these are conflicts that nobody has resolved: git status there says what is under way and how to end it or give it up; then run the command again
[4]
$ echo both >notes && git commit -q -a -m merged && claudestep sync -q && git status --short
