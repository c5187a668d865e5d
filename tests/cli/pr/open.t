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
$ claudestep pr open auth --task 3 --pr 43 --branch limit --dry-run
would: auth: open #43 for task 3
\
diff --git a/projects/auth.json b/projects/auth.json
index 3d3c56b..864a8a4 100644
--- a/projects/auth.json
+++ b/projects/auth.json
@@ -2,7 +2,7 @@
   "schema_version": "2.0",
   "project": "auth",
   "created_at": "2026-01-01T00:00:00Z",
-  "last_updated": "2026-01-01T00:00:00Z",
+  "last_updated": "2026-01-01T00:01:00Z",
   "tasks": [
     {
       "index": 1,
@@ -19,7 +19,7 @@
     {
       "index": 3,
       "description": "Rate-limit the login",
-      "status": "pending",
+      "status": "in_progress",
       "id": "c0bc7ee4"
     },
     {
@@ -76,6 +76,16 @@
       "pr_state": "open",
       "created_at": "2025-12-24T00:00:00Z",
       "ai_operations": []
+    },
+    {
+      "task_index": 3,
+      "task_id": "c0bc7ee4",
+      "pr_number": 43,
+      "branch_name": "limit",
+      "reviewer": "",
+      "pr_state": "open",
+      "created_at": "2026-01-01T00:01:00Z",
+      "ai_operations": []
     }
   ]
 }
$ claudestep pr open auth --task 3 --pr 43 --branch limit --reviewer alice --title 'Limit logins' --created-at 2026-01-01
[ba79c6d] auth: open #43 for task 3
$ claudestep pr open auth --task 3 --pr 43 --branch limit
nothing to do: auth: open #43 for task 3
$ claudestep pr open auth --task 4 --pr 43 --branch limit
! error: cannot open #43 in 'auth': it is already recorded for task 3
! hint: claudestep pr move auth --pr 43 --task 4
[4]
$ claudestep pr open auth --task 3 --pr 43 --branch other
! error: cannot open #43 in 'auth': it is already recorded on branch 'limit'
! hint: the branch of a recorded pull request stays: is this its number?
[4]
$ claudestep pr open auth --task 3 --pr 44 --branch second --json
{
  "kind": "write",
  "version": 1,
  "commit": "4cdbac090e82916e783bd653039a17e9c1e40988",
  "operations": [
    {
      "op": "open-pr",
      "project": "auth",
      "task": 3,
      "pr": 44,
      "branch": "second"
    }
  ],
  "changed": true,
  "retries": 0,
  "completed_projects": []
}
! warning: task 3 of 'auth' has 2 open pull requests: #43, #44
$ claudestep pr open auth --task 17 --pr 45 --branch x
! error: no task '17' in 'auth'
! hint: claudestep task list auth
[3]
$ claudestep pr open auth --task 3 --pr 0 --branch x
! error: option '--pr': '0' is not a whole number from 1
[2]
$ claudestep pr open auth --task 3 --pr 45 --branch ''
! error: cannot open #45 in 'auth': the branch name is blank
! hint: give the branch name
[2]
$ claudestep pr open auth --task 3 --pr 45 --branch x --created-at soon
! error: option '--created-at': 'soon' is no date such as 2026-01-27 and no time such as 2026-01-27T10:00:00Z
[2]
$ claudestep pr open auth --task 3 --pr 45 --branch x --created-at 2d
! error: option '--created-at': '2d' is no date such as 2026-01-27 and no time such as 2026-01-27T10:00:00Z
[2]
$ claudestep pr open auth --task 3 --pr 45
! error: missing option '--branch B'
! hint: usage: claudestep pr open PROJECT --task TASK --pr N --branch B [--reviewer R] [--title T] [--created-at TIME]
[2]
$ claudestep pr open nothing --task 3 --pr 45 --branch x
! error: no project 'nothing'
! hint: claudestep list
! hint: claudestep project create nothing
[3]
