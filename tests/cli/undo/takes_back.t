# The newest commit, taken back: the tree is the one before, and undoing that is the change again.
$ git init -q --bare repo.git && cd repo.git
$ claudestep undo
! error: there is nothing to undo
!   caused by: there is no metadata branch 'refs/heads/claudestep-metadata'
! hint: claudestep init
[3]
$ claudestep project create auth >out && claudestep task add auth --description 'Add login' >out
$ claudestep pr open auth --task 1 --pr 80 --branch work >out && git rev-parse 'claudestep-metadata^{tree}'
fc4047b25c0d8384a2469660157b993cd58c748f
$ claudestep pr close auth --pr 80 >out && git rev-parse 'claudestep-metadata^{tree}'
b3b6e5c0ce0d18a5fc072af36d9b174ad59ae7b7
$ claudestep undo --dry-run
would: auth: undo "close #80"
\
diff --git a/projects/auth.json b/projects/auth.json
index ce9144c..b36591c 100644
--- a/projects/auth.json
+++ b/projects/auth.json
@@ -2,12 +2,12 @@
   "schema_version": "2.0",
   "project": "auth",
   "created_at": "2026-01-01T00:02:00Z",
-  "last_updated": "2026-01-01T00:04:00Z",
+  "last_updated": "2026-01-01T00:03:00Z",
   "tasks": [
     {
       "index": 1,
       "description": "Add login",
-      "status": "pending",
+      "status": "in_progress",
       "id": "0e100ea6"
     }
   ],
@@ -18,9 +18,8 @@
       "pr_number": 80,
       "branch_name": "work",
       "reviewer": "",
-      "pr_state": "closed",
+      "pr_state": "open",
       "created_at": "2026-01-01T00:03:00Z",
-      "closed_at": "2026-01-01T00:04:00Z",
       "ai_operations": []
     }
   ]
$ claudestep undo && git rev-parse 'claudestep-metadata^{tree}'
[bf145be] auth: undo "close #80"
fc4047b25c0d8384a2469660157b993cd58c748f
$ claudestep undo && git rev-parse 'claudestep-metadata^{tree}'
[f6f26a5] auth: redo "close #80"
b3b6e5c0ce0d18a5fc072af36d9b174ad59ae7b7
$ git log -3 --format=%B claudestep-metadata
auth: redo "close #80"
\
Claudestep-Op: undo project=auth commit=bf145be99144274b300fbb950d2e833b85337ffc
\
auth: undo "close #80"
\
Claudestep-Op: undo project=auth commit=023c469d167f35cfd09c6cfcdac36cd3df080fb1
\
auth: close #80
\
Claudestep-Op: set-pr-state project=auth pr=80 state=closed
\
# A commit from further back: what came later stays.
$ claudestep task add auth --description 'Add logout' >out
$ claudestep undo claudestep-metadata~1
[7b849e8] auth: undo "close #80"
$ claudestep log auth -n 4 --oneline
7b849e8 auth: undo of f6f26a5: task 1: pending -> in_progress, #80 reopened
da14f76 auth: task 2: added 'Add logout'
f6f26a5 auth: undo of bf145be: task 1: in_progress -> pending, #80 closed
bf145be auth: undo of 023c469: task 1: pending -> in_progress, #80 reopened
# Again: it is taken back already.
$ claudestep undo claudestep-metadata~2
nothing to do: auth: undo "close #80"
$ claudestep undo --json
{
  "kind": "write",
  "version": 1,
  "commit": "a535d208a32a1a05af96f1ee0e6c8760381a8a96",
  "operations": [
    {
      "op": "undo",
      "project": "auth",
      "commit": "7b849e877604f8958ed15cca2da63c08d54c9653"
    }
  ],
  "changed": true,
  "retries": 0,
  "completed_projects": []
}
