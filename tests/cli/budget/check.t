# Within, exactly at, and over a limit.
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
$ claudestep budget check --limit 25
$0.20003 of $25.00 spent, $24.79997 left (4 AI operations)
$ claudestep budget check --limit 0.20003
$0.20003 of $0.20003 spent, $0.00 left (4 AI operations)
$ claudestep budget check --limit 0.200029999
$0.20003 of $0.200029999 spent, $0.000000001 over (4 AI operations)
[1]
$ claudestep budget check --limit 0
$0.20003 of $0.00 spent, $0.20003 over (4 AI operations)
[1]
$ claudestep budget check --limit 0.1 --project auth --since 2026-01-01
$0.000015 of $0.10 spent, $0.099985 left (2 AI operations)
$ claudestep budget check --limit 2 --archived --json
{
  "kind": "budget",
  "version": 1,
  "limit_usd": 2,
  "spent_usd": 2.20003,
  "left_usd": -0.20003,
  "exceeded": true,
  "ai_operations": 5,
  "unreadable": []
}
[1]
$ claudestep budget check --limit 5 --json --reviewer bob --until 2026-01-01
{
  "kind": "budget",
  "version": 1,
  "limit_usd": 5,
  "spent_usd": 0.100015,
  "left_usd": 4.899985,
  "exceeded": false,
  "ai_operations": 1,
  "unreadable": []
}
$ claudestep budget check
! error: missing option '--limit USD'
! hint: usage: claudestep budget check --limit USD [--project GLOB]... [--reviewer R] [--since T] [--until T] [--archived]
[2]
$ claudestep budget check --limit ''
! error: option '--limit' takes dollars
!   caused by: '' is no amount of dollars such as 25 or 0.50
[2]
$ claudestep budget check --limit '$5'
! error: option '--limit' takes dollars
!   caused by: '$5' is no amount of dollars such as 25 or 0.50
[2]
$ claudestep budget check --limit=-5
! error: option '--limit' takes dollars
!   caused by: '-5' is no amount of dollars such as 25 or 0.50
[2]
$ claudestep budget check --limit 1e3
! error: option '--limit' takes dollars
!   caused by: '1e3' is no amount of dollars such as 25 or 0.50
[2]
$ claudestep budget check --limit 0.0000000001
! error: option '--limit' takes dollars
!   caused by: '0.0000000001' has more than 9 digits after the point
[2]
$ claudestep budget check --limit 99999999999999999999
! error: option '--limit' takes dollars
!   caused by: the number is too large
[2]
$ claudestep budget check --limit 5 --project authh
! error: no project 'authh'
! hint: did you mean 'auth'?
[3]
$ claudestep budget
! example: claudestep budget check --limit 25 --project auth --since 2026-01-01
!
! usage: claudestep budget COMMAND [OPERANDS] [OPTIONS]
!
! commands:
!   budget check            tell whether AI operations cost more than a limit
[2]
$ git init -q --bare ../empty.git && cd ../empty.git && claudestep budget check --limit 0
! error: what is spent is not known
!   caused by: there is no metadata branch 'refs/heads/claudestep-metadata' here
! hint: claudestep init
[3]
