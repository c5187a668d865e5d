# Everything, exactly; what stats and costs say.
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
$ claudestep report --json
{
  "kind": "report",
  "version": 1,
  "ref": "refs/heads/claudestep-metadata",
  "commit": "fb2c5a4da7bf2541e9e85525df6e6abcf94d5f1d",
  "generated_at": "2026-01-01T00:01:00Z",
  "scope": {
    "since": null,
    "until": null,
    "reviewer": null,
    "projects": [],
    "archived": false
  },
  "completion": 40.0,
  "totals": {
    "projects": 3,
    "tasks": 5,
    "completed": 2,
    "in_progress": 1,
    "pending": 2,
    "claimed": 0,
    "pull_requests": 2,
    "open": 1,
    "merged": 1,
    "closed": 0,
    "ai_operations": 2,
    "cost_usd": 0.100015,
    "tokens_input": 120000,
    "tokens_output": 4500
  },
  "projects": [
    {
      "project": "auth",
      "state": "active",
      "tasks": 4,
      "completed": 1,
      "in_progress": 1,
      "pending": 2,
      "completion": 25.0,
      "open_prs": 1,
      "stale_prs": 1,
      "cost_usd": 0.100015,
      "last_updated": "2026-01-01T00:00:00Z"
    },
    {
      "project": "billing",
      "state": "complete",
      "tasks": 1,
      "completed": 1,
      "in_progress": 0,
      "pending": 0,
      "completion": 100.0,
      "open_prs": 0,
      "stale_prs": 0,
      "cost_usd": 0,
      "last_updated": "2026-01-01T00:00:00Z"
    },
    {
      "project": "empty",
      "state": "empty",
      "tasks": 0,
      "completed": 0,
      "in_progress": 0,
      "pending": 0,
      "completion": 0.0,
      "open_prs": 0,
      "stale_prs": 0,
      "cost_usd": 0,
      "last_updated": "2026-01-01T00:00:00Z"
    }
  ],
  "reviewers": [
    {
      "reviewer": "alice",
      "open": 0,
      "merged": 1,
      "closed": 0,
      "cost_usd": 0.100015
    },
    {
      "reviewer": "bob",
      "open": 1,
      "merged": 0,
      "closed": 0,
      "cost_usd": 0
    }
  ],
  "load": [
    {
      "reviewer": "bob",
      "open": 1,
      "stale": 1,
      "claimed": 0
    }
  ],
  "costs": {
    "by_model": [
      {
        "key": "claude-sonnet-4",
        "ai_operations": 1,
        "pull_requests": 1,
        "cost_usd": 0.1,
        "tokens_input": 120000,
        "tokens_output": 4500,
        "duration_seconds": 61.5,
        "tokens_cache_read": 0,
        "tokens_cache_write": 0
      },
      {
        "key": "claude-haiku-4",
        "ai_operations": 1,
        "pull_requests": 1,
        "cost_usd": 0.000015,
        "tokens_input": 0,
        "tokens_output": 0,
        "duration_seconds": 0,
        "tokens_cache_read": 0,
        "tokens_cache_write": 0
      }
    ],
    "by_month": [
      {
        "key": "2025-12",
        "ai_operations": 2,
        "pull_requests": 1,
        "cost_usd": 0.100015,
        "tokens_input": 120000,
        "tokens_output": 4500,
        "duration_seconds": 61.5,
        "tokens_cache_read": 0,
        "tokens_cache_write": 0
      }
    ],
    "total": {
      "ai_operations": 2,
      "pull_requests": 1,
      "cost_usd": 0.100015,
      "tokens_input": 120000,
      "tokens_output": 4500,
      "duration_seconds": 61.5,
      "tokens_cache_read": 0,
      "tokens_cache_write": 0
    }
  },
  "flow": {
    "pull_requests": 2,
    "merged": 1,
    "first_pass": 1,
    "first_pass_rate": 100.0,
    "cycles": 1,
    "cycle_seconds_median": 86400,
    "cycle_seconds_p90": 86400,
    "merges_a_week": 0.66,
    "tasks": 2,
    "merged_tasks": 1,
    "attempts_a_task": 1,
    "cost_usd_a_merged_task": 0.100015
  },
  "stale_pull_requests": [
    {
      "project": "auth",
      "pr_number": 42,
      "task_index": 2,
      "reviewer": "bob",
      "title": "Add password reset",
      "created_at": "2025-12-24T00:00:00Z",
      "days": 8
    }
  ],
  "left_out": {
    "projects": 0,
    "reviewers": 0,
    "models": 0,
    "load": 0,
    "stale_pull_requests": 0,
    "unreadable": 0
  },
  "unreadable": []
}
$ claudestep report --json | jq -S '{totals, projects, reviewers}' >report; claudestep stats --json | jq -S '{totals, projects, reviewers}' | cmp - report
$ claudestep report --json | jq -S .costs.by_month >report; claudestep costs --by month --json | jq -S .rows | cmp - report
$ claudestep report --json --top 1 --archived --since 2025-12-01 --until 2026-02-01 --project '*' --reviewer alice | jq -c '.scope, .left_out, [.projects[].project]'
{"since":"2025-12-01T00:00:00Z","until":"2026-02-01T00:00:00Z","reviewer":"alice","projects":["*"],"archived":true}
{"projects":3,"reviewers":0,"models":1,"load":0,"stale_pull_requests":0,"unreadable":0}
["auth"]
