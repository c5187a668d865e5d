--- file run.json
{"type": "PRCreation", "model": "m", "cost_usd": 0.25, "created_at": "2026-01-01T00:00:00Z", "workflow_run_id": 8}
--- end
--- file more.json
[{"type": "PRCreation", "model": "m", "cost_usd": 0.25, "created_at": "2026-01-01T00:00:00Z", "workflow_run_id": 8},
 {"type": "PRSummary", "model": "m", "cost_usd": 0.01, "created_at": "2026-01-01T00:01:00Z", "workflow_run_id": 8}]
--- end
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
$ claudestep finalize auth --task 3 --pr 43 --branch limit --ops ../run.json
[c84fa2f] auth: open #43 for task 3
          auth: record 1 AI operation for #43 ($0.25)
$ claudestep finalize auth --task 3 --pr 43 --branch limit --ops ../run.json
nothing to do: auth: open #43 for task 3
               auth: record 1 AI operation for #43 ($0.25)
$ claudestep finalize auth --task 3 --pr 43 --branch limit --ops ../more.json --json
{
  "kind": "write",
  "version": 1,
  "commit": "73a4ddc92b7c631c3c5d4102cc3d02cafdb2a084",
  "operations": [
    {
      "op": "add-ai-operations",
      "project": "auth",
      "pr": 43,
      "operations": [
        {
          "type": "PRSummary",
          "model": "m",
          "cost_usd": 0.01,
          "created_at": "2026-01-01T00:01:00Z",
          "workflow_run_id": 8
        }
      ]
    }
  ],
  "changed": true,
  "retries": 0,
  "completed_projects": []
}
$ claudestep finalize auth --task 4 --pr 43 --branch limit --ops ../more.json
! error: cannot open #43 in 'auth': it is already recorded for task 3
!   caused by: operation 1 of 2; nothing was written
! hint: claudestep pr move auth --pr 43 --task 4
[4]
$ claudestep finalize auth --task 4 --pr 44 --branch log
[3944bbe] auth: open #44 for task 4
$ claudestep finalize auth --task 4 --pr 44 --branch log --ops ../missing.json
! error: cannot read '../missing.json'
!   caused by: No such file or directory
[2]
$ claudestep finalize nothing --task 4 --pr 44 --branch log
! error: no project 'nothing'
! hint: claudestep list
! hint: claudestep project create nothing
[3]
$ claudestep finalize auth --pr 44
! error: missing options '--task TASK', '--branch B'
! hint: usage: claudestep finalize PROJECT --task TASK --pr N --branch B [--reviewer R] [--title T] [--base BRANCH] [--ops FILE]
[2]
$ git log --format=%B -2 claudestep-metadata
auth: open #44 for task 4
\
Claudestep-Op: open-pr project=auth pr=44 task=4
\
auth: record 1 AI operation for #43 ($0.01)
\
Claudestep-Op: add-ai-operations project=auth pr=43 operations=1
\
$ claudestep pr list auth --state open
   PR  STATE        TASK  REVIEWER  OPENED       COST  TITLE
  #42  open, stale     2  bob       2025-12-24  $0.00  Add password reset
  #43  open            3  -         2026-01-01  $0.26  Rate-limit the login
  #44  open            4  -         2026-01-01  $0.00  Log every failed login
