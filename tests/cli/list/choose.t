# The options that choose projects and pull requests hold here as well.
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add login"}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 41, "branch": "a", "reviewer": "alice", "created_at": "2025-12-01T10:00:00Z"}
{"op": "set-pr-state", "project": "auth", "pr": 41, "state": "merged", "at": "2025-12-03T10:00:00Z"}
{"op": "create-project", "project": "billing"}
{"op": "add-task", "project": "billing", "description": "Add invoices"}
{"op": "open-pr", "project": "billing", "task": 1, "pr": 50, "branch": "e", "created_at": "2025-12-20T00:00:00Z"}
{"op": "create-project", "project": "audit"}
{"op": "create-project", "project": "authors"}
{"op": "archive", "project": "authors"}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
$ claudestep list --project "au*"
  PROJECT  STATE     DONE  CREATED     UPDATED     COMPLETED
  audit    empty      0/0  2026-01-01  2026-01-01  -
  auth     complete   1/1  2026-01-01  2026-01-01  2025-12-03
$ claudestep list --project "au*" --archived
  PROJECT  STATE            DONE  CREATED     UPDATED     COMPLETED
  audit    empty             0/0  2026-01-01  2026-01-01  -
  auth     complete          1/1  2026-01-01  2026-01-01  2025-12-03
  authors  empty, archived   0/0  2026-01-01  2026-01-01  -
$ claudestep list --project authors --project billing
  PROJECT  STATE            DONE  CREATED     UPDATED     COMPLETED
  authors  empty, archived   0/0  2026-01-01  2026-01-01  -
  billing  active            0/1  2026-01-01  2026-01-01  -
$ claudestep list --project "x*"
! no project to show
$ claudestep list --project nobody
! error: no project 'nobody'
! hint: claudestep list
[3]
$ claudestep list --reviewer alice
  PROJECT  STATE     DONE  CREATED     UPDATED     COMPLETED
  auth     complete   1/1  2026-01-01  2026-01-01  2025-12-03
$ claudestep list --reviewer ""
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  billing  active   0/1  2026-01-01  2026-01-01  -
$ claudestep list --until 2025-12-04
  PROJECT  STATE     DONE  CREATED     UPDATED     COMPLETED
  auth     complete   1/1  2026-01-01  2026-01-01  2025-12-03
$ claudestep list --since 2025-12-04 --json | grep '"project"'
      "project": "billing",
