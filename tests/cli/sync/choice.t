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
# A setting that names no remote is passed over.
$ git config branch.claudestep-metadata.remote gone && claudestep sync
nothing to do: 'claudestep-metadata' is the same here and on 'upstream'
# An address; and one that git is told to read as another.
$ cd .. && git init -q two && cd two && claudestep sync file://$TESTDIR/a.git && claudestep list
[b570941] sync 'claudestep-metadata' with 'file://$TESTDIR/a.git'
  fetched nothing..b570941
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
$ git config url.file://$TESTDIR/.insteadOf near: && claudestep task add auth --description "Add logout" -q && claudestep sync near:a.git
[21320c5] sync 'claudestep-metadata' with 'near:a.git'
  pushed  b570941..21320c5
$ git -C ../one fetch -q upstream && git -C ../one log --format=%s -1 upstream/claudestep-metadata
auth: add task 'Add logout'
# The address of a remote with a name is that remote.
$ cd ../one && git config remote.upstream.url file://$TESTDIR/a.git && claudestep sync file://$TESTDIR/a.git
[21320c5] sync 'claudestep-metadata' with 'upstream'
  fetched b570941..21320c5
# A name that is empty is none: a script forgot to say which.
$ claudestep sync ""
! error: the remote has no name
! hint: claudestep sync without a name chooses one
[2]
