# A feature specification becomes work, and says what became of it.
--- file spec.yaml
version: "1.0"
feature: {id: user-auth, name: User authentication, priority: high, status: in_progress}
objective: {summary: Let users in, business_value: They stay}
requirements:
  functional:
    - {id: FR-101, title: Log in, description: With a password, priority: high,
       acceptance_criteria: [The right password gives status 200]}
    - {id: FR-102, title: Log out, description: From anywhere, priority: low,
       acceptance_criteria: [The old cookie gives status 401]}
  non_functional:
    - {id: NFR-001, type: performance, requirement: A login takes at most 200 ms}
tasks:
  backend:
    - {id: BE-001, title: Add the session store, acceptance_criteria: [FR-101 holds],
       done_when: [Its tests pass]}
    - {id: BE-002, title: Add the login, reference: [NFR-001], acceptance_criteria: [FR-101 holds],
       done_when: [Its tests pass], dependencies: [BE-001]}
  qa:
    - {id: QA-001, title: Break it, acceptance_criteria: [Nothing breaks], done_when: [A day went by]}
--- end
$ git init -q repo && cd repo && mkdir -p claude-step/user-auth && cp ../spec.yaml claude-step/user-auth/
$ claudestep plan import claude-step/user-auth/spec.yaml
[f43d64e] user-auth: create
          user-auth: set the plan (3 tasks)
! 3 tasks added
$ claudestep plan import claude-step/user-auth/spec.yaml
nothing to do: 'user-auth' follows 'claude-step/user-auth/spec.yaml' already
$ claudestep next user-auth
next in user-auth: task 1
  description  Add the session store
  id           0c35b725
  branch       claude-chain-user-auth-0c35b725
$ claudestep finalize -q user-auth --task 1 --pr 4 --branch b && claudestep pr merge -q user-auth --pr 4 --merge-commit 0123456789012345678901234567890123456789
$ claudestep pr open -q user-auth --task 2 --pr 5 --branch c
$ claudestep plan status user-auth
user-auth: 1 of 3 tasks done, $0.00
  plan claude-step/user-auth/spec.yaml
\
  REQUIREMENT     DONE   COST  TITLE
  FR-101           1/2  $0.00  Log in
  FR-102       no task  $0.00  Log out
  NFR-001          0/1  $0.00  A login takes at most 200 ms
\
  TASK  NAME    STATE        PR   COST  DESCRIPTION
     1  BE-001  done         #4  $0.00  Add the session store
     2  BE-002  in_progress  #5  $0.00  Add the login
     3  QA-001  ready        -   $0.00  Break it
$ claudestep plan trace user-auth
user-auth: 1 of 3 tasks done, $0.00
  plan claude-step/user-auth/spec.yaml
\
  FR-101  Log in
    task 1 (BE-001): Add the session store, done, #4 merged by 0123456
    task 2 (BE-002): Add the login, in_progress, #5 open
\
  FR-102  Log out
    no task works for it
\
  NFR-001  A login takes at most 200 ms
    task 2 (BE-002): Add the login, in_progress, #5 open
\
  for no requirement
    task 3 (QA-001): Break it, ready
$ claudestep plan status user-auth --json
{
  "kind": "plan_status",
  "version": 1,
  "project": "user-auth",
  "plan": "claude-step/user-auth/spec.yaml",
  "tasks_done": 1,
  "tasks_total": 3,
  "cost_usd": 0,
  "requirements": [
    {
      "id": "FR-101",
      "title": "Log in",
      "tasks": 2,
      "done": 1,
      "cost_usd": 0
    },
    {
      "id": "FR-102",
      "title": "Log out",
      "tasks": 0,
      "done": 0,
      "cost_usd": 0
    },
    {
      "id": "NFR-001",
      "title": "A login takes at most 200 ms",
      "tasks": 1,
      "done": 0,
      "cost_usd": 0
    }
  ],
  "tasks": [
    {
      "index": 1,
      "id": "0c35b725",
      "name": "BE-001",
      "description": "Add the session store",
      "state": "done",
      "requirements": [
        "FR-101"
      ],
      "pull_requests": [
        {
          "pr_number": 4,
          "pr_state": "merged",
          "merge_commit": "0123456789012345678901234567890123456789"
        }
      ],
      "cost_usd": 0
    },
    {
      "index": 2,
      "id": "5d7cb49a",
      "name": "BE-002",
      "description": "Add the login",
      "state": "in_progress",
      "requirements": [
        "NFR-001",
        "FR-101"
      ],
      "pull_requests": [
        {
          "pr_number": 5,
          "pr_state": "open",
          "merge_commit": null
        }
      ],
      "cost_usd": 0
    },
    {
      "index": 3,
      "id": "e09300cb",
      "name": "QA-001",
      "description": "Break it",
      "state": "ready",
      "requirements": [],
      "pull_requests": [],
      "cost_usd": 0
    }
  ]
}
$ claudestep plan trace user-auth --json | grep -c '"merge_commit": "0123456789012345678901234567890123456789"'
1
$ sed -i 's/, done_when: \[A day went by\]//' claude-step/user-auth/spec.yaml
$ claudestep plan import claude-step/user-auth/spec.yaml
! error: claude-step/user-auth/spec.yaml:19:7: tasks.qa[0] has no member 'done_when'
! hint: for all that is wrong: claudestep validate
[2]
$ claudestep plan status user-auth | head -n 3
user-auth: 1 of 3 tasks done, $0.00
  plan claude-step/user-auth/spec.yaml
\
! warning: the plan 'claude-step/user-auth/spec.yaml' cannot be read; requirements that no task names are not shown
