# Which operations count: times, projects, reviewers, the archive, an older state of the branch.
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
$ export COLUMNS=120 && git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
! warning: 'old' is archived with 1 open pull request: #1
$ claudestep costs --by day --since 2025-12-31 --until 2026-01-05 | tail -n 1
2 AI operations for 2 pull requests: $0.100015, 10,005 tokens in, 2,000 out, 2h 01m
$ claudestep costs --by day --until 2025-12-31 | tail -n 1
1 AI operation for 1 pull request: $0.10, 12,000 tokens in, 4,500 out, cache 40,000 read, 0 written, 1m 01s
$ claudestep costs --since 1d | tail -n 1
3 AI operations for 3 pull requests: $0.10003, 10,005 tokens in, 2,000 out, 2h 01m
$ claudestep costs --by project --archived | tail -n 6
  PROJECT  SHARE            COST  OPS  PRS  TOKENS IN    OUT    TIME
  old      [#######-]      $2.00    1    1          0      0      0s
  auth     [#-------]  $0.100015    3    2     12,005  4,500  1m 01s
  billing  [#-------]  $0.100015    1    1     10,000  2,000  2h 01m
\
5 AI operations for 4 pull requests: $2.20003, 22,005 tokens in, 6,500 out, cache 40,000 read, 0 written, 2h 02m
$ claudestep costs --by project --project old | tail -n 1
1 AI operation for 1 pull request: $2.00, 0 tokens in, 0 out, 0s
$ claudestep costs --by project --project '*i*' --project auth | tail -n 5
  PROJECT  SHARE            COST  OPS  PRS  TOKENS IN    OUT    TIME
  auth     [####----]  $0.100015    3    2     12,005  4,500  1m 01s
  billing  [####----]  $0.100015    1    1     10,000  2,000  2h 01m
\
4 AI operations for 3 pull requests: $0.20003, 22,005 tokens in, 6,500 out, cache 40,000 read, 0 written, 2h 02m
$ claudestep costs --project 'o*' | tail -n 1
0 AI operations for 0 pull requests: $0.00, 0 tokens in, 0 out, 0s
$ claudestep costs --project 'o*' --archived | tail -n 1
1 AI operation for 1 pull request: $2.00, 0 tokens in, 0 out, 0s
$ claudestep costs --project 'nothing*'
claudestep-metadata at 468741e
\
0 AI operations for 0 pull requests: $0.00, 0 tokens in, 0 out, 0s
$ claudestep costs --reviewer alice | tail -n 1
2 AI operations for 1 pull request: $0.100015, 12,000 tokens in, 4,500 out, cache 40,000 read, 0 written, 1m 01s
$ claudestep costs --reviewer '' | tail -n 1
1 AI operation for 1 pull request: $0.00, 5 tokens in, 0 out, 0s
$ claudestep op add billing --pr 50 --ops - -q <<END
> {"type": "PRSummary", "model": "another", "cost_usd": 1, "operation_id": "x"}
> END
$ claudestep costs --project billing --at claudestep-metadata~1 | tail -n 1
1 AI operation for 1 pull request: $0.100015, 10,000 tokens in, 2,000 out, 2h 01m
$ claudestep costs --project billing | tail -n 1
2 AI operations for 1 pull request: $1.100015, 10,000 tokens in, 2,000 out, 2h 01m
