# A project that was deleted and made again is a new one: nothing of the old comes back, its history does.
$ git init -q --bare repo.git && cd repo.git && claudestep project create -q auth && claudestep task add -q auth --description 'Add login'
$ claudestep pr open -q auth --task 1 --pr 7 --branch work && claudestep project delete -q auth
$ claudestep show auth
! error: no project 'auth'
! hint: claudestep list
[3]
$ claudestep project create auth
[3305b02] auth: create
$ claudestep task list auth
! no task to show
$ claudestep task add auth --description 'Add login'
[e2eba45] auth: add task 'Add login'
$ claudestep pr open auth --task 1 --pr 7 --branch work
[f544120] auth: open #7 for task 1
$ claudestep log auth --oneline
f544120 auth: task 1: pending -> in_progress, #7 opened
e2eba45 auth: task 1: added 'Add login'
3305b02 auth: created
caee904 auth: deleted with 1 task, 1 pull request
49ef436 auth: task 1: pending -> in_progress, #7 opened
33cb71f auth: task 1: added 'Add login'
31eef34 auth: created
# The deletion cannot be taken back over it.
$ claudestep undo claudestep-metadata~3
! error: cannot undo caee904: later work on 'auth' depends on it
!   caused by: later commit f544120: #7 opened
!   caused by: later commit e2eba45: task 1: added 'Add login'
!   caused by: later commit 3305b02: created
! hint: to take the newest of it back, and then try again: claudestep undo f544120
[4]
$ claudestep fsck
projects/auth.json:23:24: warning: #7 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
1 file checked: 1 warning
