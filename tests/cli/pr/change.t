# Who reviews it, what it is called, which task it is for.
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
$ claudestep pr assign auth --pr 42 --reviewer carol
[639fed9] auth: assign #42 to carol
$ claudestep pr assign auth --pr 42 --reviewer carol
nothing to do: auth: assign #42 to carol
$ claudestep pr assign auth --pr 42 --reviewer ''
[2dd1314] auth: unassign #42
$ claudestep pr assign auth --pr 42
! error: missing option '--reviewer R'
! hint: usage: claudestep pr assign PROJECT --pr N --reviewer R
[2]
$ claudestep pr assign auth --pr 43 --reviewer carol
! error: no pull request #43 in 'auth'
! hint: did you mean #41?
[3]
$ claudestep pr assign auth --pr 42 --reviewer "$(printf 'a\033[31m')"
! error: cannot assign #42 in 'auth': the reviewer 'a\x1b[31m' contains a control character
! hint: give the reviewer as one plain line
[2]
$ claudestep pr assign auth --pr 41 --reviewer dave --json
{
  "kind": "write",
  "version": 1,
  "commit": "2311bfcf3cb53ba407554f0dc09e16351574685c",
  "operations": [
    {
      "op": "assign",
      "project": "auth",
      "pr": 41,
      "reviewer": "dave"
    }
  ],
  "changed": true,
  "retries": 0,
  "completed_projects": []
}
$ claudestep pr retitle auth --pr 42 --title "$(printf '::error::Reset\033[31m')" --dry-run
would: auth: retitle #42
\
diff --git a/projects/auth.json b/projects/auth.json
index 3ad684c..654c77c 100644
--- a/projects/auth.json
+++ b/projects/auth.json
@@ -2,7 +2,7 @@
   "schema_version": "2.0",
   "project": "auth",
   "created_at": "2026-01-01T00:00:00Z",
-  "last_updated": "2026-01-01T00:07:00Z",
+  "last_updated": "2026-01-01T00:08:00Z",
   "tasks": [
     {
       "index": 1,
@@ -44,6 +44,7 @@
       "reviewer": "",
       "pr_state": "open",
       "created_at": "2025-12-24T00:00:00Z",
+      "title": "::error::Reset\u001b[31m",
       "ai_operations": []
     }
   ]
$ claudestep pr retitle auth --pr 42 --title "Reset by mail"
[97a4c0d] auth: retitle #42
$ claudestep pr retitle auth --pr 42 --title "Reset by mail"
nothing to do: auth: retitle #42
$ claudestep pr list auth
   PR  STATE        TASK  REVIEWER  OPENED       COST  TITLE
  #41  merged          1  dave      2025-12-20  $0.00  Users can log in
  #42  open, stale     2  -         2025-12-24  $0.00  Reset by mail
$ claudestep pr move auth --pr 42 --task 3
[25c604b] auth: move #42 to task 3
$ claudestep pr move auth --pr 42 --task c0bc7ee4
nothing to do: auth: move #42 to task c0bc7ee4
$ claudestep pr move auth --pr 42 --task 9
! error: no task '9' in 'auth'
! hint: claudestep task list auth
[3]
$ claudestep pr move auth --pr 42 --task ''
! error: a task is named by its index or its id
! hint: claudestep task list PROJECT
[2]
$ claudestep pr move --pr 42 auth
! error: missing option '--task TASK'
! hint: usage: claudestep pr move PROJECT --pr N --task TASK
[2]
$ claudestep pr mvoe auth --pr 42 --task 3
! error: unknown command 'pr mvoe'
! hint: did you mean 'pr move'?
[2]
$ claudestep pr move auth --pr 41 --task 3
[5682a15] auth: move #41 to task 3
$ claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  39b1209d  pending, ready  Add user authentication
     2  31b403bb  pending, ready  Add password reset
     3  c0bc7ee4  in_progress     Rate-limit the login
$ git log -4 --format='%s%n%(trailers)' claudestep-metadata
auth: move #41 to task 3
Claudestep-Op: move-pr project=auth pr=41 task=3
\
auth: move #42 to task 3
Claudestep-Op: move-pr project=auth pr=42 task=3
\
auth: retitle #42
Claudestep-Op: retitle project=auth pr=42
\
auth: assign #41 to dave
Claudestep-Op: assign project=auth pr=41
\
