# The answer as JSON, with and without what tokens come to.
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
$ claudestep costs --by reviewer --json
{
  "kind": "costs",
  "version": 1,
  "by": "reviewer",
  "rows": [
    {
      "key": "alice",
      "ai_operations": 2,
      "pull_requests": 1,
      "cost_usd": 0.100015,
      "tokens_input": 12000,
      "tokens_output": 4500,
      "duration_seconds": 61.5,
      "tokens_cache_read": 40000,
      "tokens_cache_write": 0
    },
    {
      "key": "bob",
      "ai_operations": 1,
      "pull_requests": 1,
      "cost_usd": 0.100015,
      "tokens_input": 10000,
      "tokens_output": 2000,
      "duration_seconds": 7300,
      "tokens_cache_read": 0,
      "tokens_cache_write": 0
    },
    {
      "key": null,
      "ai_operations": 1,
      "pull_requests": 1,
      "cost_usd": 0,
      "tokens_input": 5,
      "tokens_output": 0,
      "duration_seconds": 0,
      "tokens_cache_read": 0,
      "tokens_cache_write": 0
    }
  ],
  "total": {
    "ai_operations": 4,
    "pull_requests": 3,
    "cost_usd": 0.20003,
    "tokens_input": 22005,
    "tokens_output": 6500,
    "duration_seconds": 7361.5,
    "tokens_cache_read": 40000,
    "tokens_cache_write": 0
  },
  "recompute": null,
  "unreadable": []
}
$ claudestep costs --by project --recompute --json
{
  "kind": "costs",
  "version": 1,
  "by": "project",
  "rows": [
    {
      "key": "auth",
      "ai_operations": 3,
      "pull_requests": 2,
      "cost_usd": 0.100015,
      "tokens_input": 12005,
      "tokens_output": 4500,
      "duration_seconds": 61.5,
      "tokens_cache_read": 40000,
      "tokens_cache_write": 0
    },
    {
      "key": "billing",
      "ai_operations": 1,
      "pull_requests": 1,
      "cost_usd": 0.100015,
      "tokens_input": 10000,
      "tokens_output": 2000,
      "duration_seconds": 7300,
      "tokens_cache_read": 0,
      "tokens_cache_write": 0
    }
  ],
  "total": {
    "ai_operations": 4,
    "pull_requests": 3,
    "cost_usd": 0.20003,
    "tokens_input": 22005,
    "tokens_output": 6500,
    "duration_seconds": 7361.5,
    "tokens_cache_read": 40000,
    "tokens_cache_write": 0
  },
  "recompute": {
    "rows": [
      {
        "key": "auth",
        "ai_operations": 1,
        "reported_usd": 0.1,
        "recomputed_usd": 0.1155,
        "difference_usd": 0.0155
      },
      {
        "key": "billing",
        "ai_operations": 1,
        "reported_usd": 0.100015,
        "recomputed_usd": 0.1,
        "difference_usd": -0.000015
      }
    ],
    "total": {
      "ai_operations": 2,
      "reported_usd": 0.200015,
      "recomputed_usd": 0.2155,
      "difference_usd": 0.015485
    },
    "without_price": [
      {
        "model": "another",
        "ai_operations": 1,
        "cost_usd": 0
      }
    ],
    "without_tokens": [
      {
        "model": "claude-haiku-4-5",
        "ai_operations": 1,
        "cost_usd": 0.000015
      }
    ]
  },
  "unreadable": []
}
