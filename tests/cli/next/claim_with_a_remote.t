# Where there is a remote, a claim is won when the remote has it.
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add user authentication"}
{"op": "add-task", "project": "auth", "description": "Add password reset"}
{"op": "add-task", "project": "auth", "description": "Rate-limit the login"}
{"op": "add-task", "project": "auth", "description": "Log every failed login"}
--- end
$ git init -q --bare shared.git && cd shared.git && claudestep apply -q ../operations.jsonl
$ cd .. && git clone -q --bare shared.git ours.git && git clone -q --bare shared.git theirs.git
$ cd ours.git && claudestep next auth --claim
claimed in auth: task 1
  description  Add user authentication
  id           39b1209d
  branch       claude-chain-auth-39b1209d
  claim        by A U Thor until 2026-01-01T02:02:00Z
$ git --git-dir ../shared.git log -1 --format=%s claudestep-metadata
auth: claim task 1
# The other clone has not heard of it and is told the next one; what it had unpushed goes along.
$ cd ../theirs.git && claudestep task edit auth 4 --description 'Log failed logins' -q
$ claudestep next auth --claim -v
claimed in auth: task 2
  description  Add password reset
  id           31b403bb
  branch       claude-chain-auth-31b403bb
  claim        by A U Thor until 2026-01-01T02:05:00Z
$ git --git-dir ../shared.git log -2 --no-merges --format=%s claudestep-metadata
auth: claim task 2
auth: reword task 4
$ git for-each-ref --format='%(refname)' | grep -v incoming
refs/heads/claudestep-metadata
refs/remotes/origin/claudestep-metadata
# --dry-run asks nobody.
$ cd ../ours.git && claudestep next auth --claim --dry-run | head -n 1
would: auth: claim task 2
# A retry with its op-id is the same claim.
$ claudestep next auth --claim --op-id run-7 --json | grep -E '"(index|by)"'
    "index": 3,
    "by": "A U Thor",
$ claudestep next auth --claim --op-id run-7 --json | grep -E '"(index|by)"'
    "index": 3,
    "by": "A U Thor",
$ cd ../theirs.git && claudestep next auth --claim --op-id run-7 --json | grep -E '"(index|by)"'
    "index": 3,
    "by": "A U Thor",
# A claim of one repository alone says so, and is one for the others once it is synced.
$ claudestep next auth --claim --no-sync
claimed in auth: task 4
  description  Log failed logins
  id           b724a776
  branch       claude-chain-auth-b724a776
  claim        by A U Thor until 2026-01-01T02:12:00Z
! claimed in this repository alone; other clones see it when the branch is pushed
$ cd ../ours.git && claudestep next auth
next in auth: task 4
  description  Log failed logins
  id           b724a776
  branch       claude-chain-auth-b724a776
$ cd ../theirs.git && claudestep sync -q && cd ../ours.git && claudestep next auth --claim
nothing is ready in auth
  - task 1 (39b1209d) is claimed by A U Thor
  - task 2 (31b403bb) is claimed by A U Thor
  - task 3 (c0bc7ee4) is claimed by A U Thor
  - task 4 (b724a776) is claimed by A U Thor
[1]
# A remote that refuses leaves nothing behind here.
$ claudestep task add auth --description 'One more' -q && claudestep sync -q
$ cp -r ../shared.git ../strict.git && printf '#!/bin/sh\necho "no claims on Sundays"\nexit 1\n' >../strict.git/hooks/pre-receive && chmod +x ../strict.git/hooks/pre-receive
$ git remote set-url origin ../strict.git && claudestep next auth --claim
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: no claims on Sundays
!   caused by: error: failed to push some refs to '../strict.git'
! hint: nothing was written; try again once the remote lets it
! hint: --no-sync claims in this repository alone
[7]
$ git log -1 --format=%s claudestep-metadata
auth: add task 'One more'
$ git remote set-url origin ../gone.git && claudestep next auth --claim
! error: cannot fetch from 'origin'
!   caused by: fatal: '../gone.git' does not appear to be a git repository
!   caused by: fatal: Could not read from remote repository.
!   caused by: Please make sure you have the correct access rights
!   caused by: and the repository exists.
! hint: --no-sync claims in this repository alone
[7]
$ claudestep next auth --claim --json 2>&1 | grep -o '"code":"[a-z_]*"'
"code":"git_failed"
$ git log -1 --format=%s claudestep-metadata
auth: add task 'One more'
# Several remotes, and none is chosen.
$ git remote rename origin one && git remote add two ../shared.git && claudestep next auth --claim
! error: there are several remotes, and none is chosen
!   caused by: they are 'one', 'two'
! hint: to choose one: claudestep sync NAME, or git config branch.claudestep-metadata.remote NAME
[3]
$ git config remote.pushDefault two && claudestep next auth --claim
claimed in auth: task 5
  description  One more
  id           08c3eb64
  branch       claude-chain-auth-08c3eb64
  claim        by A U Thor until 2026-01-01T02:23:00Z
