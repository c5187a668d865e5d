# What GitHub's gh prints brings the records to what the forge says.
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add user authentication"}
{"op": "add-task", "project": "auth", "description": "Add password reset"}
{"op": "add-task", "project": "auth", "description": "Rate-limit the login"}
{"op": "add-task", "project": "auth", "description": "Log every failed login"}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 41, "branch": "claude-chain-auth-39b1209d", "reviewer": "alice", "title": "Users can log in", "created_at": "2025-12-20T10:00:00Z"}
{"op": "set-pr-state", "project": "auth", "pr": 41, "state": "merged", "at": "2025-12-21T10:00:00Z"}
{"op": "open-pr", "project": "auth", "task": 2, "pr": 42, "branch": "reset", "reviewer": "bob", "created_at": "2025-12-24T00:00:00Z"}
{"op": "open-pr", "project": "auth", "task": 3, "pr": 44, "branch": "limit", "reviewer": "bob", "created_at": "2025-12-25T00:00:00Z"}
{"op": "create-project", "project": "old"}
{"op": "add-task", "project": "old", "description": "Something old"}
{"op": "archive", "project": "old"}
{"op": "rename", "project": "old", "to": "older"}
--- end
--- file pulls.json
[
  {
    "assignees": [{"id": "U_1", "login": "carol", "name": ""}],
    "author": {"is_bot": true, "login": "app/github-actions"},
    "closedAt": null,
    "createdAt": "2025-12-30T09:00:00Z",
    "headRefName": "claude-chain-auth-b724a776",
    "mergeCommit": null,
    "mergedAt": null,
    "number": 50,
    "state": "OPEN",
    "title": "Log every failed login"
  },
  {
    "assignees": [],
    "author": {"login": "dave"},
    "closedAt": "2025-12-28T09:00:00Z",
    "createdAt": "2025-12-27T09:00:00Z",
    "headRefName": "fix-typo",
    "mergeCommit": {"oid": "9999999999999999999999999999999999999999"},
    "mergedAt": "2025-12-28T09:00:00Z",
    "number": 45,
    "state": "MERGED",
    "title": "Fix a typo"
  },
  {"number": 46, "state": "OPEN", "headRefName": "claude-chain-auth-00000000"},
  {"number": 47, "state": "OPEN", "headRefName": "claude-step-billing-3"},
  {"number": 48, "state": "OPEN", "headRefName": "claudestep/auth/step-1", "isCrossRepository": true},
  {
    "assignees": [{"login": "carol"}, {"login": "bob"}],
    "closedAt": "2025-12-26T09:00:00Z",
    "createdAt": "2025-12-24T00:00:30Z",
    "headRefName": "reset",
    "mergeCommit": {"oid": "0123456789012345678901234567890123456789"},
    "mergedAt": "2025-12-26T09:00:00Z",
    "number": 42,
    "state": "MERGED",
    "title": "Reset by mail"
  },
  {
    "assignees": [{"login": "carol"}],
    "closedAt": "2025-12-27T09:00:00Z",
    "headRefName": "limit",
    "number": 44,
    "state": "CLOSED",
    "title": ""
  },
  {"number": 41, "state": "CLOSED", "headRefName": "claude-chain-auth-39b1209d", "title": "Users can log in"},
  {"number": 12, "state": "MERGED", "headRefName": "2025-11-old-1", "createdAt": "2025-11-02T09:00:00Z", "mergedAt": "2025-11-03T09:00:00Z"}
]
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
$ claudestep pr import ../pulls.json --dry-run
would: older: open #12 for task 1
       older: merge #12
       auth: retitle #42
       auth: merge #42
       auth: assign #44 to carol
       auth: close #44
       auth: open #50 for task 4
\
diff --git a/projects/auth.json b/projects/auth.json
index 8ee8d86..3719f7a 100644
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
@@ -13,19 +13,19 @@
     {
       "index": 2,
       "description": "Add password reset",
-      "status": "in_progress",
+      "status": "completed",
       "id": "31b403bb"
     },
     {
       "index": 3,
       "description": "Rate-limit the login",
-      "status": "in_progress",
+      "status": "pending",
       "id": "c0bc7ee4"
     },
     {
       "index": 4,
       "description": "Log every failed login",
-      "status": "pending",
+      "status": "in_progress",
       "id": "b724a776"
     }
   ],
@@ -48,8 +48,11 @@
       "pr_number": 42,
       "branch_name": "reset",
       "reviewer": "bob",
-      "pr_state": "open",
+      "pr_state": "merged",
       "created_at": "2025-12-24T00:00:00Z",
+      "title": "Reset by mail",
+      "merged_at": "2025-12-26T09:00:00Z",
+      "merge_commit": "0123456789012345678901234567890123456789",
       "ai_operations": []
     },
     {
@@ -57,9 +60,21 @@
       "task_id": "c0bc7ee4",
       "pr_number": 44,
       "branch_name": "limit",
-      "reviewer": "bob",
-      "pr_state": "open",
+      "reviewer": "carol",
+      "pr_state": "closed",
       "created_at": "2025-12-25T00:00:00Z",
+      "closed_at": "2025-12-27T09:00:00Z",
+      "ai_operations": []
+    },
+    {
+      "task_index": 4,
+      "task_id": "b724a776",
+      "pr_number": 50,
+      "branch_name": "claude-chain-auth-b724a776",
+      "reviewer": "carol",
+      "pr_state": "open",
+      "created_at": "2025-12-30T09:00:00Z",
+      "title": "Log every failed login",
       "ai_operations": []
     }
   ]
diff --git a/archive/older.json b/archive/older.json
index b977cc2..e1da343 100644
--- a/archive/older.json
+++ b/archive/older.json
@@ -2,7 +2,7 @@
   "schema_version": "2.0",
   "project": "older",
   "created_at": "2026-01-01T00:00:00Z",
-  "last_updated": "2026-01-01T00:00:00Z",
+  "last_updated": "2026-01-01T00:01:00Z",
   "former_names": [
     "old"
   ],
@@ -10,9 +10,21 @@
     {
       "index": 1,
       "description": "Something old",
-      "status": "pending",
+      "status": "completed",
       "id": "a950e7ae"
     }
   ],
-  "pull_requests": []
+  "pull_requests": [
+    {
+      "task_index": 1,
+      "task_id": "a950e7ae",
+      "pr_number": 12,
+      "branch_name": "2025-11-old-1",
+      "reviewer": "",
+      "pr_state": "merged",
+      "created_at": "2025-11-02T09:00:00Z",
+      "merged_at": "2025-11-03T09:00:00Z",
+      "ai_operations": []
+    }
+  ]
 }
left as they are, for a person to decide:
  - #41 in auth: recorded as 'merged', the forge says 'closed': merged is final
4 pull requests belong to no task:
   PR  STATE   BRANCH                      WHY
  #46  open    claude-chain-auth-00000000  'auth' has no task 00000000
  #47  open    claude-step-billing-3       there is no project 'billing'
  #48  open    claudestep/auth/step-1      it comes from a fork, where anybod...
  #45  merged  fix-typo                    its branch is not named for a task
$ claudestep pr import ../pulls.json
[0fc39e4] older: open #12 for task 1
          older: merge #12
          auth: retitle #42
          auth: merge #42
          auth: assign #44 to carol
          auth: close #44
          auth: open #50 for task 4
older is complete: every task is done
left as they are, for a person to decide:
  - #41 in auth: recorded as 'merged', the forge says 'closed': merged is final
4 pull requests belong to no task:
   PR  STATE   BRANCH                      WHY
  #46  open    claude-chain-auth-00000000  'auth' has no task 00000000
  #47  open    claude-step-billing-3       there is no project 'billing'
  #48  open    claudestep/auth/step-1      it comes from a fork, where anybod...
  #45  merged  fix-typo                    its branch is not named for a task
$ claudestep pr import - <../pulls.json
nothing to do: 4 pull requests are recorded as the forge has them
left as they are, for a person to decide:
  - #41 in auth: recorded as 'merged', the forge says 'closed': merged is final
4 pull requests belong to no task:
   PR  STATE   BRANCH                      WHY
  #46  open    claude-chain-auth-00000000  'auth' has no task 00000000
  #47  open    claude-step-billing-3       there is no project 'billing'
  #48  open    claudestep/auth/step-1      it comes from a fork, where anybod...
  #45  merged  fix-typo                    its branch is not named for a task
$ claudestep pr list --archived
  PROJECT   PR  STATE   TASK  REVIEWER  OPENED       COST  TITLE
  auth     #41  merged     1  alice     2025-12-20  $0.00  Users can log in
  auth     #42  merged     2  bob       2025-12-24  $0.00  Reset by mail
  auth     #44  closed     3  carol     2025-12-25  $0.00  Rate-limit the login
  auth     #50  open       4  carol     2025-12-30  $0.00  Log every failed l...
  older    #12  merged     1  -         2025-11-02  $0.00  Something old
$ claudestep show auth --raw | sed -n '/"pr_number": 42/,/ai_operations/p'
      "pr_number": 42,
      "branch_name": "reset",
      "reviewer": "bob",
      "pr_state": "merged",
      "created_at": "2025-12-24T00:00:00Z",
      "title": "Reset by mail",
      "merged_at": "2025-12-26T09:00:00Z",
      "merge_commit": "0123456789012345678901234567890123456789",
      "ai_operations": []
$ claudestep show auth --raw | sed -n '/"pr_number": 50/,/ai_operations/p'
      "pr_number": 50,
      "branch_name": "claude-chain-auth-b724a776",
      "reviewer": "carol",
      "pr_state": "open",
      "created_at": "2025-12-30T09:00:00Z",
      "title": "Log every failed login",
      "ai_operations": []
$ claudestep pr import ../pulls.json --json
{
  "kind": "pr_import",
  "version": 1,
  "commit": null,
  "operations": [],
  "changed": false,
  "retries": 0,
  "completed_projects": [],
  "known": 5,
  "unknown": [
    {
      "pr_number": 45,
      "pr_state": "merged",
      "branch": "fix-typo",
      "title": "Fix a typo",
      "reason": "its branch is not named for a task"
    },
    {
      "pr_number": 46,
      "pr_state": "open",
      "branch": "claude-chain-auth-00000000",
      "title": null,
      "reason": "'auth' has no task 00000000"
    },
    {
      "pr_number": 47,
      "pr_state": "open",
      "branch": "claude-step-billing-3",
      "title": null,
      "reason": "there is no project 'billing'"
    },
    {
      "pr_number": 48,
      "pr_state": "open",
      "branch": "claudestep/auth/step-1",
      "title": null,
      "reason": "it comes from a fork, where anybody can choose such a name"
    }
  ],
  "doubts": [
    {
      "project": "auth",
      "pr_number": 41,
      "recorded": "merged",
      "told": "closed",
      "reason": "merged is final"
    }
  ]
}
$ claudestep fsck --frame
archive/older.json:27:24: warning: #12 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
projects/auth.json:43:24: warning: #41 has no AI operations [pr/no-operations]
projects/auth.json:56:24: warning: #42 has no AI operations [pr/no-operations]
projects/auth.json:67:24: warning: #44 has no AI operations [pr/no-operations]
projects/auth.json:78:24: warning: #50 has no AI operations [pr/no-operations]
2 files checked: 5 warnings
! 2 commits held to what they say of themselves
$ git log -1 --format='%s%n%(trailers)' claudestep-metadata
7 operations on 2 projects
Claudestep-Op: open-pr project=older pr=12 task=1
Claudestep-Op: set-pr-state project=older pr=12 state=merged
Claudestep-Op: retitle project=auth pr=42
Claudestep-Op: set-pr-state project=auth pr=42 state=merged
Claudestep-Op: assign project=auth pr=44
Claudestep-Op: set-pr-state project=auth pr=44 state=closed
Claudestep-Op: open-pr project=auth pr=50 task=4
\
$ claudestep pr reopen auth --pr 44 -q
$ claudestep pr import ../pulls.json -q
$ claudestep pr list auth --state closed
   PR  STATE   TASK  REVIEWER  OPENED       COST  TITLE
  #44  closed     3  carol     2025-12-25  $0.00  Rate-limit the login
