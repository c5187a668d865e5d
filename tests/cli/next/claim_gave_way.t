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
! task 1 was claimed by Other at the same time; trying the next
$ head -n 1 ../second && claudestep -q next auth --claim --op-id run-7 | head -n 1
claimed in auth: task 1
claimed in auth: task 2
$ claudestep sync -q && claudestep task list auth
  TASK  ID        STATUS                        DESCRIPTION
     1  8b125077  pending, claimed by Other     One
     2  94a72c07  pending, claimed by A U Thor  Two
     3  926f52d1  pending, ready                Three
