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
$ claudestep progress --json auth billing
{
  "kind": "progress",
  "version": 1,
  "projects": [
    {
      "project": "auth",
      "state": "active",
      "tasks": 4,
      "completed": 1,
      "in_progress": 2,
      "pending": 1,
      "claimed": 0,
      "completion": 25.0,
      "open_prs": 2,
      "stale_prs": 1,
      "created_at": "2026-01-01T00:00:00Z",
      "last_updated": "2026-01-01T00:00:00Z",
      "completed_at": null
    },
    {
      "project": "billing",
      "state": "active",
      "tasks": 1,
      "completed": 0,
      "in_progress": 1,
      "pending": 0,
      "claimed": 0,
      "completion": 0.0,
      "open_prs": 1,
      "stale_prs": 0,
      "created_at": "2026-01-01T00:00:00Z",
      "last_updated": "2026-01-01T00:00:00Z",
      "completed_at": null
    }
  ],
  "totals": {
    "projects": 2,
    "tasks": 5,
    "completed": 1,
    "in_progress": 3,
    "pending": 1,
    "claimed": 0,
    "completion": 20.0
  },
  "flow": {
    "pull_requests": 6,
    "merged": 2,
    "first_pass": 1,
    "first_pass_rate": 50.0,
    "cycles": 2,
    "cycle_seconds_median": 108900,
    "cycle_seconds_p90": 172800,
    "merges_a_week": 0.49,
    "tasks": 4,
    "merged_tasks": 2,
    "attempts_a_task": 1.5,
    "cost_usd_a_merged_task": 0.0500075
  }
}
