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
$ claudestep pr list
  PROJECT   PR  STATE        TASK  REVIEWER  OPENED           COST  TITLE
  auth     #41  merged          1  alice     2025-12-20  $0.100015  Users can...
  auth     #42  open, stale     2  bob       2025-12-24      $0.00  Add passw...
$ claudestep pr list auth --json
{
  "kind": "pull_requests",
  "version": 1,
  "project": "auth",
  "pull_requests": [
    {
      "project": "auth",
      "pr_number": 41,
      "task_index": 1,
      "task_id": "39b1209d",
      "reviewer": "alice",
      "pr_state": "merged",
      "created_at": "2025-12-20T10:00:00Z",
      "stale": false,
      "cost_usd": 0.100015
    },
    {
      "project": "auth",
      "pr_number": 42,
      "task_index": 2,
      "task_id": "31b403bb",
      "reviewer": "bob",
      "pr_state": "open",
      "created_at": "2025-12-24T00:00:00Z",
      "stale": true,
      "cost_usd": 0
    }
  ]
}
$ claudestep pr list --state open --state closed
  PROJECT   PR  STATE        TASK  REVIEWER  OPENED       COST  TITLE
  auth     #42  open, stale     2  bob       2025-12-24  $0.00  Add password ...
$ claudestep pr list --stale --json | grep -c pr_number
1
$ claudestep pr list --reviewer alice
  PROJECT   PR  STATE   TASK  REVIEWER  OPENED           COST  TITLE
  auth     #41  merged     1  alice     2025-12-20  $0.100015  Users can log in
$ claudestep pr list --reviewer carol
! no pull request to show
$ claudestep pr list --reviewer carol --json
{
  "kind": "pull_requests",
  "version": 1,
  "project": null,
  "pull_requests": []
}
$ claudestep pr list --state merge
! error: option '--state': 'merge' is none of open, merged, closed
! hint: did you mean 'merged'?
[2]
$ claudestep pr list auhh
! error: no project 'auhh'
! hint: did you mean 'auth'?
[3]
$ COLUMNS=60 claudestep pr list
  PROJECT   PR  STATE        TASK  REVIEWER  TITLE
  auth     #41  merged          1  alice     Users can lo...
  auth     #42  open, stale     2  bob       Add password...
