--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add user authentication"}
{"op": "add-task", "project": "auth", "description": "Add password reset"}
{"op": "add-task", "project": "auth", "description": "Rate-limit the login"}
{"op": "add-task", "project": "auth", "description": "Log every failed login"}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 41, "branch": "a", "reviewer": "alice", "created_at": "2025-12-01T10:00:00Z"}
{"op": "add-ai-operations", "project": "auth", "pr": 41, "operations": [{"type": "PRCreation", "model": "claude-sonnet-4", "cost_usd": 0.10, "created_at": "2025-12-01T10:00:00Z", "workflow_run_id": 7, "tokens_input": 120000, "tokens_output": 4500}, {"type": "PRRefinement", "model": "claude-haiku-4", "cost_usd": 1.5e-05, "created_at": "2025-12-02T10:01:00Z", "workflow_run_id": 8}]}
{"op": "set-pr-state", "project": "auth", "pr": 41, "state": "merged", "at": "2025-12-03T10:00:00Z"}
{"op": "open-pr", "project": "auth", "task": 2, "pr": 42, "branch": "b", "reviewer": "bob", "created_at": "2025-12-20T00:00:00Z"}
{"op": "open-pr", "project": "auth", "task": 3, "pr": 44, "branch": "d", "reviewer": "bob", "created_at": "2025-12-30T00:00:00Z"}
{"op": "create-project", "project": "billing"}
{"op": "add-task", "project": "billing", "description": "Add invoices"}
{"op": "open-pr", "project": "billing", "task": 1, "pr": 50, "branch": "e", "reviewer": "carol::x", "created_at": "2025-12-20T00:00:00Z"}
{"op": "set-pr-state", "project": "billing", "pr": 50, "state": "closed", "at": "2025-12-21T00:00:00Z"}
{"op": "open-pr", "project": "billing", "task": 1, "pr": 51, "branch": "f", "reviewer": "alice", "created_at": "2025-12-22T00:00:00Z"}
{"op": "set-pr-state", "project": "billing", "pr": 51, "state": "merged", "at": "2025-12-22T12:30:00Z"}
{"op": "open-pr", "project": "billing", "task": 1, "pr": 52, "branch": "g", "created_at": "2025-12-31T00:00:00Z"}
{"op": "create-project", "project": "empty"}
{"op": "create-project", "project": "old"}
{"op": "add-task", "project": "old", "description": "Long ago"}
{"op": "open-pr", "project": "old", "task": 1, "pr": 9, "branch": "o", "reviewer": "dan", "created_at": "2025-01-01T00:00:00Z"}
{"op": "set-pr-state", "project": "old", "pr": 9, "state": "merged", "at": "2025-01-02T00:00:00Z"}
{"op": "archive", "project": "old"}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
! warning: task 1 of 'billing' is already completed
$ claudestep capacity --max 2 --json --project auth
{
  "kind": "capacity",
  "version": 1,
  "reviewers": [
    {
      "reviewer": "alice",
      "open": 0,
      "claimed": 0,
      "max": 2,
      "available": 2,
      "has_capacity": true,
      "pull_requests": []
    },
    {
      "reviewer": "bob",
      "open": 2,
      "claimed": 0,
      "max": 2,
      "available": 0,
      "has_capacity": false,
      "pull_requests": [
        {
          "project": "auth",
          "pr_number": 42,
          "task_index": 2,
          "description": "Add password reset",
          "stale": true
        },
        {
          "project": "auth",
          "pr_number": 44,
          "task_index": 3,
          "description": "Rate-limit the login",
          "stale": false
        }
      ]
    }
  ],
  "unassigned": 0
}
