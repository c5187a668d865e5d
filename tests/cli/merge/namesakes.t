# Who has a project of which name, where two clones give one name to different projects.
--- file start
#!/bin/sh
# A remote and two clones of it, all of which know an empty project 'docs'.
mkdir "$TESTDIR/$1" && cd "$TESTDIR/$1" && git init -q --bare remote.git && git init -q one && cd one
git remote add origin ../remote.git && claudestep -q project create docs && claudestep -q sync --force-first
git clone -q --no-checkout ../remote.git ../two && claudestep -C ../two -q init
--- end
--- file meet
#!/bin/sh
claudestep sync -q && claudestep -C ../two sync | sed -n '/gave way/p' && cd ../two && claudestep list && claudestep fsck --frame
--- end
$ export TESTDIR && chmod +x start meet
# All in one second: what was renamed has its name, what was made under it there is another.
$ ./start a && cd a/one && claudestep -q project rename docs pages && claudestep -C ../two -q project create pages && ../../meet
  gave way: pages-2: project: kept 'pages-2', gave up 'pages'
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  pages    empty   0/0  2026-01-01  2026-01-01  -
  pages-2  empty   0/0  2026-01-01  2026-01-01  -
2 files checked: nothing found
! 4 commits held to what they say of themselves
$ ../../start b && cd ../../b/one && claudestep -q project rename docs pages && claudestep -C ../two -q project delete docs && claudestep -C ../two -q project create pages && ../../meet
  gave way: pages: deletion: kept 'the project', gave up 'deleted'
  gave way: pages-2: project: kept 'pages-2', gave up 'pages'
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  pages    empty   0/0  2026-01-01  2026-01-01  -
  pages-2  empty   0/0  2026-01-01  2026-01-01  -
2 files checked: nothing found
! 5 commits held to what they say of themselves
# The name of before was given to another one as well.
$ ../../start c && cd ../../c/one && claudestep -q task add docs --description "Write" && claudestep -q project rename docs pages
$ claudestep -q project create docs && claudestep -C ../two -q project create pages && claudestep -C ../two -q task add pages --description "Print" && ../../meet
  gave way: pages-2: project: kept 'pages-2', gave up 'pages'
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  docs     empty         0/0  2026-01-01  2026-01-01  -
  pages    not_started   0/1  2026-01-01  2026-01-01  -
  pages-2  not_started   0/1  2026-01-01  2026-01-01  -
3 files checked: nothing found
! 7 commits held to what they say of themselves
# Two new ones of one name are one; not where one of them had another name first. Who had no other keeps it, whatever a clock says.
$ ../../start d && cd ../../d/one && claudestep -q project create pages && CLAUDESTEP_NOW=2025-12-31T00:00:00Z claudestep -C ../two -q project create pages && ../../meet
  gave way: pages: created_at: kept '2025-12-31T00:00:00Z', gave up '2026-01-01T00:05:00Z'
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  docs     empty   0/0  2026-01-01  2026-01-01  -
  pages    empty   0/0  2025-12-31  2026-01-01  -
2 files checked: nothing found
! 4 commits held to what they say of themselves
$ ../../start e && cd ../../e/one && claudestep -q project create pages && CLAUDESTEP_NOW=2025-12-31T00:00:00Z claudestep -C ../two -q project create notes && claudestep -C ../two -q project rename notes pages && ../../meet
  gave way: pages-2: project: kept 'pages-2', gave up 'pages'
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  docs     empty   0/0  2026-01-01  2026-01-01  -
  pages    empty   0/0  2026-01-01  2026-01-01  -
  pages-2  empty   0/0  2025-12-31  2026-01-01  -
3 files checked: nothing found
! 5 commits held to what they say of themselves
$ ../../start f && cd ../../f/one && claudestep -q project create more && claudestep -q project rename more pages && claudestep -C ../two -q project create notes && claudestep -C ../two -q project rename notes pages && ../../meet
  gave way: pages-2: project: kept 'pages-2', gave up 'pages'
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  docs     empty   0/0  2026-01-01  2026-01-01  -
  pages    empty   0/0  2026-01-01  2026-01-01  -
  pages-2  empty   0/0  2026-01-01  2026-01-01  -
3 files checked: nothing found
! 6 commits held to what they say of themselves
# Made under one name at one time and renamed alike on both sides: that is one. At two times nobody can tell.
$ ../../start g && cd ../../g/one && claudestep -q project create notes && claudestep -q project rename notes pages && claudestep -C ../two -q project create notes && claudestep -C ../two -q project rename notes pages && claudestep -C ../two -q task add pages --description "Print" && ../../meet
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  docs     empty         0/0  2026-01-01  2026-01-01  -
  pages    not_started   0/1  2026-01-01  2026-01-01  -
2 files checked: nothing found
! 4 commits held to what they say of themselves
$ ../../start h && cd ../../h/one && claudestep -q project create notes && claudestep -q project rename notes pages && CLAUDESTEP_NOW=2025-12-31T00:00:00Z claudestep -C ../two -q project create notes && claudestep -C ../two -q project rename notes pages && ../../meet
  gave way: pages-2: project: kept 'pages-2', gave up 'pages'
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  docs     empty   0/0  2026-01-01  2026-01-01  -
  pages    empty   0/0  2025-12-31  2026-01-01  -
  pages-2  empty   0/0  2026-01-01  2026-01-01  -
3 files checked: nothing found
! 6 commits held to what they say of themselves
$ ../../start i && cd ../../i/one && claudestep -q project create notes && claudestep -q project rename notes pages && CLAUDESTEP_NOW=2025-12-31T00:00:00Z claudestep -C ../two -q project create notes && claudestep -C ../two -q project rename notes files && ../../meet
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  docs     empty   0/0  2026-01-01  2026-01-01  -
  files    empty   0/0  2025-12-31  2026-01-01  -
  pages    empty   0/0  2026-01-01  2026-01-01  -
3 files checked: nothing found
! 6 commits held to what they say of themselves
# One that came to its name by way of another that is somebody's is not joined with that one.
$ ../../start j && cd ../../j/one && claudestep -q project create a && claudestep -q task add a --description "Of a" && claudestep -q project rename a b && claudestep -q project rename b c && claudestep -C ../two -q project create b && claudestep -C ../two -q task add b --description "Of b" && ../../meet
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  b        not_started   0/1  2026-01-01  2026-01-01  -
  c        not_started   0/1  2026-01-01  2026-01-01  -
  docs     empty         0/0  2026-01-01  2026-01-01  -
3 files checked: nothing found
! 8 commits held to what they say of themselves
# One that was renamed and back meets one that was made under the other name.
$ ../../start k && cd ../../k/one && claudestep -q project create a && claudestep -q project rename a b && claudestep -q project rename b a && CLAUDESTEP_NOW=2025-12-31T00:00:00Z claudestep -C ../two -q project create b && ../../meet
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  a        empty   0/0  2026-01-01  2026-01-01  -
  b        empty   0/0  2025-12-31  2025-12-31  -
  docs     empty   0/0  2026-01-01  2026-01-01  -
3 files checked: nothing found
! 6 commits held to what they say of themselves
# In whatever order three meet: two that never had another name are one, the third is not.
--- file three
#!/bin/sh
# Makes the clones, and syncs the named ones in that order.
./start "$1" && cd "$1/one" && git clone -q --no-checkout ../remote.git ../three && claudestep -C ../three -q init
claudestep -q project create pages && claudestep -q task add pages --description "Of one"
claudestep -C ../two -q project create notes && claudestep -C ../two -q task add notes --description "Of two" && claudestep -C ../two -q project rename notes pages
CLAUDESTEP_NOW=2025-12-31T00:00:00Z claudestep -C ../three -q project create pages && claudestep -C ../three -q task add pages --description "Of three"
shift && for clone in "$@"; do claudestep -C "../$clone" -q sync; done
for project in pages pages-2 pages-3; do claudestep -C "../$clone" task list $project | sed "s/^/$project:/"; done 2>/dev/null
--- end
$ cd "$TESTDIR" && chmod +x three && ./three l one two three | tee order && for order in "one three two" "two three one"; do ./three "m $order" $order | cmp - order; done
pages:  TASK  ID        STATUS          DESCRIPTION
pages:     1  63c0b1e0  pending, ready  Of three
pages:     2  c87d7807  pending, ready  Of one
pages-2:  TASK  ID        STATUS          DESCRIPTION
pages-2:     1  b010242a  pending, ready  Of two
