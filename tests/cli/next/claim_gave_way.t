# Somebody claims the same task in the same clone, without asking the remote, while a claim is pushed: the merge of the
# two gives it to one, and whose claim gave way hears of it and gets the next.
$ git init -q --bare hub.git && git init -q one && cd one && git remote add origin ../hub.git
$ claudestep -q project create auth && for task in One Two Three; do claudestep -q task add auth --description $task; done && claudestep -q sync --force-first
--- file hub.git/hooks/pre-receive
#!/bin/sh
cd .. && [ ! -e done ] && touch done || exit 0
unset GIT_DIR GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
CLAUDESTEP_NOW=2026-01-01T01:00:00Z GIT_AUTHOR_NAME=Other claudestep -C one next auth --claim --no-sync > second
--- end
$ chmod +x ../hub.git/hooks/pre-receive && claudestep next auth --claim --op-id run-7
claimed in auth: task 2
  description  Two
  id           94a72c07
  branch       claude-chain-auth-94a72c07
  claim        by A U Thor until 2026-01-01T02:02:00Z
! gave way: auth: claim of task 8b125077: kept 'Other from 2026-01-01T01:00:00Z until 2026-01-01T03:00:00Z', gave up 'A U Thor from 2026-01-01T00:02:00Z until 2026-01-01T02:02:00Z'
! somebody else took task 1 in this repository at the same time; trying the next
$ head -n 1 ../second && claudestep -q next auth --claim --op-id run-7 | head -n 1
claimed in auth: task 1
claimed in auth: task 2
$ claudestep sync -q && claudestep task list auth
  TASK  ID        STATUS                        DESCRIPTION
     1  8b125077  pending, claimed by Other     One
     2  94a72c07  pending, claimed by A U Thor  Two
     3  926f52d1  pending, ready                Three
# So it is where the other renamed the project as well; where what came is a pull request, or nobody can say whose claim it is, that is the answer.
--- file hub.git/hooks/pre-receive
#!/bin/sh
cd .. && [ ! -e done ] && touch done || exit 0
unset GIT_DIR GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
cd one && . ../meanwhile >../second 2>&1
--- end
--- file beside
echo "$1" >../meanwhile && rm -f ../done && shift && claudestep next auth --claim "$@"
--- end
$ chmod +x ../hub.git/hooks/pre-receive && for task in Four Five Six; do claudestep -q task add auth --description $task; done && claudestep -q task check auth 1 && claudestep -q task check auth 2 && claudestep -q sync
$ sh ../beside 'claudestep pr open auth --task 3 --pr 9 --branch x' --op-id run-8
nothing is ready in auth
  - task 3 (926f52d1) is in progress: #9
! the task that this --op-id claimed is in progress or done
! hint: another --op-id claims the next
[1]
$ sh ../beside 'claudestep next auth --claim --no-sync' --op-id run-9
! error: a claim was pushed as commit 94ecffe491a0be5be22f6b3afaddff2065a702c4, and somebody wrote in this repository meanwhile
!   caused by: cannot tell whether task 4 of 'auth' is claimed by 'run-9' or by another
!   caused by: 94614753103110dc9fffb7cbd34f822ab535192e claimed it in the same second, in the same name
! hint: another --op-id claims the next
! hint: claudestep log
[4]
$ sh ../beside 'CLAUDESTEP_NOW=2026-01-01T00:30:00Z GIT_AUTHOR_NAME=Other claudestep next auth --claim --no-sync; claudestep project rename auth login' --op-id run-10
! gave way: login: claim of task 6ab523c5: kept 'Other from 2026-01-01T00:30:00Z until 2026-01-01T02:30:00Z', gave up 'A U Thor from 2026-01-01T00:08:00Z until 2026-01-01T02:08:00Z'
! somebody else took task 5 in this repository at the same time; trying the next
! error: a claim was pushed as commit df87bde33aa662c656833d586bab5e16c0a8f1f2, and somebody wrote in this repository meanwhile
!   caused by: no project 'auth'
!   caused by: it was renamed to 'login'
! hint: claudestep show login
! hint: claudestep log
[3]
$ claudestep -q sync && claudestep task list login
  TASK  ID        STATUS                        DESCRIPTION
     1  8b125077  completed                     One
     2  94a72c07  completed                     Two
     3  926f52d1  in_progress                   Three
     4  12f5aedc  pending, claimed by A U Thor  Four
     5  6ab523c5  pending, claimed by Other     Five
     6  58ea8edc  pending, ready                Six
