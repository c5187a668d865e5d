# The first operation that is refused is named, and nothing is written.
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
$ git rev-parse claudestep-metadata >../tip
$ echo '{"op": "add-task", "project": "empty", "description": "One"}
> {"op": "check-task", "project": "empty", "task": 7}' | claudestep apply
! error: no task '7' in 'empty'
!   caused by: operation 2 of 2; nothing was written
! hint: claudestep task list empty
[3]
$ echo '{"op": "add-tusk"}' | claudestep apply
! error: standard input:1:8: op is "add-tusk"; expected the name of an operation such as open-pr
! hint: did you mean 'add-task'?
[2]
$ echo '{"op": "add-task", "project": "empty", "descripton": "x"}' | claudestep apply
! error: standard input:1:40: the operation has an unknown member 'descripton'
! hint: did you mean 'description'?
[2]
$ echo '{"op": "add-task", "project": "empty"}' | claudestep apply
! error: standard input:1:1: the operation has no member 'description'
[2]
$ echo '
> {"op": ' | claudestep apply
! error: standard input:2:8: expected a value, found the end of the document
!   caused by: the object that starts at line 2, column 1 is not closed
[2]
$ echo '{"op": "create-project", "project": "../x"}' | claudestep apply
! error: cannot create project '../x'
!   caused by: '../x' is no project name: it contains '/'
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ echo '{"op": "create-project", "project": "AUTH"}' | claudestep apply
! error: cannot create project 'AUTH': 'auth' exists, and two names may not differ by letter case alone
! hint: choose another name, or use 'auth'
[4]
$ echo '{"op": "delete", "project": "a/b"}' | claudestep apply --json
! {"kind":"error","version":1,"code":"not_found","message":"no project 'a/b'","causes":[],"hints":["claudestep list"],"retryable":false,"place":null}
[3]
$ claudestep apply ../nothing.jsonl
! error: cannot read '../nothing.jsonl'
!   caused by: No such file or directory
[2]
$ claudestep apply ..
! error: cannot read '..'
!   caused by: Is a directory
[2]
$ git rev-parse claudestep-metadata | cmp - ../tip
