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
$ claudestep list --json --archived
{
  "kind": "projects",
  "version": 1,
  "projects": [
    {
      "project": "auth",
      "file": "projects/auth.json",
      "schema_version": "2.0",
      "state": "active",
      "tasks": 4,
      "completed": 1,
      "created_at": "2026-01-01T00:00:00Z",
      "last_updated": "2026-01-01T00:00:00Z",
      "completed_at": null,
      "blob": "3d3c56bafcb3e554cb63766413a8b9a207c5e207"
    },
    {
      "project": "billing",
      "file": "projects/billing.json",
      "schema_version": "2.0",
      "state": "complete",
      "tasks": 1,
      "completed": 1,
      "created_at": "2026-01-01T00:00:00Z",
      "last_updated": "2026-01-01T00:00:00Z",
      "completed_at": null,
      "blob": "33122e4eabf447b712881ec7bb623779d246b069"
    },
    {
      "project": "empty",
      "file": "projects/empty.json",
      "schema_version": "2.0",
      "state": "empty",
      "tasks": 0,
      "completed": 0,
      "created_at": "2026-01-01T00:00:00Z",
      "last_updated": "2026-01-01T00:00:00Z",
      "completed_at": null,
      "blob": "cc9a18eee1c3cdb45677cd5fa88b2d54f757c202"
    },
    {
      "project": "old",
      "file": "archive/old.json",
      "schema_version": "2.0",
      "state": "empty",
      "tasks": 0,
      "completed": 0,
      "created_at": "2026-01-01T00:00:00Z",
      "last_updated": "2026-01-01T00:00:00Z",
      "completed_at": null,
      "blob": "d68ad629f5165c689b566fd7dc777022453b65df"
    }
  ]
}
