# The branch as it was.
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
$ claudestep task add empty --description 'Not empty any more' -q
$ claudestep stats empty | grep '^  empty'
  empty    [--------]  0.0%    0/1  not_started     -      -  $0.00  2026-01-01
$ claudestep stats empty --at claudestep-metadata~1 | grep '^  empty'
  empty    [--------]  0.0%    0/0  empty     -      -  $0.00  2026-01-01
$ claudestep stats empty --at 2026-01-01T00:00:59Z | grep '^  empty'
  empty    [--------]  0.0%    0/0  empty     -      -  $0.00  2026-01-01
$ claudestep stats --at 2025-01-02T00:00:00Z | tail -n 3
0 projects, 0 tasks: 0 completed, 0 in progress, 0 pending
0 pull requests: 0 open, 0 merged, 0 closed
0 AI operations: $0.00, 0 tokens in, 0 out
$ claudestep stats --at 2024-01-01
! error: the metadata branch has no commit as old as '2024-01-01'
[3]
