# Reported and recomputed side by side; what cannot be recomputed is listed, not guessed.
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add user authentication"}
{"op": "add-task", "project": "auth", "description": "Add password reset"}
{"op": "add-task", "project": "auth", "description": "Rate-limit the login"}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 41, "branch": "claude-chain-auth-39b1209d", "reviewer": "alice", "created_at": "2025-12-20T10:00:00Z"}
{"op": "add-ai-operations", "project": "auth", "pr": 41, "operations": [{"type": "PRCreation", "model": "claude-sonnet-4-5-20250929", "cost_usd": 0.10, "created_at": "2025-12-20T10:00:00Z", "workflow_run_id": 7, "tokens_input": 12000, "tokens_output": 4500, "tokens_cache_read": 40000, "duration_seconds": 61.5}, {"type": "PRSummary", "model": "claude-haiku-4-5", "cost_usd": 1.5e-05, "created_at": "2026-01-05T10:01:00Z", "workflow_run_id": 7}]}
{"op": "set-pr-state", "project": "auth", "pr": 41, "state": "merged", "at": "2025-12-21T10:00:00Z"}
{"op": "open-pr", "project": "auth", "task": 2, "pr": 42, "branch": "reset", "created_at": "2025-12-24T00:00:00Z"}
{"op": "add-ai-operations", "project": "auth", "pr": 42, "operations": [{"type": "PRCreation", "model": "another", "cost_usd": 0, "created_at": "2026-01-05T00:00:00+02:00", "workflow_run_id": 8, "tokens_input": 5}]}
{"op": "create-project", "project": "billing"}
{"op": "add-task", "project": "billing", "description": "Add invoices"}
{"op": "open-pr", "project": "billing", "task": 1, "pr": 50, "branch": "invoices", "reviewer": "bob", "created_at": "2025-12-31T00:00:00Z"}
{"op": "add-ai-operations", "project": "billing", "pr": 50, "operations": [{"type": "PRRefinement", "model": "claude-opus-4-5", "cost_usd": 0.100015, "created_at": "2025-12-31T23:59:59Z", "workflow_run_id": 9, "tokens_input": 10000, "tokens_output": 2000, "duration_seconds": 7300}]}
{"op": "create-project", "project": "old"}
{"op": "add-task", "project": "old", "description": "Was done"}
{"op": "open-pr", "project": "old", "task": 1, "pr": 1, "branch": "old", "reviewer": "alice", "created_at": "2025-01-01T00:00:00Z"}
{"op": "add-ai-operations", "project": "old", "pr": 1, "operations": [{"type": "PRCreation", "model": "claude-opus-4-5", "cost_usd": 2, "created_at": "2025-01-01T00:00:00Z", "workflow_run_id": 1}]}
{"op": "archive", "project": "old"}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
! warning: 'old' is archived with 1 open pull request: #1
$ claudestep costs --recompute
claudestep-metadata at 468741e
\
  MODEL                       OPS   REPORTED  RECOMPUTED  DIFFERENCE
  claude-opus-4-5               1  $0.100015       $0.10  -$0.000015
  claude-sonnet-4-5-20250929    1      $0.10     $0.1155    +$0.0155
\
2 AI operations recomputed: reported $0.200015, their tokens come to $0.2155,
  difference +$0.015485
\
no price known (see `claudestep prices`), not recomputed:
  - another: 1 AI operation, $0.00
\
no tokens recorded, not recomputed:
  - claude-haiku-4-5: 1 AI operation, $0.000015
$ claudestep costs --recompute --by project
claudestep-metadata at 468741e
\
  PROJECT  OPS   REPORTED  RECOMPUTED  DIFFERENCE
  auth       1      $0.10     $0.1155    +$0.0155
  billing    1  $0.100015       $0.10  -$0.000015
\
2 AI operations recomputed: reported $0.200015, their tokens come to $0.2155,
  difference +$0.015485
\
no price known (see `claudestep prices`), not recomputed:
  - another: 1 AI operation, $0.00
\
no tokens recorded, not recomputed:
  - claude-haiku-4-5: 1 AI operation, $0.000015
$ git config claudestep.another.price '1 2 3 4' && git config claudestep.claude-haiku-4-5.price '0 0 0 0'
$ claudestep costs --recompute
claudestep-metadata at 468741e
\
  MODEL                       OPS   REPORTED  RECOMPUTED  DIFFERENCE
  claude-opus-4-5               1  $0.100015       $0.10  -$0.000015
  claude-sonnet-4-5-20250929    1      $0.10     $0.1155    +$0.0155
  another                       1      $0.00   $0.000005  +$0.000005
\
3 AI operations recomputed: reported $0.200015, their tokens come to $0.215505,
  difference +$0.01549
\
no tokens recorded, not recomputed:
  - claude-haiku-4-5: 1 AI operation, $0.000015
$ git config claudestep.another.price '1 2 3'
$ claudestep costs --recompute
! error: cannot use the setting 'claudestep.another.price'
!   caused by: '1 2 3' is not four prices
! hint: dollars for a million tokens of input, output, cache read and cache write: '5 25 0.50 6.25'
[2]
$ git config claudestep.another.price '1 2 3 -4'
$ claudestep costs --recompute --json
! {"kind":"error","version":1,"code":"invalid_input","message":"cannot use the setting 'claudestep.another.price'","causes":["'-4' is none of dollars from 0 to 1000000 with at most 9 decimals"],"hints":[],"retryable":false,"place":null}
[2]
$ claudestep costs | head -n 1
claudestep-metadata at 468741e
