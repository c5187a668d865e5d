# The data of planning phases are a plan like the others, without boxes and requirements of their own.
--- file repo/claude-step/auth/phases.json
{
  "phase_data": {
    "explore": {},
    "requirements": {"requirements": []},
    "design": {},
    "tasks": {
      "tasks": [
        {"title": "Add the session store", "description": "In memory", "phase": "build", "priority": "high", "dependencies": []},
        {"title": "Add the login", "description": "With a password", "phase": "build", "priority": "high", "dependencies": ["Add the session store"]},
        {"title": "Write the manual", "description": "One page", "phase": "ship", "priority": "low", "dependencies": []}
      ]
    }
  }
}
--- end
$ git init -q repo && cd repo && git add . && git commit -qm 'Plan'
$ claudestep plan diff claude-step/auth/phases.json
! error: no project 'auth'
!   caused by: there is no metadata branch 'refs/heads/claudestep-metadata'
! hint: claudestep init
[3]
$ claudestep plan import HEAD:claude-step/auth/phases.json && claudestep plan import claude-step/auth/phases.json
[00c687f] auth: create
          auth: set the plan (3 tasks)
nothing to do: 'auth' follows 'claude-step/auth/phases.json' already
! 3 tasks added
$ claudestep task list auth
  TASK  ID        STATUS                       DESCRIPTION
     1  0c35b725  pending, ready               Add the session store
     2  5d7cb49a  pending, waits for 0c35b725  Add the login
     3  5fd499ef  pending, ready               Write the manual
$ claudestep pr open auth --task 1 --pr 7 --branch b -q && claudestep pr merge auth --pr 7 -q && claudestep plan status auth
auth: 1 of 3 tasks done, $0.00
  plan claude-step/auth/phases.json
\
  TASK  NAME                   STATE  PR   COST  DESCRIPTION
     1  Add the session store  done   #7  $0.00  Add the session store
     2  Add the login          ready  -   $0.00  Add the login
     3  Write the manual       ready  -   $0.00  Write the manual
# The pull request follows its task to another place; a title that no task has any more is gone.
$ sed -i '/"Write the manual"/d; s/\["Add the session store"\]},/["Add the session store"]}/; s/^\( *\)"tasks": \[$/&\n\1  {"title": "Choose the store", "description": "d", "phase": "build", "priority": "high", "dependencies": []},/' claude-step/auth/phases.json
$ claudestep plan diff claude-step/auth/phases.json --check
+ task 1: Choose the store
- task 3: Write the manual
! hint: to take it over: claudestep plan import
[1]
$ claudestep plan import claude-step/auth/phases.json && claudestep task list auth && claudestep plan trace auth
[6af74e6] auth: set the plan (3 tasks)
  TASK  ID        STATUS          DESCRIPTION
     1  3c5bf83a  pending, ready  Choose the store
     2  0c35b725  completed       Add the session store
     3  5d7cb49a  pending, ready  Add the login
auth: 1 of 3 tasks done, $0.00
  plan claude-step/auth/phases.json
\
    task 1 (Choose the store): Choose the store, ready
    task 2 (Add the session store): Add the session store, done, #7 merged
    task 3 (Add the login): Add the login, ready
! 1 task added, 1 removed
$ claudestep plan complete auth
plan claude-step/auth/phases.json: 1 of 3 completed
  the plan says what is done
[1]
$ claudestep task check auth 1 -q && claudestep task check auth 3 -q && claudestep plan complete auth --write-back && git status --short
plan claude-step/auth/phases.json: 3 of 3 completed
  the plan says what is done
 M claude-step/auth/phases.json
