# Where names went from one project to another, what was done before the commit is not told as later work, and nobody is sent to take that back.
$ git init -q --bare r.git && git init -q one && cd one && git remote add origin ../r.git
$ claudestep project create auth -q && claudestep task add auth --description "Add login" -q && claudestep sync --force-first -q && git clone -q ../r.git ../two 2>/dev/null
$ for step in "rename auth A1" "create B1" "rename A1 tmp" "rename B1 A1" "rename tmp B1"; do claudestep project $step -q; done; git rev-parse claudestep-metadata >../last
$ claudestep -C ../two project rename auth Z9 -q && claudestep -C ../two sync -q && claudestep sync -q && claudestep list
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  A1       empty         0/0  2026-01-01  2026-01-01  -
  Z9       not_started   0/1  2026-01-01  2026-01-01  -
$ claudestep undo "$(cat ../last)"
! error: cannot undo eb4320a: later work on 'Z9' depends on it
!   caused by: later commit 410229a: renamed from auth
! hint: to take the newest of it back, and then try again: claudestep undo 410229a
[4]
$ claudestep list
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  A1       empty         0/0  2026-01-01  2026-01-01  -
  Z9       not_started   0/1  2026-01-01  2026-01-01  -
