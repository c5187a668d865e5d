# What fsck says, and how --fix leaves the branch.
--- file auth.json
{
  "schema_version": "2.0",
  "project": "auth",
  "last_updated": "2025-12-29T21:37:06.201227",
  "tasks": [
    {
      "index": 1,
      "description": "Add login",
      "status": "pending"
    },
    {
      "index": 3,
      "description": "Task 3",
      "status": "pending"
    }
  ],
  "pull_requests": [
    {
      "task_index": 1,
      "pr_number": 80,
      "branch_name": "claude-step-auth-1",
      "reviewer": "alice",
      "pr_state": "open",
      "created_at": "2025-12-29T21:33:07.158704",
      "ai_operations": [],
      "x_note": "kept"
    }
  ]
}
--- end
--- file broken.json
{"project": "broken", "tasks": [}
--- end
$ git init -q --bare repo.git && cd repo.git
$ claudestep fsck
! error: there is nothing to check
!   caused by: there is no metadata branch 'refs/heads/claudestep-metadata' here
! hint: claudestep init
[3]
$ claudestep init
[2d7978f] make the branch 'claudestep-metadata'
$ claudestep fsck
0 files checked: nothing found
$ git worktree add -q ../meta claudestep-metadata && mkdir ../meta/projects && cp ../auth.json ../meta/projects && git -C ../meta add . && git -C ../meta commit -q -m 'by a bot' && git worktree remove ../meta
$ claudestep fsck
projects/auth.json:4:19: warning: last_updated is "2025-12-29T21:37:06.201227", which has no zone; it is read as UTC [time/no-zone]
  hint: 'claudestep fsck --fix' repairs it
projects/auth.json:9:17: warning: task 1 is stored as pending, but what is recorded makes it in_progress [task/status-mismatch]
  hint: 'claudestep fsck --fix' repairs it
projects/auth.json:12:16: warning: the index 3 follows 1: no task has 2 [task/index-gap]
  hint: add the missing tasks, or import the plan
projects/auth.json:13:22: warning: the description of task 3 is a stand-in, 'Task 3' [task/placeholder]
  hint: give it the real words: claudestep task edit, or import the plan
projects/auth.json:24:21: warning: pull_requests[0].created_at is "2025-12-29T21:33:07.158704", which has no zone; it is read as UTC [time/no-zone]
projects/auth.json:25:24: warning: #80 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
1 file checked: 6 warnings
! hint: to repair 3 of 6 in one commit: claudestep fsck --fix
$ claudestep fsck --strict >out
! hint: to repair 3 of 6 in one commit: claudestep fsck --fix
[1]
$ claudestep fsck --fix --dry-run
would: auth: repair
\
diff --git a/projects/auth.json b/projects/auth.json
index 1403939..608ae8f 100644
--- a/projects/auth.json
+++ b/projects/auth.json
@@ -1,27 +1,30 @@
 {
   "schema_version": "2.0",
   "project": "auth",
-  "last_updated": "2025-12-29T21:37:06.201227",
+  "last_updated": "2025-12-29T21:37:06.201227Z",
   "tasks": [
     {
       "index": 1,
       "description": "Add login",
-      "status": "pending"
+      "status": "in_progress",
+      "id": "0e100ea6"
     },
     {
       "index": 3,
       "description": "Task 3",
-      "status": "pending"
+      "status": "pending",
+      "id": "74a6a7b0"
     }
   ],
   "pull_requests": [
     {
       "task_index": 1,
+      "task_id": "0e100ea6",
       "pr_number": 80,
       "branch_name": "claude-step-auth-1",
       "reviewer": "alice",
       "pr_state": "open",
-      "created_at": "2025-12-29T21:33:07.158704",
+      "created_at": "2025-12-29T21:33:07.158704Z",
       "ai_operations": [],
       "x_note": "kept"
     }
$ claudestep fsck --fix
[29faeb5] auth: repair
projects/auth.json:13:16: warning: the index 3 follows 1: no task has 2 [task/index-gap]
  hint: add the missing tasks, or import the plan
projects/auth.json:14:22: warning: the description of task 3 is a stand-in, 'Task 3' [task/placeholder]
  hint: give it the real words: claudestep task edit, or import the plan
projects/auth.json:28:24: warning: #80 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
1 file checked: 3 warnings
! what is left a person must decide; 'claudestep explain CODE' says more
$ claudestep fsck --fix
projects/auth.json:13:16: warning: the index 3 follows 1: no task has 2 [task/index-gap]
  hint: add the missing tasks, or import the plan
projects/auth.json:14:22: warning: the description of task 3 is a stand-in, 'Task 3' [task/placeholder]
  hint: give it the real words: claudestep task edit, or import the plan
projects/auth.json:28:24: warning: #80 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
1 file checked: 3 warnings
! what is left a person must decide; 'claudestep explain CODE' says more
$ claudestep fsck --json
{
  "kind": "diagnostics",
  "version": 1,
  "files": 1,
  "errors": 0,
  "warnings": 3,
  "diagnostics": [
    {
      "file": "projects/auth.json",
      "line": 13,
      "column": 16,
      "severity": "warning",
      "code": "task/index-gap",
      "message": "the index 3 follows 1: no task has 2",
      "hint": "add the missing tasks, or import the plan",
      "path": "tasks[1].index",
      "fixable": false
    },
    {
      "file": "projects/auth.json",
      "line": 14,
      "column": 22,
      "severity": "warning",
      "code": "task/placeholder",
      "message": "the description of task 3 is a stand-in, 'Task 3'",
      "hint": "give it the real words: claudestep task edit, or import the plan",
      "path": "tasks[1].description",
      "fixable": false
    },
    {
      "file": "projects/auth.json",
      "line": 28,
      "column": 24,
      "severity": "warning",
      "code": "pr/no-operations",
      "message": "#80 has no AI operations",
      "hint": "record them with claudestep op add if they are known",
      "path": "pull_requests[0].ai_operations",
      "fixable": false
    }
  ]
}
$ git show claudestep-metadata:projects/auth.json
{
  "schema_version": "2.0",
  "project": "auth",
  "last_updated": "2025-12-29T21:37:06.201227Z",
  "tasks": [
    {
      "index": 1,
      "description": "Add login",
      "status": "in_progress",
      "id": "0e100ea6"
    },
    {
      "index": 3,
      "description": "Task 3",
      "status": "pending",
      "id": "74a6a7b0"
    }
  ],
  "pull_requests": [
    {
      "task_index": 1,
      "task_id": "0e100ea6",
      "pr_number": 80,
      "branch_name": "claude-step-auth-1",
      "reviewer": "alice",
      "pr_state": "open",
      "created_at": "2025-12-29T21:33:07.158704Z",
      "ai_operations": [],
      "x_note": "kept"
    }
  ]
}
# A file that cannot be read makes the exit code 1.
$ git worktree add -q ../meta claudestep-metadata && cp ../broken.json ../meta/projects && git -C ../meta add . && git -C ../meta commit -q -m 'by hand' && git worktree remove ../meta
$ claudestep fsck -q
projects/auth.json:13:16: warning: the index 3 follows 1: no task has 2 [task/index-gap]
  hint: add the missing tasks, or import the plan
projects/auth.json:14:22: warning: the description of task 3 is a stand-in, 'Task 3' [task/placeholder]
  hint: give it the real words: claudestep task edit, or import the plan
projects/auth.json:28:24: warning: #80 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
projects/broken.json:1:33: error: expected a value or ']', found '}' [json/syntax]
  hint: decide what was meant and correct the file by hand, or take its last good version from its history (git log -p BRANCH -- FILE)
[1]
$ git worktree add -q ../meta claudestep-metadata && cp ../auth.json ../meta/projects/again.json && git -C ../meta add . && git -C ../meta commit -q -m 'by a bot' && git worktree remove ../meta
$ claudestep fsck --fix --json >out; tail -n 5 out; grep -c '"error"' out
    }
  ],
  "fixed": 4,
  "commit": "b55ece6433da51542419543441172f44b69fe900"
}
1
$ claudestep fsck --at claudestep-metadata~3 -q >out
$ claudestep fsck --fix --at claudestep-metadata~1
! error: --fix cannot be used with --at
! hint: --fix changes the branch as it is now
[2]
$ claudestep fsck --dry-run
! error: --dry-run is for --fix
[2]
$ claudestep fsck --at nothing
! error: no revision or date 'nothing'
! hint: name a revision as git does (claudestep-metadata~3), a date (2026-01-27), an instant or an age (7d)
[3]
