# Which remote it is: the branch's own setting, before remote.pushDefault, before origin; else the only one.
$ git init -q --bare a.git && git init -q --bare b.git && git init -q --bare c.git && git init -q one && cd one
$ claudestep project create auth -q && git remote add upstream ../a.git
$ claudestep sync --force-first
[83724d1] sync 'claudestep-metadata' with 'upstream'
  pushed  nothing..83724d1
$ git remote add origin ../b.git && claudestep sync --force-first
[83724d1] sync 'claudestep-metadata' with 'origin'
  pushed  nothing..83724d1
$ git remote add c ../c.git && git config remote.pushDefault upstream && claudestep task add auth --description "Add login" -q && claudestep sync
[b570941] sync 'claudestep-metadata' with 'upstream'
  pushed  83724d1..b570941
$ git config branch.claudestep-metadata.remote c && claudestep sync --force-first
[b570941] sync 'claudestep-metadata' with 'c'
  pushed  nothing..b570941
# A setting that names no remote is never passed over: what it means could be another place than the next best.
$ git config branch.claudestep-metadata.remote gone && claudestep sync
! error: no remote 'gone'
!   caused by: branch.claudestep-metadata.remote names it
! hint: git remote -v
! hint: a path or an address can be given as well
[3]
$ claudestep next auth --claim
! error: no remote 'gone'
!   caused by: branch.claudestep-metadata.remote names it
! hint: git remote -v
! hint: a path or an address can be given as well
[3]
$ claudestep doctor | grep -A1 remote
problem  remote      branch.claudestep-metadata.remote is 'gone', which is no remote: sync and claims are refused
                     hint: git -C $TESTDIR/one remote -v
ok       remote      'upstream'
ok       ref         'refs/heads/claudestep-metadata'
$ git config branch.claudestep-metadata.remote . && claudestep sync
nothing to do: 'claudestep-metadata' is the same here and on 'upstream'
# It may be a path or an address, as git push -u sets it.
$ git init -q --bare ../d.git && git push -q -u ../d.git claudestep-metadata && git config branch.claudestep-metadata.remote && claudestep task add auth --description "Add a page" -q && claudestep sync
../d.git
[0596cb6] sync 'claudestep-metadata' with '../d.git'
  pushed  b570941..0596cb6
$ git -C ../d.git log --format=%s -1 claudestep-metadata
auth: add task 'Add a page'
$ claudestep undo -q && claudestep sync -q && git config --unset branch.claudestep-metadata.remote && claudestep sync
[a922ffd] sync 'claudestep-metadata' with 'upstream'
  pushed  b570941..a922ffd
# An address; and one that git is told to read as another.
$ cd .. && git init -q two && cd two && claudestep sync file://$TESTDIR/a.git && claudestep list
[a922ffd] sync 'claudestep-metadata' with 'file://$TESTDIR/a.git'
  fetched nothing..a922ffd
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
$ git config url.file://$TESTDIR/.insteadOf near: && claudestep task add auth --description "Add logout" -q && claudestep sync near:a.git
[65f859c] sync 'claudestep-metadata' with 'near:a.git'
  pushed  a922ffd..65f859c
$ git -C ../one fetch -q upstream && git -C ../one log --format=%s -1 upstream/claudestep-metadata
auth: add task 'Add logout'
# The address of a remote with a name is that remote.
$ cd ../one && git config remote.upstream.url file://$TESTDIR/a.git && claudestep sync file://$TESTDIR/a.git
[65f859c] sync 'claudestep-metadata' with 'upstream'
  fetched a922ffd..65f859c
# A name that is empty is none: a script forgot to say which.
$ claudestep sync ""
! error: the remote has no name
! hint: without a name one is chosen: claudestep sync
[2]
