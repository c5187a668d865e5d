# One line a project, by name.
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add user authentication"}
{"op": "add-task", "project": "auth", "description": "Add password reset"}
{"op": "add-task", "project": "auth", "description": "Rate-limit the login"}
{"op": "add-task", "project": "auth", "description": "Log every failed login", "depends_on": ["3"]}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 41, "branch": "claude-chain-auth-39b1209d", "reviewer": "alice", "title": "Users can log in", "created_at": "2025-12-20T10:00:00Z"}
{"op": "add-ai-operations", "project": "auth", "pr": 41, "operations": [{"type": "PRCreation", "model": "claude-sonnet-4", "cost_usd": 0.10, "created_at": "2025-12-20T10:00:00Z", "workflow_run_id": 7, "tokens_input": 120000, "tokens_output": 4500, "duration_seconds": 61.5}, {"type": "PRSummary", "model": "claude-haiku-4", "cost_usd": 1.5e-05, "created_at": "2025-12-20T10:01:00Z", "workflow_run_id": 7}]}
{"op": "set-pr-state", "project": "auth", "pr": 41, "state": "merged", "at": "2025-12-21T10:00:00Z", "merge_commit": "0123456789012345678901234567890123456789"}
{"op": "open-pr", "project": "auth", "task": 2, "pr": 42, "branch": "reset", "reviewer": "bob", "created_at": "2025-12-24T00:00:00Z"}
{"op": "create-project", "project": "billing"}
{"op": "add-task", "project": "billing", "description": "Add invoices"}
{"op": "check-task", "project": "billing", "task": 1, "checked": true}
{"op": "create-project", "project": "empty"}
{"op": "create-project", "project": "old"}
{"op": "archive", "project": "old"}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
$ claudestep list
  PROJECT  STATE     DONE  CREATED     UPDATED     COMPLETED
  auth     active     1/4  2026-01-01  2026-01-01  -
  billing  complete   1/1  2026-01-01  2026-01-01  -
  empty    empty      0/0  2026-01-01  2026-01-01  -
$ claudestep list --archived
  PROJECT  STATE            DONE  CREATED     UPDATED     COMPLETED
  auth     active            1/4  2026-01-01  2026-01-01  -
  billing  complete          1/1  2026-01-01  2026-01-01  -
  empty    empty             0/0  2026-01-01  2026-01-01  -
  old      empty, archived   0/0  2026-01-01  2026-01-01  -
# Those that have a pull request that is asked for, or a claim.
$ claudestep list --reviewer bob
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   1/4  2026-01-01  2026-01-01  -
$ claudestep list --until 2025-12-22 --reviewer alice --project 'a*'
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   1/4  2026-01-01  2026-01-01  -
$ claudestep list --since 2026-01-01
! no project to show
$ claudestep next auth --claim -q >/dev/null && claudestep list --since 2026-01-01
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   1/4  2026-01-01  2026-01-01  -
$ claudestep list --project old
  PROJECT  STATE            DONE  CREATED     UPDATED     COMPLETED
  old      empty, archived   0/0  2026-01-01  2026-01-01  -
$ claudestep list --project 'o*'
! no project to show
$ claudestep list --project 'o*' --archived
  PROJECT  STATE            DONE  CREATED     UPDATED     COMPLETED
  old      empty, archived   0/0  2026-01-01  2026-01-01  -
$ claudestep list --project nothing
! error: no project 'nothing'
! hint: claudestep list
[3]
