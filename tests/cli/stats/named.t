# Some projects only; a name that is not there is an error.
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
$ claudestep stats billing auth billing | grep -v '^$'
claudestep-metadata at fb2c5a4
  PROJECT  PROGRESS      DONE  TASKS  STATE     OPEN  STALE       COST
  auth     [##------]   25.0%    1/4  active       1      1  $0.100015
  billing  [########]  100.0%    1/1  complete     -      -      $0.00
  REVIEWER  OPEN  MERGED  CLOSED       COST
  alice        -       1       -  $0.100015
  bob          1       -       -      $0.00
2 projects, 5 tasks: 2 completed, 1 in progress, 2 pending
2 pull requests: 1 open (1 stale), 1 merged, 0 closed
2 AI operations: $0.100015, 120,000 tokens in, 4,500 out
$ claudestep stats billling
! error: no project 'billling'
! hint: did you mean 'billing'?
[3]
$ claudestep stats auth nothing-like-it --json
! {"kind":"error","version":1,"code":"not_found","message":"no project 'nothing-like-it'","causes":[],"hints":["claudestep list"],"retryable":false,"place":null}
[3]
$ claudestep stats a/b
! error: 'a/b' is no project name: it contains '/'
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
