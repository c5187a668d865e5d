--- file run.json
[{"type": "PRRefinement", "model": "m", "cost_usd": 0.25, "created_at": "2026-01-01T00:00:00Z", "workflow_run_id": 8},
 {"type": "Other", "model": "m", "cost_usd": 1, "operation_id": "run-8-2", "x_note": "kept"}]
--- end
--- file negative.json
{"type": "PRRefinement", "model": "m", "cost_usd": -0.25, "operation_id": "x"}
--- end
--- file broken.json
[{"type": "PRRefinement",
  "cost_usd": .25}]
--- end
--- file keyless.json
{"type": "PRRefinement", "model": "m", "cost_usd": 0.25}
--- end
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
$ claudestep op add auth --pr 42 --ops ../run.json
[ea5eb2f] auth: record 2 AI operations for #42 ($1.25)
$ claudestep op add auth --pr 42 --ops - <../run.json
nothing to do: auth: record 2 AI operations for #42 ($1.25)
$ claudestep op add auth --pr 42 --ops ../run.json --json
{
  "kind": "write",
  "version": 1,
  "commit": null,
  "operations": [
    {
      "op": "add-ai-operations",
      "project": "auth",
      "pr": 42,
      "operations": [
        {
          "type": "PRRefinement",
          "model": "m",
          "cost_usd": 0.25,
          "created_at": "2026-01-01T00:00:00Z",
          "workflow_run_id": 8
        },
        {
          "type": "Other",
          "model": "m",
          "cost_usd": 1,
          "operation_id": "run-8-2",
          "x_note": "kept"
        }
      ]
    }
  ],
  "changed": false,
  "retries": 0,
  "completed_projects": []
}
$ sed s/0.25/0.26/ ../run.json | claudestep op add auth --pr 42 --ops -
! error: cannot record AI operation 1 for #42 in 'auth': it is already recorded with another cost_usd (recorded 0.25, given 0.26)
! hint: what is recorded stands; another operation needs an operation_id of its own
[4]
$ claudestep op add auth --pr 42 --ops ../negative.json
! error: ../negative.json:1:52: cost_usd is -0.25; expected a number of 0 or more
[2]
$ claudestep op add auth --pr 42 --ops ../broken.json
! error: ../broken.json:2:15: expected a value, found '.'
[2]
$ claudestep op add auth --pr 42 --ops ../keyless.json
! error: cannot record AI operation 1 for #42 in 'auth': nothing tells it from a retry, which would count its cost twice
! hint: give an operation_id, or both workflow_run_id and created_at
[2]
$ claudestep op add auth --pr 42 --ops ../missing.json
! error: cannot read '../missing.json'
!   caused by: No such file or directory
[2]
$ echo '[]' | claudestep op add auth --pr 42 --ops -
nothing to do: auth: record 0 AI operations for #42 ($0.00)
$ claudestep op add auth --pr 77 --ops ../run.json
! error: no pull request #77 in 'auth'
! hint: claudestep pr list auth
[3]
$ claudestep op add auth --pr 42
! error: missing option '--ops FILE'
! hint: usage: claudestep op add PROJECT --pr N --ops FILE
[2]
$ claudestep pr list auth --json | sed -n '/"pr_number": 42/,/}/p'
      "pr_number": 42,
      "task_index": 2,
      "task_id": "31b403bb",
      "reviewer": "bob",
      "pr_state": "open",
      "created_at": "2025-12-24T00:00:00Z",
      "stale": true,
      "cost_usd": 1.25
    }
