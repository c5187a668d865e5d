# Of two tasks with one text the one with the pull request stays, and what comes back reworded is the same task.
--- file repo/claude-step/auth/spec.md
- [ ] Write tests for it
- [ ] Write tests for it
- [ ] Add the login page
--- end
$ git init -q repo && cd repo && claudestep plan import claude-step/auth/spec.md -q
$ claudestep pr open auth --task 2 --pr 2 --branch b -q && claudestep pr open auth --task 3 --pr 3 --branch c -q
$ printf -- '- [ ] Write tests for it\n' >claude-step/auth/spec.md && claudestep plan import claude-step/auth/spec.md
[17b4ed9] auth: set the plan (1 task)
! 2 tasks removed
$ claudestep task list auth && claudestep next auth
  TASK  ID          STATUS       DESCRIPTION
     1  9973f6fb-2  in_progress  Write tests for it
nothing is ready in auth
  - task 1 (9973f6fb-2) is in progress: #2
[1]
$ printf -- '- [ ] Add the login form\n- [ ] Write tests for it\n' >claude-step/auth/spec.md
$ claudestep plan diff claude-step/auth/spec.md
+ task 1: Add the login form
~ task 1: Add the login form
    was: Add the login page
! hint: to take it over: claudestep plan import
$ claudestep plan import claude-step/auth/spec.md && claudestep task list auth && claudestep next auth
[a7f57c7] auth: set the plan (2 tasks)
  TASK  ID          STATUS       DESCRIPTION
     1  ffec4bb9    in_progress  Add the login form
     2  9973f6fb-2  in_progress  Write tests for it
nothing is ready in auth
  - task 1 (ffec4bb9) is in progress: #3
  - task 2 (9973f6fb-2) is in progress: #2
! 1 task added, 1 reworded
[1]
