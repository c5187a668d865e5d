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
# Two new ones of one name are one; not where one of them had another name first. Who was first keeps it.
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
  pages    empty   0/0  2025-12-31  2026-01-01  -
  pages-2  empty   0/0  2026-01-01  2026-01-01  -
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
# Made under one name and renamed alike on both sides: that is one.
$ ../../start g && cd ../../g/one && claudestep -q project create notes && claudestep -q project rename notes pages && claudestep -C ../two -q project create notes && claudestep -C ../two -q project rename notes pages && claudestep -C ../two -q task add pages --description "Print" && ../../meet
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  docs     empty         0/0  2026-01-01  2026-01-01  -
  pages    not_started   0/1  2026-01-01  2026-01-01  -
2 files checked: nothing found
! 4 commits held to what they say of themselves
