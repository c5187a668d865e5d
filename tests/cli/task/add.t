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
$ claudestep task add empty --description 'Write the README'
[a36bbfa] empty: add task 'Write the README'
$ claudestep task add empty --description 'Write the README' --json
{
  "kind": "write",
  "version": 1,
  "commit": "49b7d2ac2a0a1a21f24e2d741188f934c615e34b",
  "operations": [
    {
      "op": "add-task",
      "project": "empty",
      "description": "Write the README"
    }
  ],
  "changed": true,
  "retries": 0,
  "completed_projects": []
}
$ claudestep task add empty --description 'Plan the README' --index 1 --depends-on 2
[369078e] empty: add task 1
$ claudestep task list empty
  TASK  ID          STATUS                         DESCRIPTION
     1  b52f34ba    pending, waits for ffdb67f5-2  Plan the README
     2  ffdb67f5    pending, ready                 Write the README
     3  ffdb67f5-2  pending, ready                 Write the README
$ claudestep task add empty --description '  '
! error: cannot add a task to 'empty': the description is blank
! hint: say in a few words what is to be done
[2]
$ claudestep task add empty --description x --index 0
! error: option '--index': '0' is not a whole number from 1
[2]
$ claudestep task add empty --description x --index 9
! error: cannot add a task to 'empty': there is no place 9
! hint: the index can be 1 to 4
[2]
$ claudestep task add empty --description x --depends-on 17
! error: no task '17' in 'empty'
! hint: claudestep task list empty
[3]
$ claudestep task add empty
! error: missing option '--description TEXT'
! hint: usage: claudestep task add PROJECT --description TEXT [--index N] [--depends-on ID]...
[2]
$ claudestep task add emty --description x
! error: no project 'emty'
! hint: did you mean 'empty'?
[3]
$ claudestep task add empty --description "$(printf 'bad \377')"
! error: cannot add a task to 'empty': the description is not UTF-8 (byte 5)
! hint: give the description in UTF-8
[2]
$ claudestep task add old --description x
[f4278ee] old: add task 'x'
