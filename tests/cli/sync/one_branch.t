# A clone that has one branch alone, as CI makes it, shows nothing of the metadata that its remote has.
--- file ops.json
[{"type": "PRCreation", "model": "m", "workflow_run_id": 1, "created_at": "2026-01-01T00:00:00Z", "cost_usd": 50}]
--- end
$ git init -q -b main --bare shared.git && git clone -q shared.git team 2>err && cd team && git commit -q --allow-empty -m begin
$ claudestep -q project create auth && claudestep -q task add auth --description 'Task 1' && claudestep -q task add auth --description 'Task 2'
$ claudestep -q finalize auth --task 1 --pr 1 --branch b1 --ops ../ops.json && claudestep -q pr merge auth --pr 1
$ mkdir -p claude-step/shop && printf -- '- [ ] One\n- [ ] Two\n' >claude-step/shop/spec.md && git add . && git commit -q -m plan
$ git push -q origin HEAD:main claudestep-metadata
$ cd .. && git clone -q --depth 1 "file://$PWD/shared.git" ci && cd ci
# No check passes for want of data.
$ claudestep budget check --limit 1
! error: what is spent is not known
!   caused by: there is no metadata branch 'refs/heads/claudestep-metadata' here
! hint: claudestep sync
[3]
$ claudestep budget check --limit 1 --json
! {"kind":"error","version":1,"code":"not_found","message":"what is spent is not known","causes":["there is no metadata branch 'refs/heads/claudestep-metadata' here"],"hints":["claudestep sync"],"retryable":false,"place":null}
[3]
$ claudestep reconcile --check
! error: it is not known whether there is drift
!   caused by: there is no metadata branch 'refs/heads/claudestep-metadata' here
! hint: claudestep sync
[3]
$ claudestep fsck
! error: there is nothing to check
!   caused by: there is no metadata branch 'refs/heads/claudestep-metadata' here
! hint: claudestep sync
[3]
$ claudestep fsck --fix
! error: there is nothing to check
!   caused by: there is no metadata branch 'refs/heads/claudestep-metadata' here
! hint: claudestep sync
[3]
# What reads says how to get at it.
$ claudestep stats
! there is no metadata branch 'refs/heads/claudestep-metadata' here, nor was it fetched from 'origin'
! hint: claudestep sync
$ claudestep task list auth
! error: no project 'auth'
!   caused by: there is no metadata branch 'refs/heads/claudestep-metadata'
! hint: claudestep sync
[3]
$ claudestep undo
! error: there is nothing to undo
!   caused by: there is no metadata branch 'refs/heads/claudestep-metadata'
! hint: claudestep sync
[3]
$ claudestep doctor | sed -n '/ branch /,/^ok/p'
warning  branch      there is no branch 'claudestep-metadata', here or fetched from a remote
                     hint: to bring it where a remote has it: claudestep sync
                     hint: where none has it, the next hint makes it
                     hint: claudestep init
ok       objects     0 loose objects
ok       worktree    the branch is checked out nowhere
0 problems, 2 warnings
$ claudestep prime | sed -n '1p;/^commands/,/^$/p'
there is no metadata branch claudestep-metadata yet
commands
  claudestep sync
      bring the metadata branch, where the remote has it
  claudestep init
      make the metadata branch, where it has none
\
# What begins the branch anew says that there may be one already.
$ cp -r ../ci ../anew && cd ../anew
$ claudestep finalize shop --task 1 --pr 2 --branch b2
[0120f9a] shop: create
          shop: set the plan (2 tasks)
          shop: open #2 for task 1
! warning: 'claudestep-metadata' begins anew here; this clone does not show whether 'origin' has it: claudestep sync brings what it has
$ cp -r ../ci ../begun && cd ../begun && claudestep init
[a94da5c] make the branch 'claudestep-metadata'
! warning: 'claudestep-metadata' begins anew here; this clone does not show whether 'origin' has it: claudestep sync brings what it has
$ claudestep init
nothing to do: the branch 'claudestep-metadata' is already there
$ claudestep doctor | sed -n '/ branch /,/^ok/p'
warning  branch      'claudestep-metadata' is here, and this clone does not show whether 'origin' has it as well
                     hint: claudestep sync
ok       tip         the tip is whole
ok       worktree    the branch is checked out nowhere
0 problems, 2 warnings
# Nor does a clone of one branch know that is not shallow, while one of all branches does.
$ git clone -q --single-branch ../shared.git ../single && claudestep -C ../single init -q
! warning: 'claudestep-metadata' begins anew here; this clone does not show whether 'origin' has it: claudestep sync brings what it has
$ git init -q --bare ../empty.git && git clone -q ../empty.git ../first 2>err && claudestep -C ../first init
[bf1c341] make the branch 'claudestep-metadata'
# The way out that was told.
$ cd ../ci && claudestep sync
[cc60b33] sync 'claudestep-metadata' with 'origin'
  fetched nothing..cc60b33
$ claudestep doctor | sed -n '/ branch /,/^ok/p'
ok       branch      'claudestep-metadata' holds all that was fetched
ok       tip         the tip is whole
ok       worktree    the branch is checked out nowhere
0 problems, 1 warning
$ claudestep budget check --limit 1
$50.00 of $1.00 spent, $49.00 over (1 AI operation)
[1]
$ claudestep reconcile --check
not to be known in a shallow clone (git fetch --unshallow):
  PR  PROJECT  RECORDED  WHY
  #1  auth     merged    it may lie behind the end of this shallow clone
! error: it is not known whether there is drift
!   caused by: in this shallow clone 1 merge may lie behind its end
! hint: git fetch --unshallow
! hint: in a workflow: actions/checkout with fetch-depth: 0
[6]
$ claudestep fsck
projects/auth.json:9:22: warning: the description of task 1 is a stand-in, 'Task 1' [task/placeholder]
  hint: give it the real words: claudestep task edit, or import the plan
projects/auth.json:15:22: warning: the description of task 2 is a stand-in, 'Task 2' [task/placeholder]
1 file checked: 2 warnings
