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
$ claudestep show auth
auth: active
  [######------------------] 25.0%
  4 tasks: 1 completed, 1 in progress, 2 pending
  cost $0.100015, 2 AI operations, 120,000 tokens in, 4,500 out
  created 2026-01-01, updated 2026-01-01
\
  TASK  ID        STATUS                       DESCRIPTION
     1  39b1209d  completed                    Add user authentication
     2  31b403bb  in_progress                  Add password reset
     3  c0bc7ee4  pending, ready               Rate-limit the login
     4  b724a776  pending, waits for c0bc7ee4  Log every failed login
\
   PR  STATE        TASK  REVIEWER  OPENED           COST  TITLE
  #41  merged          1  alice     2025-12-20  $0.100015  Users can log in
  #42  open, stale     2  bob       2025-12-24      $0.00  Add password reset
$ claudestep show billing
billing: complete
  [########################] 100.0%
  1 task: 1 completed, 0 in progress, 0 pending
  cost $0.00, 0 AI operations, 0 tokens in, 0 out
  created 2026-01-01, updated 2026-01-01
\
  TASK  ID        STATUS     DESCRIPTION
     1  cba5450a  completed  Add invoices
$ claudestep show empty
empty: empty
  [------------------------] 0.0%
  0 tasks: 0 completed, 0 in progress, 0 pending
  cost $0.00, 0 AI operations, 0 tokens in, 0 out
  created 2026-01-01, updated 2026-01-01
$ claudestep show old
old: empty, archived
  [------------------------] 0.0%
  0 tasks: 0 completed, 0 in progress, 0 pending
  cost $0.00, 0 AI operations, 0 tokens in, 0 out
  created 2026-01-01, updated 2026-01-01
