# Rewording keeps the id; ticks decide where no pull request does.
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
$ claudestep task edit auth 3 --description 'Rate-limit every login'
[1ea503b] auth: reword task 3
$ claudestep task edit auth 3 --description 'Rate-limit every login'
nothing to do: auth: reword task 3
$ claudestep task list auth --ready
  TASK  ID        STATUS          DESCRIPTION
     3  c0bc7ee4  pending, ready  Rate-limit every login
$ claudestep task edit auth 9 --description x
! error: no task '9' in 'auth'
! hint: claudestep task list auth
[3]
$ claudestep task edit auth 39b1209e --description x
! error: no task '39b1209e' in 'auth'
! hint: did you mean '39b1209d'?
[3]
$ claudestep task edit auth ' ' --description x
! error: a task is named by its index or its id
! hint: claudestep task list PROJECT
[2]
$ claudestep task check auth 3
[9efe2e6] auth: check task 3
$ claudestep task check auth 3
nothing to do: auth: check task 3
$ claudestep task check auth 4
[7708aac] auth: check task 4
$ claudestep task uncheck auth 4 --json
{
  "kind": "write",
  "version": 1,
  "commit": "88ac6fb082754ecbd08882c0382300c3b521885b",
  "operations": [
    {
      "op": "check-task",
      "project": "auth",
      "task": 4,
      "checked": false
    }
  ],
  "changed": true,
  "retries": 0,
  "completed_projects": []
}
$ claudestep task uncheck auth 39b1209d
nothing to do: auth: uncheck task 39b1209d
$ claudestep task check auth 99
! error: no task '99' in 'auth'
! hint: claudestep task list auth
[3]
