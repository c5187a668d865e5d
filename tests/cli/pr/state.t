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
$ claudestep pr close auth --pr 42 --at-time 2026-01-01T12:00:00+02:00
[97a680a] auth: close #42
$ claudestep pr close auth --pr 42
nothing to do: auth: close #42
$ claudestep pr reopen auth --pr 42 --at-time 2026-01-02
[41779b4] auth: reopen #42
$ claudestep pr merge auth --pr 42 --merge-commit claudestep-metadata --at-time 2026-01-03T00:00:00Z --json
{
  "kind": "write",
  "version": 1,
  "commit": "65c4efedb4b5f24185f8c428aebdcf54768f7708",
  "operations": [
    {
      "op": "set-pr-state",
      "project": "auth",
      "pr": 42,
      "state": "merged",
      "at": "2026-01-03T00:00:00Z",
      "merge_commit": "41779b4f9e6431c2ef94ba55fa8c47812749b185"
    }
  ],
  "changed": true,
  "retries": 0,
  "completed_projects": []
}
$ claudestep pr merge auth --pr 42
nothing to do: auth: merge #42
$ claudestep pr close auth --pr 42
! error: cannot close #42 in 'auth': it is merged
! hint: if that was recorded by mistake: claudestep undo COMMIT
[4]
$ claudestep pr merge auth --pr 42 --merge-commit 9999999999999999999999999999999999999999
! error: cannot merge #42 in 'auth': it is already recorded as merged by 41779b4f9e6431c2ef94ba55fa8c47812749b185
! hint: leave out --merge-commit: the recorded commit stands
[4]
$ claudestep pr merge auth --pr 42 --merge-commit 99999
! error: '99999' is no commit id and names no commit in this repository
! hint: give the 40 hex digits of the commit, or a revision that git knows
[2]
$ claudestep pr merge auth --pr 42 --at-time tomorrow
! error: option '--at-time': 'tomorrow' is no date such as 2026-01-27 and no time such as 2026-01-27T10:00:00Z
[2]
$ claudestep pr merge auth --pr 4242
! error: no pull request #4242 in 'auth'
! hint: claudestep pr list auth
[3]
$ claudestep pr close auth --pr 42 --merge-commit HEAD
! error: unknown option '--merge-commit'
[2]
$ claudestep show auth --raw | sed -n '/"pr_number": 42/,/}/p'
      "pr_number": 42,
      "branch_name": "reset",
      "reviewer": "bob",
      "pr_state": "merged",
      "created_at": "2025-12-24T00:00:00Z",
      "merged_at": "2026-01-03T00:00:00Z",
      "merge_commit": "41779b4f9e6431c2ef94ba55fa8c47812749b185",
      "ai_operations": []
    }
