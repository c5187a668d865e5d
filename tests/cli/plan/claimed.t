# A task that somebody is at work on stays when the plan loses it: their pull request is recorded.
--- file repo/claude-step/auth/spec.md
- [ ] Add the login
- [ ] Write the manual
--- end
$ git init -q repo && cd repo && claudestep plan import claude-step/auth/spec.md -q && claudestep next auth --claim
claimed in auth: task 1
  description  Add the login
  id           5d7cb49a
  branch       claude-chain-auth-5d7cb49a
  claim        by A U Thor until 2026-01-01T02:00:00Z
$ printf -- '- [ ] Something else altogether\n' >claude-step/auth/spec.md && claudestep plan diff claude-step/auth/spec.md
+ task 1: Something else altogether
- task 1: Add the login
    claimed by A U Thor
- task 2: Write the manual
! hint: to take it over: claudestep plan import
$ claudestep plan diff claude-step/auth/spec.md --json | grep claimed_by
      "claimed_by": "A U Thor"
$ claudestep plan import claude-step/auth/spec.md && claudestep plan import claude-step/auth/spec.md
[ea6ccbb] auth: set the plan (1 task)
nothing to do: 'auth' follows 'claude-step/auth/spec.md' already
! 1 task added, 2 removed (1 claimed)
$ claudestep finalize auth --task 5d7cb49a --pr 9 --branch x
[46da3f7] auth: open #9 for task 5d7cb49a
! warning: task 2 of 'auth' is removed from the plan
$ claudestep show auth
auth: not_started
  [------------------------] 0.0%
  1 task: 0 completed, 0 in progress, 1 pending; 1 removed from the plan
  cost $0.00, 0 AI operations, 0 tokens in, 0 out
  created 2026-01-01, updated 2026-01-01
  plan claude-step/auth/spec.md
\
  TASK  ID        STATUS          DESCRIPTION
     1  8f785342  pending, ready  Something else altogether
\
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #9  open      2  -         2026-01-01  $0.00  Add the login
