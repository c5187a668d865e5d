# By each side; equals by name, those that do not say last of equals; days and months in order.
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
$ claudestep costs
claudestep-metadata at 468741e
\
  MODEL                            COST  OPS  PRS  TOKENS IN    OUT    TIME
  claude-opus-4-5             $0.100015    1    1     10,000  2,000  2h 01m
  claude-sonnet-4-5-20250929      $0.10    1    1     12,000  4,500  1m 01s
  claude-haiku-4-5            $0.000015    1    1          0      0      0s
  another                         $0.00    1    1          5      0      0s
\
4 AI operations for 3 pull requests: $0.20003, 22,005 tokens in, 6,500 out,
  cache 40,000 read, 0 written, 2h 02m
$ claudestep costs --by project
claudestep-metadata at 468741e
\
  PROJECT  SHARE            COST  OPS  PRS  TOKENS IN    OUT    TIME
  auth     [####----]  $0.100015    3    2     12,005  4,500  1m 01s
  billing  [####----]  $0.100015    1    1     10,000  2,000  2h 01m
\
4 AI operations for 3 pull requests: $0.20003, 22,005 tokens in, 6,500 out,
  cache 40,000 read, 0 written, 2h 02m
$ claudestep costs --by reviewer
claudestep-metadata at 468741e
\
  REVIEWER  SHARE            COST  OPS  PRS  TOKENS IN    OUT    TIME
  alice     [####----]  $0.100015    2    1     12,000  4,500  1m 01s
  bob       [####----]  $0.100015    1    1     10,000  2,000  2h 01m
  (none)    [--------]      $0.00    1    1          5      0      0s
\
4 AI operations for 3 pull requests: $0.20003, 22,005 tokens in, 6,500 out,
  cache 40,000 read, 0 written, 2h 02m
$ claudestep costs --by type
claudestep-metadata at 468741e
\
  TYPE          SHARE            COST  OPS  PRS  TOKENS IN    OUT    TIME
  PRRefinement  [####----]  $0.100015    1    1     10,000  2,000  2h 01m
  PRCreation    [####----]      $0.10    2    2     12,005  4,500  1m 01s
  PRSummary     [--------]  $0.000015    1    1          0      0      0s
\
4 AI operations for 3 pull requests: $0.20003, 22,005 tokens in, 6,500 out,
  cache 40,000 read, 0 written, 2h 02m
$ claudestep costs --by day
claudestep-metadata at 468741e
\
  DAY         SHARE            COST  OPS  PRS  TOKENS IN    OUT    TIME
  2025-12-20  [####----]      $0.10    1    1     12,000  4,500  1m 01s
  2025-12-31  [####----]  $0.100015    1    1     10,000  2,000  2h 01m
  2026-01-04  [--------]      $0.00    1    1          5      0      0s
  2026-01-05  [--------]  $0.000015    1    1          0      0      0s
\
4 AI operations for 3 pull requests: $0.20003, 22,005 tokens in, 6,500 out,
  cache 40,000 read, 0 written, 2h 02m
$ claudestep costs --by month
claudestep-metadata at 468741e
\
  MONTH    SHARE            COST  OPS  PRS  TOKENS IN    OUT    TIME
  2025-12  [#######-]  $0.200015    2    2     22,000  6,500  2h 02m
  2026-01  [--------]  $0.000015    2    2          5      0      0s
\
4 AI operations for 3 pull requests: $0.20003, 22,005 tokens in, 6,500 out,
  cache 40,000 read, 0 written, 2h 02m
$ COLUMNS=50 claudestep costs --by model
claudestep-metadata at 468741e
\
  MODEL                            COST  OPS
  claude-opus-4-5             $0.100015    1
  claude-sonnet-4-5-20250929      $0.10    1
  claude-haiku-4-5            $0.000015    1
  another                         $0.00    1
\
4 AI operations for 3 pull requests: $0.20003,
  22,005 tokens in, 6,500 out, cache 40,000 read,
  0 written, 2h 02m
