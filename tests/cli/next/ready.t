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
$ claudestep next auth
next in auth: task 3
  description  Rate-limit the login
  id           c0bc7ee4
  branch       claude-chain-auth-c0bc7ee4
$ claudestep next auth --json
{
  "kind": "next",
  "version": 1,
  "project": "auth",
  "task": {
    "index": 3,
    "id": "c0bc7ee4",
    "description": "Rate-limit the login"
  },
  "reviewer": null,
  "branch": "claude-chain-auth-c0bc7ee4",
  "claim": null,
  "reason": null,
  "waiting_for": []
}
$ claudestep pr open auth --task 3 --pr 43 --branch claude-chain-auth-$(claudestep next auth --json | sed -n 's/.*"id": "\(.*\)".*/\1/p') -q
$ claudestep next auth
nothing is ready in auth
  - task 2 (31b403bb) is in progress: #42
  - task 3 (c0bc7ee4) is in progress: #43
[1]
$ claudestep pr close auth --pr 43 -q && claudestep next auth
next in auth: task 3
  description  Rate-limit the login
  id           c0bc7ee4
  branch       claudestep/auth/task-c0bc7ee4
