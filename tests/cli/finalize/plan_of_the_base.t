# A project that is not there yet is made from its plan on the base branch.
--- file repo/claude-chain/auth/spec.md
- [ ] Add login
- [ ] Add logout
--- end
$ git init -q repo && cd repo && git add . && git commit -qm Plan
$ claudestep finalize auth --task 2 --pr 7 --branch b --reviewer alice
[ca4a01d] auth: create
          auth: set the plan (2 tasks)
          auth: open #7 for task 2
$ claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
     2  8d8155bb  in_progress     Add logout
$ claudestep finalize auth --task 2 --pr 7 --branch b --reviewer alice
nothing to do: auth: open #7 for task 2
$ claudestep finalize billing --task 1 --pr 8 --branch c
! error: no project 'billing'
! hint: claudestep list
! hint: claudestep project create billing
[3]
# The last task of a project: how it gets back into the plan is said.
$ claudestep task check auth 1 -q && claudestep pr merge auth --pr 7
[df0cfe3] auth: merge #7
auth is complete: every task is done
! hint: claudestep plan complete auth
$ claudestep task uncheck auth 1 -q && claudestep finalize auth --task 1 --pr 9 --branch d -q && claudestep task list auth
  TASK  ID        STATUS       DESCRIPTION
     1  0e100ea6  in_progress  Add login
     2  8d8155bb  completed    Add logout
