# A write with an id is done once.
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
$ claudestep task add empty --description One --op-id run-7-step-1
[3d661eb] empty: add task 'One'
$ claudestep task add empty --description One --op-id run-7-step-1
nothing to do: 'run-7-step-1' was done in 3d661eb
$ claudestep task add empty --description One --op-id run-7-step-1 --json
{
  "kind": "write",
  "version": 1,
  "commit": "3d661eb7371cd008c57e89560230467b437fff7c",
  "operations": [],
  "changed": false,
  "retries": 0,
  "completed_projects": []
}
$ claudestep task add empty --description Two --op-id ''
! error: the operation id '' cannot be used
! hint: an operation id is 1 to 200 printable ASCII characters without a space, for example a CI run and step: --op-id 123456/finalize
[2]
$ claudestep task list empty
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
# An id stands for one write: of another kind of write nothing would be kept.
$ claudestep next auth --claim --no-sync --op-id run-8 -q && claudestep next auth --claim --no-sync --op-id run-8 -q
claimed in auth: task 3
  description  Rate-limit the login
  id           c0bc7ee4
  branch       claude-chain-auth-c0bc7ee4
  claim        by A U Thor until 2026-01-01T02:06:00Z
claimed in auth: task 3
  description  Rate-limit the login
  id           c0bc7ee4
  branch       claude-chain-auth-c0bc7ee4
  claim        by A U Thor until 2026-01-01T02:06:00Z
$ claudestep pr open auth --task 4 --pr 50 --branch limits --op-id run-8
! error: the operation id 'run-8' is that of another write
!   caused by: e80014c135275e66b157092bd053e220f96c50b0 says: 'auth: claim task 3'
!   caused by: it did not do 'auth: open #50 for task 4'
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep pr open auth --task 4 --pr 50 --branch limits --op-id run-8 --dry-run
! error: the operation id 'run-8' is that of another write
!   caused by: e80014c135275e66b157092bd053e220f96c50b0 says: 'auth: claim task 3'
!   caused by: it did not do 'auth: open #50 for task 4'
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep pr open auth --task 4 --pr 50 --branch limits --op-id run-8/pr -q && claudestep pr open auth --task 4 --pr 50 --branch limits --op-id run-8/pr
nothing to do: 'run-8/pr' was done in 831be19
# Nor of a part of it. What the branch has already is no part.
--- file run.json
[{"type": "PRCreation", "model": "m", "cost_usd": 1.5, "created_at": "2025-12-31T10:00:00Z", "workflow_run_id": 11}]
--- end
$ claudestep finalize auth --task 4 --pr 50 --branch limits --ops ../run.json --op-id run-8/pr
! error: the operation id 'run-8/pr' is that of another write
!   caused by: 831be190c1a4cb43fe375c0e26a6c48ad4ec2967 says: 'auth: open #50 for task 4'
!   caused by: it did not do 'auth: record 1 AI operation for #50 ($1.50)'
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep finalize auth --task 4 --pr 50 --branch limits --ops ../run.json --op-id run-9 -q && claudestep finalize auth --task 4 --pr 50 --branch limits --ops ../run.json --op-id run-9
nothing to do: 'run-9' was done in 2ca82e5
$ claudestep pr merge auth --pr 50 -q && claudestep finalize auth --task 4 --pr 50 --branch limits --ops ../run.json --op-id run-9
nothing to do: 'run-9' was done in 2ca82e5
