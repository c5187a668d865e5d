# In a feature specification a status moves one step at a time; the rest of the file stays as it is.
--- file repo/specs/auth/spec.yaml
# who owns this: the login team
version: "1.0"
feature: {id: auth, name: Login, priority: high, status: in_progress}   # the status
objective: {summary: People log in, business_value: Safety}
requirements:
  functional:
    - {id: FR-1, title: Login, description: in_progress, priority: high, acceptance_criteria: [They get in]}
tasks:
  backend:
    - id: BE-1
      title: Add login
      status: "in_progress"     # quoted
      acceptance_criteria: [It works]
      done_when: [Tests pass]
    - id: BE-2
      title: Add logout
      status: pending
      acceptance_criteria: [It works]
      done_when: [Tests pass]
  qa:
    - id: QA-1
      title: Test login
      acceptance_criteria: [It works]
      done_when: [Tests pass]
--- end
$ git init -q repo && cd repo && git add . && git commit -qm 'Plan'
$ claudestep project create auth --from-plan HEAD:specs/auth/spec.yaml -q
$ claudestep task check auth 1 -q && claudestep plan complete auth --write-back
plan specs/auth/spec.yaml: 1 of 3 completed
  changed line 12: in_progress -> completed  Add login
[1]
$ git diff -U0 | grep '^[+-] '
-      status: "in_progress"     # quoted
+      status: "completed"     # quoted
$ git commit -qam 'One' && claudestep validate specs/auth/spec.yaml --against HEAD~1 && claudestep task check auth 2 -q && claudestep task check auth 3 -q
specs/auth/spec.yaml:7:12: warning: no task refers to 'FR-1' [spec/uncovered-requirement]
    7 |     - {id: FR-1, title: Login, description: in_progress, priority: hi...
      |            ^
  hint: name the requirement in the task that meets it, or add such a task
1 file checked: 1 warning
$ claudestep plan complete auth --write-back
plan specs/auth/spec.yaml: 3 of 3 completed
  changed line 3: in_progress -> review  the feature
  changed line 17: pending -> in_progress  Add logout
$ git diff -U0 | grep '^[+-]' | grep -v '^+++\|^---'
-feature: {id: auth, name: Login, priority: high, status: in_progress}   # the status
+feature: {id: auth, name: Login, priority: high, status: review}   # the status
-      status: pending
+      status: in_progress
$ claudestep validate specs/auth/spec.yaml --against HEAD
specs/auth/spec.yaml:7:12: warning: no task refers to 'FR-1' [spec/uncovered-requirement]
    7 |     - {id: FR-1, title: Login, description: in_progress, priority: hi...
      |            ^
  hint: name the requirement in the task that meets it, or add such a task
1 file checked: 1 warning
$ git commit -qam 'All' && claudestep plan complete auth --write-back --json
{
  "kind": "plan_complete",
  "version": 1,
  "project": "auth",
  "path": "specs/auth/spec.yaml",
  "plan_kind": "feature-spec",
  "complete": true,
  "tasks": 3,
  "completed": 3,
  "written": true,
  "changes": [
    {
      "line": 3,
      "before": "review",
      "after": "completed",
      "task": null
    },
    {
      "line": 17,
      "before": "in_progress",
      "after": "completed",
      "task": "Add logout"
    }
  ],
  "reworded": []
}
$ git commit -qam 'Done' && claudestep plan complete auth
plan specs/auth/spec.yaml: 3 of 3 completed
  the plan says what is done
# A status that is written in a way that cannot be changed alone.
$ sed -i 's/priority: high, status: completed/priority: \&p high, status: \&s review/; s/status: completed$/status: *s/' specs/auth/spec.yaml && grep -n '\*s\|&s' specs/auth/spec.yaml
3:feature: {id: auth, name: Login, priority: &p high, status: &s review}   # the status
17:      status: *s
$ cp specs/auth/spec.yaml before && claudestep plan complete auth --write-back
! error: specs/auth/spec.yaml:17:15: cannot change the status 'review'
!   caused by: it is not a word of its own here: an alias, an anchor or a block
! hint: write it as a plain word, or change it by hand
[2]
$ cmp before specs/auth/spec.yaml
