# One commit for all operations, or none.
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
$ git log -1 --format=%B claudestep-metadata
15 operations on 4 projects
\
Claudestep-Op: create-project project=auth
Claudestep-Op: add-task project=auth
Claudestep-Op: add-task project=auth
Claudestep-Op: add-task project=auth
Claudestep-Op: add-task project=auth
Claudestep-Op: open-pr project=auth pr=41 task=1
Claudestep-Op: add-ai-operations project=auth pr=41 operations=2
Claudestep-Op: set-pr-state project=auth pr=41 state=merged
Claudestep-Op: open-pr project=auth pr=42 task=2
Claudestep-Op: create-project project=billing
Claudestep-Op: add-task project=billing
Claudestep-Op: check-task project=billing task=1 checked=true
Claudestep-Op: create-project project=empty
Claudestep-Op: create-project project=old
Claudestep-Op: archive project=old
\
$ claudestep apply ../operations.jsonl
! error: cannot create project 'auth': 'auth' already exists
!   caused by: operation 1 of 15; nothing was written
! hint: claudestep show auth
[4]
$ claudestep apply </dev/null
nothing to do: no operations were given
$ echo '{"op": "add-task", "project": "empty", "description": "One"}' | claudestep apply
[9b48718] empty: add task 'One'
$ seq 25 | sed 's/.*/{"op": "add-task", "project": "empty", "description": "Task &"}/' | claudestep apply - --dry-run | head -n 30
would: empty: add task 'Task 1'
       empty: add task 'Task 2'
       empty: add task 'Task 3'
       empty: add task 'Task 4'
       empty: add task 'Task 5'
       empty: add task 'Task 6'
       empty: add task 'Task 7'
       empty: add task 'Task 8'
       empty: add task 'Task 9'
       empty: add task 'Task 10'
       empty: add task 'Task 11'
       empty: add task 'Task 12'
       empty: add task 'Task 13'
       empty: add task 'Task 14'
       empty: add task 'Task 15'
       empty: add task 'Task 16'
       empty: add task 'Task 17'
       empty: add task 'Task 18'
       empty: add task 'Task 19'
       empty: add task 'Task 20'
       and 5 more
\
diff --git a/projects/empty.json b/projects/empty.json
index b88d637..ac0f995 100644
--- a/projects/empty.json
+++ b/projects/empty.json
@@ -2,13 +2,163 @@
   "schema_version": "2.0",
   "project": "empty",
   "created_at": "2026-01-01T00:00:00Z",
$ seq 25 | sed 's/.*/{"op": "add-task", "project": "empty", "description": "Task &"}/' | claudestep apply -
[bed733f] empty: add task 'Task 1'
          empty: add task 'Task 2'
          empty: add task 'Task 3'
          empty: add task 'Task 4'
          empty: add task 'Task 5'
          empty: add task 'Task 6'
          empty: add task 'Task 7'
          empty: add task 'Task 8'
          empty: add task 'Task 9'
          empty: add task 'Task 10'
          empty: add task 'Task 11'
          empty: add task 'Task 12'
          empty: add task 'Task 13'
          empty: add task 'Task 14'
          empty: add task 'Task 15'
          empty: add task 'Task 16'
          empty: add task 'Task 17'
          empty: add task 'Task 18'
          empty: add task 'Task 19'
          empty: add task 'Task 20'
          and 5 more
