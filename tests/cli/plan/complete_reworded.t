# What has other words in the plan than the completed task it is like is not ticked before an import says
# that it is the same.
--- file repo/claude-step/auth/spec.md
- [ ] Add the login endpoint
- [ ] Write the manual
--- end
$ git init -q repo && cd repo && claudestep plan import claude-step/auth/spec.md -q
$ claudestep pr open auth --task 1 --pr 1 --branch a -q && claudestep pr merge auth --pr 1 -q
$ claudestep pr open auth --task 2 --pr 2 --branch b -q && claudestep pr merge auth --pr 2 -q
$ sed -i 's/login/logout/' claude-step/auth/spec.md && cp claude-step/auth/spec.md ../before
$ claudestep plan complete auth --write-back
plan claude-step/auth/spec.md: 1 of 2 completed
  left as it is, line 1: Add the logout endpoint
    the plan has other words for it: plan import first; completed is: Add the login endpoint
! hint: claudestep plan import claude-step/auth/spec.md --project auth
[1]
$ claudestep plan complete auth --write-back --json
{
  "kind": "plan_complete",
  "version": 1,
  "project": "auth",
  "path": "claude-step/auth/spec.md",
  "plan_kind": "checklist",
  "complete": false,
  "tasks": 2,
  "completed": 1,
  "written": false,
  "changes": [],
  "reworded": [
    {
      "line": 1,
      "before": "Add the login endpoint",
      "after": "Add the logout endpoint"
    }
  ]
}
[1]
$ cmp claude-step/auth/spec.md ../before
# White space apart the words are the same.
$ printf -- '- [ ] Add  the\tlogin endpoint\n- [ ] Write the manual\n' >claude-step/auth/spec.md
$ claudestep plan complete auth --write-back
plan claude-step/auth/spec.md: 2 of 2 completed
  changed line 1: [ ] -> [x]  Add  the\tlogin endpoint
  changed line 2: [ ] -> [x]  Write the manual
# An import says that it is the same.
$ cp ../before claude-step/auth/spec.md && claudestep plan import claude-step/auth/spec.md && claudestep plan complete auth --write-back
[5deb090] auth: set the plan (2 tasks)
plan claude-step/auth/spec.md: 2 of 2 completed
  changed line 1: [ ] -> [x]  Add the logout endpoint
  changed line 2: [ ] -> [x]  Write the manual
! 1 task reworded
