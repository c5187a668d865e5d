# Taking the next task, and giving it back.
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add user authentication"}
{"op": "add-task", "project": "auth", "description": "Add password reset"}
{"op": "add-task", "project": "auth", "description": "Rate-limit the login"}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 41, "branch": "claude-chain-auth-39b1209d", "reviewer": "alice", "title": "Users can log in", "created_at": "2025-12-20T10:00:00Z"}
{"op": "set-pr-state", "project": "auth", "pr": 41, "state": "merged", "at": "2025-12-21T10:00:00Z"}
{"op": "open-pr", "project": "auth", "task": 2, "pr": 42, "branch": "reset", "reviewer": "bob", "created_at": "2025-12-24T00:00:00Z"}
{"op": "create-project", "project": "billing"}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
$ claudestep task add -q auth --description "Log every failed login"
$ claudestep next auth --ttl 1h
! error: --ttl is for --claim
[2]
$ claudestep next auth --no-sync
! error: --no-sync is for --claim
[2]
$ claudestep next auth --claim --at HEAD
! error: --claim cannot be used with --at
! hint: --claim changes the branch as it is now
[2]
$ claudestep next auth --claim --dry-run
would: auth: claim task 3
\
diff --git a/projects/auth.json b/projects/auth.json
index e4b18cb..80d2ecd 100644
--- a/projects/auth.json
+++ b/projects/auth.json
@@ -2,7 +2,7 @@
   "schema_version": "2.0",
   "project": "auth",
   "created_at": "2026-01-01T00:00:00Z",
-  "last_updated": "2026-01-01T00:01:00Z",
+  "last_updated": "2026-01-01T00:05:00Z",
   "tasks": [
     {
       "index": 1,
@@ -20,7 +20,12 @@
       "index": 3,
       "description": "Rate-limit the login",
       "status": "pending",
-      "id": "c0bc7ee4"
+      "id": "c0bc7ee4",
+      "claim": {
+        "by": "A U Thor",
+        "at": "2026-01-01T00:05:00Z",
+        "expires": "2026-01-01T02:05:00Z"
+      }
     },
     {
       "index": 4,
$ claudestep next auth --claim --dry-run --json
{
  "kind": "write",
  "version": 1,
  "commit": null,
  "operations": [
    {
      "op": "claim",
      "project": "auth",
      "task": 3,
      "by": "A U Thor",
      "ttl_seconds": 7200
    }
  ],
  "changed": true,
  "retries": 0,
  "completed_projects": [],
  "diff": "diff --git a/projects/auth.json b/projects/auth.json\nindex e4b18cb..5df320a 100644\n--- a/projects/auth.json\n+++ b/projects/auth.json\n@@ -2,7 +2,7 @@\n   \"schema_version\": \"2.0\",\n   \"project\": \"auth\",\n   \"created_at\": \"2026-01-01T00:00:00Z\",\n-  \"last_updated\": \"2026-01-01T00:01:00Z\",\n+  \"last_updated\": \"2026-01-01T00:06:00Z\",\n   \"tasks\": [\n     {\n       \"index\": 1,\n@@ -20,7 +20,12 @@\n       \"index\": 3,\n       \"description\": \"Rate-limit the login\",\n       \"status\": \"pending\",\n-      \"id\": \"c0bc7ee4\"\n+      \"id\": \"c0bc7ee4\",\n+      \"claim\": {\n+        \"by\": \"A U Thor\",\n+        \"at\": \"2026-01-01T00:06:00Z\",\n+        \"expires\": \"2026-01-01T02:06:00Z\"\n+      }\n     },\n     {\n       \"index\": 4,\n"
}
$ claudestep next auth --claim
claimed in auth: task 3
  description  Rate-limit the login
  id           c0bc7ee4
  branch       claude-chain-auth-c0bc7ee4
  claim        by A U Thor until 2026-01-01T02:07:00Z
$ claudestep next auth --claim --ttl 30m --no-sync --json
{
  "kind": "next",
  "version": 1,
  "project": "auth",
  "task": {
    "index": 4,
    "id": "b724a776",
    "description": "Log every failed login"
  },
  "reviewer": null,
  "branch": "claude-chain-auth-b724a776",
  "claim": {
    "by": "A U Thor",
    "reviewer": null,
    "at": "2026-01-01T00:08:00Z",
    "expires": "2026-01-01T00:38:00Z"
  },
  "reason": null,
  "waiting_for": []
}
! claimed in this repository alone; other clones see it when the branch is pushed
$ claudestep next auth --claim
nothing is ready in auth
  - task 2 (31b403bb) is in progress: #42
  - task 3 (c0bc7ee4) is claimed by A U Thor
  - task 4 (b724a776) is claimed by A U Thor
[1]
$ claudestep next auth --claim --json
{
  "kind": "next",
  "version": 1,
  "project": "auth",
  "task": null,
  "reviewer": null,
  "branch": null,
  "claim": null,
  "reason": "nothing_ready",
  "waiting_for": [
    "31b403bb",
    "c0bc7ee4",
    "b724a776"
  ]
}
[1]
$ claudestep task list auth
  TASK  ID        STATUS                        DESCRIPTION
     1  39b1209d  completed                     Add user authentication
     2  31b403bb  in_progress                   Add password reset
     3  c0bc7ee4  pending, claimed by A U Thor  Rate-limit the login
     4  b724a776  pending, claimed by A U Thor  Log every failed login
$ claudestep task list auth --json | sed -n '/"index": 3/,/}/p'
      "index": 3,
      "id": "c0bc7ee4",
      "description": "Rate-limit the login",
      "status": "pending",
      "ready": false,
      "claim": {
        "by": "A U Thor",
        "reviewer": null,
        "at": "2026-01-01T00:07:00Z",
        "expires": "2026-01-01T02:07:00Z"
      }
$ claudestep stats | tail -3
2 projects, 4 tasks: 1 completed, 1 in progress, 2 pending (2 claimed)
2 pull requests: 1 open (1 stale), 1 merged, 0 closed
0 AI operations: $0.00, 0 tokens in, 0 out
$ claudestep show auth | sed -n '2,4p'
  [######------------------] 25.0%
  4 tasks: 1 completed, 1 in progress, 2 pending (2 claimed)
  cost $0.00, 0 AI operations, 0 tokens in, 0 out
$ git log -1 --format='%s%n%(trailers)' claudestep-metadata
auth: claim task 4
Claudestep-Op: claim project=auth task=4
\
# An expired claim counts no more, and another may take the task.
$ CLAUDESTEP_NOW=2026-01-01T01:00:00Z claudestep task list auth
  TASK  ID        STATUS                        DESCRIPTION
     1  39b1209d  completed                     Add user authentication
     2  31b403bb  in_progress                   Add password reset
     3  c0bc7ee4  pending, claimed by A U Thor  Rate-limit the login
     4  b724a776  pending, ready                Log every failed login
$ CLAUDESTEP_NOW=2026-01-01T01:00:00Z claudestep next auth --claim
claimed in auth: task 4
  description  Log every failed login
  id           b724a776
  branch       claude-chain-auth-b724a776
  claim        by A U Thor until 2026-01-01T03:00:00Z
$ claudestep task release auth 3
[f35b39b] auth: release task 3
$ claudestep task release auth 3
nothing to do: auth: release task 3
$ claudestep task release auth c0bc7ee4 --json
{
  "kind": "write",
  "version": 1,
  "commit": null,
  "operations": [
    {
      "op": "release",
      "project": "auth",
      "task": "c0bc7ee4"
    }
  ],
  "changed": false,
  "retries": 0,
  "completed_projects": []
}
$ claudestep task release auth 9
! error: no task '9' in 'auth'
! hint: claudestep task list auth
[3]
$ claudestep task release auth
! error: missing operand 'TASK'
! hint: usage: claudestep task release PROJECT TASK
[2]
$ claudestep task release atuh 3
! error: no project 'atuh'
! hint: did you mean 'auth'?
[3]
$ claudestep next auth
next in auth: task 3
  description  Rate-limit the login
  id           c0bc7ee4
  branch       claude-chain-auth-c0bc7ee4
# A pull request ends the claim.
$ claudestep next auth --claim -q
claimed in auth: task 3
  description  Rate-limit the login
  id           c0bc7ee4
  branch       claude-chain-auth-c0bc7ee4
  claim        by A U Thor until 2026-01-01T02:25:00Z
$ claudestep pr open auth --task 3 --pr 43 --branch limit
[ff1383f] auth: open #43 for task 3
$ claudestep show auth --raw | grep -c '"claim"'
1
$ claudestep next auth --claim --ttl 0s
! error: option '--ttl': the duration '0s' is zero
[2]
$ claudestep next auth --claim --ttl 9999d
nothing is ready in auth
  - task 2 (31b403bb) is in progress: #42
  - task 3 (c0bc7ee4) is in progress: #43
  - task 4 (b724a776) is claimed by A U Thor
[1]
$ claudestep next nothing --claim
! error: no project 'nothing'
! hint: claudestep list
[3]
# A name that would do harm on a terminal is kept as what it is made of.
$ claudestep task release auth 4 -q; GIT_AUTHOR_NAME="$(printf 'x\033[31m')" claudestep next auth --claim
claimed in auth: task 4
  description  Log every failed login
  id           b724a776
  branch       claude-chain-auth-b724a776
  claim        by x\x1b[31m until 2026-01-01T02:31:00Z
