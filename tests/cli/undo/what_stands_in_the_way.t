# Later work that touched the same or depends on it is named with its commits; nothing is written.
$ git init -q --bare repo.git && cd repo.git
$ claudestep project create auth >out && claudestep task add auth --description 'Add login' >out
$ claudestep task add auth --description 'Add logout' >out
$ claudestep pr open auth --task 2 --pr 80 --branch work --reviewer alice >out
$ claudestep pr merge auth --pr 80 >out
$ git rev-parse claudestep-metadata >tip
$ claudestep undo claudestep-metadata~1
! error: cannot undo afb2b52: later work on 'auth' depends on it
!   caused by: later commit 3ed0c99: #80 merged
! hint: to take the newest of it back, and then try again: claudestep undo 3ed0c99
[4]
$ claudestep undo claudestep-metadata~2
! error: cannot undo 071f72b: later work on 'auth' depends on it
!   caused by: later commit 3ed0c99: #80 merged
!   caused by: later commit afb2b52: #80 opened for alice
! hint: to take the newest of it back, and then try again: claudestep undo 3ed0c99
[4]
$ claudestep undo claudestep-metadata~4
! error: cannot undo 83724d1: later work on 'auth' depends on it
!   caused by: later commit 3ed0c99: #80 merged
!   caused by: later commit afb2b52: #80 opened for alice
!   caused by: later commit 071f72b: task 2: added 'Add logout'
!   caused by: later commit 9d82817: task 1: added 'Add login'
! hint: to take the newest of it back, and then try again: claudestep undo 3ed0c99
[4]
$ claudestep undo claudestep-metadata~5
! error: cannot undo e1487f4: it changed no project
[4]
$ claudestep undo "$(git rev-list --max-parents=0 claudestep-metadata)"
! error: cannot undo 345a27c: the branch begins with it
[4]
$ claudestep undo claudestep-metadata~2 --json
! {"kind":"error","version":1,"code":"conflict","message":"cannot undo 071f72b: later work on 'auth' depends on it","causes":["later commit 3ed0c99: #80 merged","later commit afb2b52: #80 opened for alice"],"hints":["to take the newest of it back, and then try again: claudestep undo 3ed0c99"],"retryable":false,"place":null}
[4]
$ claudestep undo nowhere
! error: 'nowhere' does not name a commit
[3]
$ git rev-parse claudestep-metadata | cmp - tip
# Newest first, it all goes.
$ claudestep undo -q && claudestep undo claudestep-metadata~2 -q && claudestep undo claudestep-metadata~4 -q
$ claudestep log auth --oneline
c0534dc auth: undo of 071f72b: task 2: removed 'Add logout'
4771ebd auth: undo of afb2b52: task 2: in_progress -> pending, #80 removed
58060fd auth: undo of 3ed0c99: task 2: completed -> in_progress, #80 merged -...
3ed0c99 auth: task 2: in_progress -> completed, #80 merged
afb2b52 auth: task 2: pending -> in_progress, #80 opened for alice
071f72b auth: task 2: added 'Add logout'
9d82817 auth: task 1: added 'Add login'
83724d1 auth: created
$ claudestep show auth
auth: not_started
  [------------------------] 0.0%
  1 task: 0 completed, 0 in progress, 1 pending
  cost $0.00, 0 AI operations, 0 tokens in, 0 out
  created 2026-01-01, updated 2026-01-01
\
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
