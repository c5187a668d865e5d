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
$ claudestep task list auth
  TASK  ID        STATUS                       DESCRIPTION
     1  39b1209d  completed                    Add user authentication
     2  31b403bb  in_progress                  Add password reset
     3  c0bc7ee4  pending, ready               Rate-limit the login
     4  b724a776  pending, waits for c0bc7ee4  Log every failed login
$ claudestep task list auth --json
{
  "kind": "tasks",
  "version": 1,
  "project": "auth",
  "tasks": [
    {
      "project": "auth",
      "index": 1,
      "id": "39b1209d",
      "description": "Add user authentication",
      "status": "completed",
      "ready": false,
      "claim": null
    },
    {
      "project": "auth",
      "index": 2,
      "id": "31b403bb",
      "description": "Add password reset",
      "status": "in_progress",
      "ready": false,
      "claim": null
    },
    {
      "project": "auth",
      "index": 3,
      "id": "c0bc7ee4",
      "description": "Rate-limit the login",
      "status": "pending",
      "ready": true,
      "claim": null
    },
    {
      "project": "auth",
      "index": 4,
      "id": "b724a776",
      "description": "Log every failed login",
      "status": "pending",
      "ready": false,
      "claim": null
    }
  ]
}
$ claudestep task list auth --ready
  TASK  ID        STATUS          DESCRIPTION
     3  c0bc7ee4  pending, ready  Rate-limit the login
$ claudestep task list auth --status completed --status in_progress
  TASK  ID        STATUS       DESCRIPTION
     1  39b1209d  completed    Add user authentication
     2  31b403bb  in_progress  Add password reset
$ claudestep task list auth --status done
! error: option '--status': 'done' is none of pending, in_progress, completed
[2]
$ claudestep task list auth --status completed --ready
! no task to show
$ claudestep task list billing --ready --json
{
  "kind": "tasks",
  "version": 1,
  "project": "billing",
  "tasks": []
}
$ claudestep task list nothing
! error: no project 'nothing'
! hint: claudestep list
[3]
$ COLUMNS=50 claudestep task list auth
  TASK  ID        STATUS           DESCRIPTION
     1  39b1209d  completed        Add user aut...
     2  31b403bb  in_progress      Add password...
     3  c0bc7ee4  pending, ready   Rate-limit t...
     4  b724a776  pending, wai...  Log every fa...
