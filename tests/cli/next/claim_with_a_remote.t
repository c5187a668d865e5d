# Where there is a remote, a claim of one clone is no claim for the others.
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add user authentication"}
{"op": "add-task", "project": "auth", "description": "Add password reset"}
{"op": "add-task", "project": "auth", "description": "Rate-limit the login"}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 41, "branch": "claude-chain-auth-39b1209d", "reviewer": "alice", "title": "Users can log in", "created_at": "2025-12-20T10:00:00Z"}
{"op": "set-pr-state", "project": "auth", "pr": 41, "state": "merged", "at": "2025-12-21T10:00:00Z"}
{"op": "open-pr", "project": "auth", "task": 2, "pr": 42, "branch": "reset", "reviewer": "bob", "created_at": "2025-12-24T00:00:00Z"}
{"op": "create-project", "project": "billing"}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
$ cd .. && git clone -q --bare repo.git clone.git && cd clone.git && git remote
origin
$ claudestep next auth --claim
! error: this claudestep cannot claim a task for all clones
!   caused by: the repository has the remote 'origin', and a claim is won there only when it is pushed
! hint: --no-sync claims in this repository alone
[6]
$ claudestep next auth --claim --json
! {"kind":"error","version":1,"code":"unsupported","message":"this claudestep cannot claim a task for all clones","causes":["the repository has the remote 'origin', and a claim is won there only when it is pushed"],"hints":["--no-sync claims in this repository alone"],"retryable":false,"place":null}
[6]
$ claudestep next auth --claim --no-sync
claimed in auth: task 3
  description  Rate-limit the login
  id           c0bc7ee4
  branch       claude-chain-auth-c0bc7ee4
  claim        by A U Thor until 2026-01-01T02:04:00Z
! claimed in this repository alone; other clones see it when the branch is pushed
$ claudestep next auth --claim --no-sync
nothing is ready in auth
  - task 2 (31b403bb) is in progress: #42
  - task 3 (c0bc7ee4) is claimed by A U Thor
[1]
$ git --git-dir ../repo.git log --oneline claudestep-metadata | grep -c claim
0
[1]
