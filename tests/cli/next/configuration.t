# Who reviews, and how much each may have, says the base branch beside the plan of the project.
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add login"}
{"op": "add-task", "project": "auth", "description": "Add logout"}
{"op": "create-project", "project": "shop"}
{"op": "add-task", "project": "shop", "description": "Add a basket"}
{"op": "add-task", "project": "shop", "description": "Add a till"}
{"op": "open-pr", "project": "shop", "task": 1, "pr": 7, "branch": "b", "reviewer": "alice", "created_at": "2026-01-01T00:00:00Z"}
--- end
--- file repo/claude-step/auth/configuration.yml
reviewers:
  - username: alice
    maxOpenPRs: 1
  - username: bob
--- end
--- file repo/claude-chain/shop/configuration.json
{"assignee": "alice", "stalePRDays": 2}
--- end
$ git init -q repo && cd repo && claudestep apply -q ../operations.jsonl
$ git add . && git commit -qm 'Plans'
$ claudestep next auth
next in auth: task 1
  description  Add login
  id           0e100ea6
  reviewer     bob
  branch       claude-chain-auth-0e100ea6
$ claudestep next auth --json
{
  "kind": "next",
  "version": 1,
  "project": "auth",
  "task": {
    "index": 1,
    "id": "0e100ea6",
    "description": "Add login"
  },
  "reviewer": "bob",
  "branch": "claude-chain-auth-0e100ea6",
  "claim": null,
  "reason": null,
  "waiting_for": []
}
# A pull request of another project fills the only place.
$ claudestep next shop
no reviewer of shop has room
  - alice has 1 of 1 under way
[1]
$ claudestep next shop --json
{
  "kind": "next",
  "version": 1,
  "project": "shop",
  "task": null,
  "reviewer": null,
  "branch": null,
  "claim": null,
  "reason": "no_capacity",
  "waiting_for": []
}
[1]
$ claudestep next shop --claim
no reviewer of shop has room
  - alice has 1 of 1 under way
[1]
# Each claim counts; the reviewer is in it.
$ claudestep next auth --claim
claimed in auth: task 1
  description  Add login
  id           0e100ea6
  reviewer     bob
  branch       claude-chain-auth-0e100ea6
  claim        by A U Thor until 2026-01-01T02:07:00Z
$ claudestep pr open auth --task 1 --pr 8 --branch c --reviewer bob -q
$ claudestep pr open shop --task 2 --pr 9 --branch d --reviewer bob -q
$ claudestep next auth --claim
no reviewer of auth has room
  - alice has 1 of 1 under way
  - bob has 2 of 2 under way
[1]
$ claudestep log --oneline -n 1
8fcf3f0 shop: task 2: pending -> in_progress, #9 opened for bob
$ claudestep capacity
  REVIEWER  OPEN  CLAIMED  MAX  ROOM  LOAD        PULL REQUESTS
  alice        1        -    1  none  [########]  shop #7
  bob          2        -    2  none  [########]  auth #8, shop #9
[1]
$ claudestep capacity --project shop
  REVIEWER  OPEN  CLAIMED  MAX  ROOM  LOAD        PULL REQUESTS
  alice        1        -    1  none  [########]  shop #7
  bob          1        -    -     -  -           shop #9
[1]
$ claudestep capacity --max 5 --reviewer alice
  REVIEWER  OPEN  CLAIMED  MAX  ROOM  LOAD        PULL REQUESTS
  alice        1        -    5     4  [##------]  shop #7
# What counts is what was committed, on the base branch.
$ echo 'reviewers: [{username: carol}]' >claude-step/auth/configuration.yml
$ claudestep next auth
no reviewer of auth has room
  - alice has 1 of 1 under way
  - bob has 2 of 2 under way
[1]
$ git checkout -qb draft && git commit -qam 'Carol' && claudestep next auth
no reviewer of auth has room
  - alice has 1 of 1 under way
  - bob has 2 of 2 under way
[1]
$ claudestep next auth --base draft
next in auth: task 2
  description  Add logout
  id           8d8155bb
  reviewer     carol
  branch       claude-chain-auth-8d8155bb
$ claudestep next auth --base nowhere
! error: there is no branch 'nowhere'
!   caused by: the repository has no remote that it could be on
! hint: git branch --all
[3]
# One that cannot be read is no permission.
$ git checkout -q main && echo 'reviewers: [{maxOpenPRs: 1}]' >claude-step/auth/configuration.yml && git commit -qam 'Broken'
$ claudestep next auth --claim
! error: main:claude-step/auth/configuration.yml:1:13: reviewers[0] has no member 'username'
! hint: for all that is wrong: claudestep validate main:claude-step/auth/configuration.yml
[5]
$ claudestep capacity
  REVIEWER  OPEN  CLAIMED  MAX  ROOM  LOAD        PULL REQUESTS
  alice        1        -    1  none  [########]  shop #7
  bob          2        -    -     -  -           auth #8, shop #9
! warning: cannot read 'main:claude-step/auth/configuration.yml:1:13': reviewers[0] has no member 'username'
[1]
