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
$ claudestep show auth --json
{
  "kind": "project",
  "version": 1,
  "project": {
    "schema_version": "2.0",
    "project": "auth",
    "created_at": "2026-01-01T00:00:00Z",
    "last_updated": "2026-01-01T00:00:00Z",
    "tasks": [
      {
        "index": 1,
        "description": "Add user authentication",
        "status": "completed",
        "id": "39b1209d"
      },
      {
        "index": 2,
        "description": "Add password reset",
        "status": "in_progress",
        "id": "31b403bb"
      },
      {
        "index": 3,
        "description": "Rate-limit the login",
        "status": "pending",
        "id": "c0bc7ee4"
      },
      {
        "index": 4,
        "description": "Log every failed login",
        "status": "pending",
        "id": "b724a776",
        "depends_on": [
          "c0bc7ee4"
        ]
      }
    ],
    "pull_requests": [
      {
        "task_index": 1,
        "task_id": "39b1209d",
        "pr_number": 41,
        "branch_name": "claude-chain-auth-39b1209d",
        "reviewer": "alice",
        "pr_state": "merged",
        "created_at": "2025-12-20T10:00:00Z",
        "title": "Users can log in",
        "merged_at": "2025-12-21T10:00:00Z",
        "merge_commit": "0123456789012345678901234567890123456789",
        "ai_operations": [
          {
            "type": "PRCreation",
            "model": "claude-sonnet-4",
            "cost_usd": 0.10,
            "created_at": "2025-12-20T10:00:00Z",
            "workflow_run_id": 7,
            "tokens_input": 120000,
            "tokens_output": 4500,
            "duration_seconds": 61.5
          },
          {
            "type": "PRSummary",
            "model": "claude-haiku-4",
            "cost_usd": 1.5e-05,
            "created_at": "2025-12-20T10:01:00Z",
            "workflow_run_id": 7,
            "tokens_input": 0,
            "tokens_output": 0,
            "duration_seconds": 0
          }
        ]
      },
      {
        "task_index": 2,
        "task_id": "31b403bb",
        "pr_number": 42,
        "branch_name": "reset",
        "reviewer": "bob",
        "pr_state": "open",
        "created_at": "2025-12-24T00:00:00Z",
        "ai_operations": []
      }
    ]
  },
  "state": "active",
  "completion": 25.0,
  "cost_usd": 0.100015
}
$ claudestep show empty --json
{
  "kind": "project",
  "version": 1,
  "project": {
    "schema_version": "2.0",
    "project": "empty",
    "created_at": "2026-01-01T00:00:00Z",
    "last_updated": "2026-01-01T00:00:00Z",
    "tasks": [],
    "pull_requests": []
  },
  "state": "empty",
  "completion": 0.0,
  "cost_usd": 0
}
