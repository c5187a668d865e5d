# What task check says stays until the plan says the same; who unticks the plan then is heard.
--- file repo/claude-step/auth/spec.yaml
version: "1.0"
feature: {id: auth, name: Login, priority: high, status: in_progress}
objective: {summary: People log in, business_value: Safety}
requirements:
  functional:
    - {id: FR-1, title: Login, description: Log in, priority: high, acceptance_criteria: [They get in]}
tasks:
  backend:
    - {id: BE-1, title: Add login, status: pending, acceptance_criteria: [It works], done_when: [Tests pass]}
    - {id: BE-2, title: Add logout, status: in_progress, acceptance_criteria: [It works], done_when: [Tests pass]}
--- end
--- file repo/claude-step/pay/spec.md
- [ ] Pay
- [x] Pay back
--- end
$ git init -q repo && cd repo && claudestep plan import claude-step/auth/spec.yaml -q && claudestep plan import claude-step/pay/spec.md -q
$ claudestep task check auth 1 -q && claudestep task check auth 2 -q && claudestep task check pay 1 -q && claudestep task uncheck pay 2 -q
$ claudestep plan import claude-step/auth/spec.yaml && claudestep plan import claude-step/pay/spec.md
nothing to do: 'auth' follows 'claude-step/auth/spec.yaml' already
nothing to do: 'pay' follows 'claude-step/pay/spec.md' already
# Write-back and import, again and again, end where they began.
$ claudestep plan complete auth --write-back && claudestep plan import claude-step/auth/spec.yaml && claudestep next auth
plan claude-step/auth/spec.yaml: 2 of 2 completed
  changed line 2: in_progress -> review  the feature
  changed line 9: pending -> in_progress  Add login
  changed line 10: in_progress -> completed  Add logout
[2b71953] auth: set the plan (2 tasks)
auth is complete: every task is done
[1]
$ claudestep plan complete auth --write-back -q && claudestep plan import claude-step/auth/spec.yaml && claudestep plan complete auth
plan claude-step/auth/spec.yaml: 2 of 2 completed
  changed line 2: review -> completed  the feature
  changed line 9: in_progress -> completed  Add login
[7cff769] auth: set the plan (2 tasks)
plan claude-step/auth/spec.yaml: 2 of 2 completed
  the plan says what is done
$ sed -i 's/status: completed, acc/status: in_progress, acc/' claude-step/auth/spec.yaml && claudestep plan import claude-step/auth/spec.yaml && claudestep task list auth
[5bac787] auth: set the plan (2 tasks)
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
     2  8d8155bb  pending, ready  Add logout
! 2 tasks unticked
# A checklist: the box that says the same counts from then on.
$ claudestep plan complete pay --write-back; claudestep plan import claude-step/pay/spec.md && claudestep show pay --json | grep by_hand
plan claude-step/pay/spec.md: 1 of 2 completed
  changed line 1: [ ] -> [x]  Pay
[2aeafcb] pay: set the plan (2 tasks)
        "by_hand": true
$ printf -- '- [ ] Pay\n- [ ] Pay back\n' >claude-step/pay/spec.md && claudestep plan import claude-step/pay/spec.md && claudestep log pay -n 2 && claudestep task list pay
[4473c44] pay: set the plan (2 tasks)
4473c44  2026-01-01 00:07  A U Thor
  pay  task 1: unchecked, completed -> pending
         'Pay'
       task 2: changed by_hand
         'Pay back'
2aeafcb  2026-01-01 00:06  A U Thor
  pay  task 1: changed by_hand
         'Pay'
  TASK  ID        STATUS          DESCRIPTION
     1  723afa39  pending, ready  Pay
     2  de18a24b  pending, ready  Pay back
! 1 task unticked
$ claudestep fsck --frame
2 files checked: nothing found
! 11 commits held to what they say of themselves
