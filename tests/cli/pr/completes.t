# The write that completes a project says so.
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
$ claudestep task check auth 3 -q && claudestep task check auth 4 -q
$ claudestep pr merge auth --pr 42
[4241967] auth: merge #42
auth is complete: every task is done
$ claudestep pr merge auth --pr 42 --json | sed -n '/completed_projects/p'
  "completed_projects": []

# Where the project follows a plan, with how that hears of it.
--- file repo/spec.md
- [ ] Pay by card
--- end
$ cd .. && git init -q -b main repo && cd repo && git add . && git commit -q -m plan && claudestep plan import spec.md --project pay -q && claudestep pr open pay --task 1 --pr 1 --branch pay -q
$ claudestep pr merge pay --pr 1 --at-time 2025-12-31T00:00:00Z
[39641b7] pay: merge #1
pay is complete: every task is done
! warning: #1 in 'pay' is recorded as merged at 2025-12-31T00:00:00Z, before it was opened at 2026-01-01T00:04:00Z
! hint: claudestep plan complete pay
$ claudestep fsck | grep -v operations
projects/pay.json:27:20: warning: #1 ended at 2025-12-31T00:00:00Z, before it was opened at 2026-01-01T00:04:00Z [time/order]
  hint: decide when it really was and write that by hand
  hint: record them with claudestep op add if they are known
1 file checked: 2 warnings
