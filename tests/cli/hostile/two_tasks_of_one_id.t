# A task that was copied by hand, with its id: nobody can say to which of the two a record belongs.
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin
$ claudestep -q project create auth && for i in 1 2 3; do claudestep -q task add auth --description "Task $i"; done
$ claudestep -q pr open auth --task 1 --pr 4 --branch one && git switch -q -c one && git commit -q --allow-empty -m work && git switch -q main && git merge -q --no-ff -m "Merge pull request #4 from example/one" one
$ git worktree add -q ../wt claudestep-metadata && cd ../wt && sed -i 's/"id": "fb9e91ae"/"id": "15e66171"/' projects/auth.json && git commit -q -am 'copied by hand' && cd ../repo
$ claudestep fsck
projects/auth.json:9:22: warning: the description of task 1 is a stand-in, 'Task 1' [task/placeholder]
  hint: give it the real words: claudestep task edit, or import the plan
projects/auth.json:15:22: warning: the description of task 2 is a stand-in, 'Task 2' [task/placeholder]
projects/auth.json:16:17: warning: task 2 is stored as pending, but what is recorded makes it in_progress [task/status-mismatch]
  hint: 'claudestep fsck --fix' repairs it
projects/auth.json:17:13: error: task 2 has the id '15e66171', as task 1 has [task/duplicate-id]
  hint: decide which task keeps the id and give the other one of its own by hand
projects/auth.json:21:22: warning: the description of task 3 is a stand-in, 'Task 3' [task/placeholder]
projects/auth.json:35:24: warning: #4 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
1 file checked: 1 error, 5 warnings
! hint: to repair 1 of 6 in one commit: claudestep fsck --fix
[1]
$ claudestep pr open auth --task 2 --pr 5 --branch two
! error: task '15e66171' is recorded twice in 'auth'
! hint: claudestep fsck
[5]
$ claudestep finalize auth --task 1 --pr 5 --branch two
! error: task '15e66171' is recorded twice in 'auth'
! hint: claudestep fsck
[5]
$ claudestep pr merge auth --pr 4
! error: task '15e66171' is recorded twice in 'auth'
! hint: claudestep fsck
[5]
$ claudestep pr move auth --pr 4 --task 3
! error: task '15e66171' is recorded twice in 'auth'
! hint: claudestep fsck
[5]
$ claudestep task edit auth 2 --description reworded
! error: task '15e66171' is recorded twice in 'auth'
! hint: claudestep fsck
[5]
$ claudestep task check auth 1
! error: task '15e66171' is recorded twice in 'auth'
! hint: claudestep fsck
[5]
$ claudestep task release auth 15e66171
! error: task '15e66171' is recorded twice in 'auth'
! hint: claudestep fsck
[5]
$ claudestep next auth --claim
claimed in auth: task 3
  description  Task 3
  id           74a6a7b0
  branch       claude-chain-auth-74a6a7b0
  claim        by A U Thor until 2026-01-01T02:12:00Z
$ claudestep task add auth --description 'Task 4' --depends-on 2
! error: task '15e66171' is recorded twice in 'auth'
! hint: claudestep fsck
[5]
$ claudestep reconcile --check
! warning: projects/auth.json is left out: task '15e66171' is recorded twice in 'auth'
! error: it is not known whether there is drift
!   caused by: projects/auth.json is left out
!   caused by: task '15e66171' is recorded twice in 'auth'
! hint: claudestep fsck
[5]
# What tells of no task goes on, and so does the rest of the project.
$ claudestep pr assign auth --pr 4 --reviewer bob
[5869a23] auth: assign #4 to bob
$ claudestep pr open auth --task 3 --pr 6 --branch three
[d475ea9] auth: open #6 for task 3
# Repaired, each is its own again.
$ cd ../wt && git reset -q --hard && sed -i '0,/"id": "15e66171"/!{0,/"id": "15e66171"/s//"id": "fb9e91ae"/}' projects/auth.json && git commit -q -am 'repaired by hand' && cd ../repo
$ claudestep pr merge auth --pr 4
[50d7865] auth: merge #4
$ claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  15e66171  completed       Task 1
     2  fb9e91ae  pending, ready  Task 2
     3  74a6a7b0  in_progress     Task 3
