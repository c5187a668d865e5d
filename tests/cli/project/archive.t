# Put away and taken up again.
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
$ git rev-parse claudestep-metadata:projects/auth.json
1998f3072bd5456a26865453d988c89acdd854dc
$ claudestep project archive auth
[d040bd1] auth: archive
! warning: 'auth' is archived with 1 open pull request: #42
$ claudestep project archive auth
nothing to do: auth: archive
$ git rev-parse claudestep-metadata:archive/auth.json
1998f3072bd5456a26865453d988c89acdd854dc
$ claudestep list
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  billing  empty   0/0  2026-01-01  2026-01-01  -
$ claudestep list --archived
  PROJECT  STATE             DONE  CREATED     UPDATED     COMPLETED
  auth     active, archived   1/3  2026-01-01  2026-01-01  -
  billing  empty              0/0  2026-01-01  2026-01-01  -
$ claudestep pr list
! no pull request to show
$ claudestep pr list --archived
  PROJECT   PR  STATE        TASK  REVIEWER  OPENED       COST  TITLE
  auth     #41  merged          1  alice     2025-12-20  $0.00  Users can log in
  auth     #42  open, stale     2  bob       2025-12-24  $0.00  Add password ...
$ claudestep stats | head -5
claudestep-metadata at d040bd1
\
  PROJECT  PROGRESS    DONE  TASKS  STATE  OPEN  STALE   COST  UPDATED
  billing  [--------]  0.0%    0/0  empty     -      -  $0.00  2026-01-01
\
$ claudestep show auth | head -3
auth: active, archived
  [########----------------] 33.3%
  3 tasks: 1 completed, 1 in progress, 1 pending
$ claudestep next auth
auth is archived: nothing in it is next
[1]
$ claudestep next auth --claim
auth is archived: nothing in it is next
[1]
$ claudestep project create auth
! error: cannot create project 'auth': 'auth' already exists in the archive
! hint: claudestep project unarchive auth
[4]
$ claudestep project archive atuh
! error: no project 'atuh'
! hint: did you mean 'auth'?
[3]
$ claudestep project archive
! error: missing operand 'NAME'
! hint: usage: claudestep project archive NAME
[2]
$ claudestep project unarchive auth --dry-run | grep '^would\|^diff'
would: auth: unarchive
diff --git a/archive/auth.json b/archive/auth.json
diff --git a/projects/auth.json b/projects/auth.json
$ claudestep project unarchive auth --json
{
  "kind": "write",
  "version": 1,
  "commit": "e97cde5e3923c1f4dcbfa168d50eabd58042b5b3",
  "operations": [
    {
      "op": "unarchive",
      "project": "auth"
    }
  ],
  "changed": true,
  "retries": 0,
  "completed_projects": []
}
$ claudestep project unarchive auth
nothing to do: auth: unarchive
$ git rev-parse claudestep-metadata:projects/auth.json
1998f3072bd5456a26865453d988c89acdd854dc
$ claudestep project archive billing -q
$ claudestep project rename billing invoices
[57f7e07] billing: rename to invoices
$ claudestep list --archived
  PROJECT   STATE            DONE  CREATED     UPDATED     COMPLETED
  auth      active            1/3  2026-01-01  2026-01-01  -
  invoices  empty, archived   0/0  2026-01-01  2026-01-01  -
$ claudestep project unarchive billing
! error: no project 'billing'
!   caused by: it was renamed to 'invoices'
! hint: claudestep show invoices
[3]
