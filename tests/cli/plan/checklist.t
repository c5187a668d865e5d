# A plan becomes work, and follows its edits.
--- file spec.md
# Users can log in

- [ ] Add user authentication
  - with sessions
- [ ] Add password reset
- [x] Write the design

```
- [ ] not this
```
--- end
$ git init -q repo && cd repo && mkdir -p claude-step/auth && cp ../spec.md claude-step/auth/spec.md
$ claudestep plan import claude-step/auth/spec.md
[67fdada] auth: create
          auth: set the plan (3 tasks)
! 3 tasks added, 1 ticked
$ claudestep plan import claude-step/auth/spec.md
nothing to do: 'auth' follows 'claude-step/auth/spec.md' already
$ claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  39b1209d  pending, ready  Add user authentication
     2  31b403bb  pending, ready  Add password reset
     3  1f847e49  completed       Write the design
$ claudestep pr open auth --task 2 --pr 7 --branch reset
[b022f45] auth: open #7 for task 2
$ printf -- '- [ ] Add metrics\n- [ ] Add the password reset\n- [ ] Add user authentication\n' > claude-step/auth/spec.md
$ claudestep plan diff claude-step/auth/spec.md
+ task 1: Add metrics
- task 3: Write the design
~ task 2: Add the password reset
    was: Add password reset
\> task 3: Add user authentication
    was: task 1
! hint: to take it over: claudestep plan import
$ claudestep plan diff --check --json claude-step/auth/spec.md
{
  "kind": "plan_diff",
  "version": 1,
  "project": "auth",
  "added": [
    {
      "index": 1,
      "id": "29ceacd9",
      "description": "Add metrics"
    }
  ],
  "removed": [
    {
      "index": 3,
      "id": "1f847e49",
      "description": "Write the design"
    }
  ],
  "reworded": [
    {
      "index": 2,
      "id": "31b403bb",
      "description": "Add the password reset",
      "before": "Add password reset"
    }
  ],
  "moved": [
    {
      "index": 3,
      "id": "39b1209d",
      "description": "Add user authentication",
      "before": 1
    }
  ],
  "checked": []
}
[1]
$ cd claude-step/auth && claudestep plan import spec.md
[c45cc36] auth: set the plan (3 tasks)
! 1 task added, 1 removed, 1 reworded, 1 moved
$ claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  29ceacd9  pending, ready  Add metrics
     2  31b403bb  in_progress     Add the password reset
     3  39b1209d  pending, ready  Add user authentication
$ claudestep pr list auth
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      2  -         2026-01-01  $0.00  Add the password reset
$ git add . && git commit -qm plan && claudestep plan diff HEAD:claude-step/auth/spec.md
! auth follows claude-step/auth/spec.md
$ printf -- '- [ ] Ship it\n' > spec.md
$ claudestep plan import spec.md --dry-run
would: auth: set the plan (1 task)
\
diff --git a/projects/auth.json b/projects/auth.json
index a383a2c..afdb239 100644
--- a/projects/auth.json
+++ b/projects/auth.json
@@ -2,7 +2,7 @@
   "schema_version": "2.0",
   "project": "auth",
   "created_at": "2026-01-01T00:01:00Z",
-  "last_updated": "2026-01-01T00:08:00Z",
+  "last_updated": "2026-01-01T00:13:00Z",
   "plan": {
     "path": "claude-step/auth/spec.md",
     "kind": "checklist"
@@ -10,21 +10,16 @@
   "tasks": [
     {
       "index": 1,
-      "description": "Add metrics",
+      "description": "Ship it",
       "status": "pending",
-      "id": "29ceacd9"
+      "id": "2c8d1fba"
     },
     {
       "index": 2,
       "description": "Add the password reset",
       "status": "in_progress",
-      "id": "31b403bb"
-    },
-    {
-      "index": 3,
-      "description": "Add user authentication",
-      "status": "pending",
-      "id": "39b1209d"
+      "id": "31b403bb",
+      "removed": true
     }
   ],
   "pull_requests": [
! 1 task added, 3 removed
$ claudestep plan import spec.md
[c37a111] auth: set the plan (1 task)
! 1 task added, 3 removed
$ claudestep show auth
auth: not_started
  [------------------------] 0.0%
  1 task: 0 completed, 0 in progress, 1 pending; 1 removed from the plan
  cost $0.00, 0 AI operations, 0 tokens in, 0 out
  created 2026-01-01, updated 2026-01-01
  plan claude-step/auth/spec.md
\
  TASK  ID        STATUS          DESCRIPTION
     1  2c8d1fba  pending, ready  Ship it
\
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      2  -         2026-01-01  $0.00  Add the password reset
$ claudestep log -n 2
c37a111  2026-01-01 00:14  A U Thor
  auth  task 1: removed 'Add metrics'
        task 1: added 'Ship it'
        task 2: removed from the plan
        task 3: removed 'Add user authentication'
c45cc36  2026-01-01 00:08  A U Thor
  auth  task 1: added 'Add metrics'
        task 2: reworded to 'Add the password reset'
        task 3: removed 'Write the design'
