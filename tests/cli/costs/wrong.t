# What a stranger types.
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
$ claudestep costs --by modle
! error: option '--by': 'modle' is none of model, project, reviewer, type, day, month
! hint: did you mean 'model'?
[2]
$ claudestep costs --by year
! error: option '--by': 'year' is none of model, project, reviewer, type, day, month
[2]
$ claudestep costs --since yesterday
! error: option '--since': 'yesterday' is none of 30d, 2w, a date such as 2026-01-27, a time such as 2026-01-27T10:00:00Z
[2]
$ claudestep costs --since 2026-02-01 --until 2026-01-01
! error: nothing is at or after '2026-02-01' and before '2026-01-01'
! hint: --since takes the earlier of the two
[2]
$ claudestep costs --since 2026-01-01 --until 2026-01-01
! error: nothing is at or after '2026-01-01' and before '2026-01-01'
! hint: --since takes the earlier of the two
[2]
$ claudestep costs --project authh
! error: no project 'authh'
! hint: did you mean 'auth'?
[3]
$ claudestep costs --project a/b
! error: 'a/b' is no project name: it contains '/'
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep costs --project ''
! error: '' is no project name: it is empty
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep costs auth
! error: unexpected operand 'auth'
! hint: usage: claudestep costs [--by model|project|reviewer|type|day|month] [--since T] [--until T] [--project GLOB]... [--reviewer R] [--archived] [--recompute] [--prices FILE]
[2]
$ claudestep costs --prices ../prices.json
! error: option '--prices' has a meaning with --recompute alone
[2]
$ claudestep costs --recompute --prices ../prices.json
! error: cannot read '../prices.json'
!   caused by: No such file or directory
[2]
$ claudestep costs --at nowhere
! error: no revision or date 'nowhere'
! hint: name a revision as git does (claudestep-metadata~3), a date (2026-01-27), an instant or an age (7d)
[3]
$ git init -q --bare ../empty.git && cd ../empty.git
$ claudestep costs
! there is no metadata branch 'refs/heads/claudestep-metadata' yet
! hint: claudestep init
$ claudestep costs --json
{
  "kind": "costs",
  "version": 1,
  "by": "model",
  "rows": [],
  "total": {
    "ai_operations": 0,
    "pull_requests": 0,
    "cost_usd": 0,
    "tokens_input": 0,
    "tokens_output": 0,
    "duration_seconds": 0,
    "tokens_cache_read": 0,
    "tokens_cache_write": 0
  },
  "recompute": null,
  "unreadable": []
}
$ claudestep costs --project auth
! error: no project 'auth'
!   caused by: there is no metadata branch 'refs/heads/claudestep-metadata'
! hint: claudestep init
[3]
$ claudestep init -q && claudestep costs
claudestep-metadata at 27b69d8
\
0 AI operations for 0 pull requests: $0.00, 0 tokens in, 0 out, 0s
