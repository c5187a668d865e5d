# Unpushed work goes on a tip where its projects have other names, lie on the other shelf, or are not the same:
# the commit says so in renames and moves, and fsck has no objection.
--- file start
#!/bin/sh
# A remote and two clones of it; the first pushed two commits since, which the remote has lost.
mkdir "$TESTDIR/$1" && cd "$TESTDIR/$1" && git init -q --bare remote.git && git init -q one && cd one
git remote add origin ../remote.git && claudestep -q project create auth && claudestep -q task add auth --description "Add login"
claudestep -q sync --force-first && git clone -q --no-checkout ../remote.git ../two && claudestep -C ../two -q init
claudestep -q project create docs && claudestep -q task add docs --description "Write" && claudestep -q sync
git -C ../remote.git update-ref refs/heads/claudestep-metadata "$(git rev-parse claudestep-metadata~2)"
--- end
--- file look
#!/bin/sh
claudestep -C ../two -q sync && claudestep sync --accept-rewind -q || exit
git log -1 --format=%B claudestep-metadata | sed -n '/-Op/p' && claudestep list && claudestep fsck --frame
--- end
$ export TESTDIR && chmod +x start look && ./start a && cd a/one
# Somebody renamed what has work here.
$ claudestep -q task add auth --description "Add logout" && claudestep -C ../two -q project rename auth login && ../../look
Claudestep-Op: rename project=login to=auth
Claudestep-Op: add-task project=auth
Claudestep-Op: rename project=auth to=login
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  login    not_started   0/2  2026-01-01  2026-01-01  -
1 file checked: nothing found
! 4 commits held to what they say of themselves
# Somebody put away what is renamed here.
$ ../../start b && cd ../../b/one && claudestep -q project rename auth login && claudestep -C ../two -q project archive auth && ../../look
Claudestep-Op: rename project=auth to=login
Claudestep-Op: unarchive project=login
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  login    not_started   0/1  2026-01-01  2026-01-01  -
1 file checked: nothing found
! 4 commits held to what they say of themselves
# Somebody made another one of its name.
$ ../../start c && cd ../../c/one && claudestep -q task add docs --description "Print"
$ claudestep -C ../two -q project create docs && claudestep -C ../two -q task add docs --description "Sell" && ../../look
Claudestep-Op: rename project=docs to=docs-2
Claudestep-Op: create-project project=docs
Claudestep-Op: add-task project=docs
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  docs     not_started   0/2  2026-01-01  2026-01-01  -
  docs-2   not_started   0/1  2026-01-01  2026-01-01  -
3 files checked: nothing found
! 5 commits held to what they say of themselves
# Somebody made the same one, which is renamed here.
$ ../../start d && cd ../../d/one && claudestep -q project create more && claudestep -q project rename more rest && claudestep -C ../two -q project create more && ../../look
Claudestep-Op: create-project project=more
Claudestep-Op: rename project=more to=rest
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  rest     empty         0/0  2026-01-01  2026-01-01  -
2 files checked: nothing found
! 4 commits held to what they say of themselves
# Somebody renamed what is deleted here.
$ ../../start e && cd ../../e/one && claudestep -q project delete auth && claudestep -q project create other && claudestep -C ../two -q project rename auth login && ../../look
Claudestep-Op: delete project=auth
Claudestep-Op: create-project project=other
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  login    not_started   0/1  2026-01-01  2026-01-01  -
  other    empty         0/0  2026-01-01  2026-01-01  -
2 files checked: nothing found
! 4 commits held to what they say of themselves
