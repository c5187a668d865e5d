# With --at a question is asked at that moment: what was stale then, which claims counted, how many
# merged a week until then, from when "30d" is back.
--- file at
export CLAUDESTEP_NOW="$1" GIT_AUTHOR_DATE="$1" GIT_COMMITTER_DATE="$1"
shift
exec "$@"
--- end
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add login"}
{"op": "add-task", "project": "auth", "description": "Add password reset"}
{"op": "add-task", "project": "auth", "description": "Limit the rate"}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 40, "branch": "a", "reviewer": "alice", "created_at": "2025-12-01T10:00:00Z"}
{"op": "add-ai-operations", "project": "auth", "pr": 40, "operations": [{"type": "PRCreation", "model": "sonnet", "cost_usd": 0.25, "created_at": "2025-12-01T10:00:00Z", "workflow_run_id": 7}]}
{"op": "set-pr-state", "project": "auth", "pr": 40, "state": "merged", "at": "2025-12-02T10:00:00Z"}
{"op": "open-pr", "project": "auth", "task": 2, "pr": 41, "branch": "b", "reviewer": "alice", "created_at": "2025-12-20T00:00:00Z"}
--- end
$ git init -q --bare repo.git && cd repo.git && sh ../at 2025-12-20T10:00:00Z claudestep apply -q ../operations.jsonl
$ sh ../at 2025-12-20T11:00:00Z claudestep next auth --claim --ttl 3d -q
claimed in auth: task 3
  description  Limit the rate
  id           183d8685
  branch       claude-chain-auth-183d8685
  claim        by A U Thor until 2025-12-23T11:00:00Z
$ sh ../at 2025-12-31T00:00:00Z claudestep task add -q auth --description "Log out"
$ claudestep stats | head -n 4
claudestep-metadata at 0188659
\
  PROJECT  PROGRESS     DONE  TASKS  STATE   OPEN  STALE   COST  UPDATED
  auth     [##------]  25.0%    1/4  active     1      1  $0.25  2025-12-31
$ claudestep stats --at 2025-12-21T12:00:00Z | head -n 4
claudestep-metadata at 289eba2
\
  PROJECT  PROGRESS     DONE  TASKS  STATE   OPEN  STALE   COST  UPDATED
  auth     [###-----]  33.3%    1/3  active     1      -  $0.25  2025-12-20
$ claudestep stats --at 10d --json | grep -o '"claimed":[^,]*'
"claimed": 1
$ claudestep stats --at claudestep-metadata~1 | head -n 4
claudestep-metadata at 289eba2
\
  PROJECT  PROGRESS     DONE  TASKS  STATE   OPEN  STALE   COST  UPDATED
  auth     [###-----]  33.3%    1/3  active     1      -  $0.25  2025-12-20
$ claudestep task list --at 2025-12-21 auth
  TASK  ID        STATUS                        DESCRIPTION
     1  0e100ea6  completed                     Add login
     2  31b403bb  in_progress                   Add password reset
     3  183d8685  pending, claimed by A U Thor  Limit the rate
$ claudestep task list --at 2025-12-24 auth
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  completed       Add login
     2  31b403bb  in_progress     Add password reset
     3  183d8685  pending, ready  Limit the rate
$ claudestep show auth --at 2025-12-21T12:00:00Z
auth: active
  [########----------------] 33.3%
  3 tasks: 1 completed, 1 in progress, 1 pending (1 claimed)
  cost $0.25, 1 AI operation, 0 tokens in, 0 out
  created 2025-12-20, updated 2025-12-20
\
  TASK  ID        STATUS                        DESCRIPTION
     1  0e100ea6  completed                     Add login
     2  31b403bb  in_progress                   Add password reset
     3  183d8685  pending, claimed by A U Thor  Limit the rate
\
   PR  STATE   TASK  REVIEWER  OPENED       COST  TITLE
  #40  merged     1  alice     2025-12-01  $0.25  Add login
  #41  open       2  alice     2025-12-20  $0.00  Add password reset
$ claudestep next auth --at 2025-12-21T12:00:00Z
nothing is ready in auth
  - task 2 (31b403bb) is in progress: #41
  - task 3 (183d8685) is claimed by A U Thor
[1]
$ claudestep next auth --at 2025-12-24
next in auth: task 3
  description  Limit the rate
  id           183d8685
  branch       claude-chain-auth-183d8685
$ claudestep capacity --at 2025-12-21T12:00:00Z
  REVIEWER  OPEN  CLAIMED  PULL REQUESTS
  alice        1        -  auth #41
$ claudestep capacity --at 2025-12-29
  REVIEWER  OPEN  CLAIMED  PULL REQUESTS
  alice        1        -  auth #41 (stale)
$ claudestep pr list --stale --at 2025-12-21T12:00:00Z
! no pull request to show
$ claudestep pr list --stale --at 2025-12-29
  PROJECT   PR  STATE        TASK  REVIEWER  OPENED       COST  TITLE
  auth     #41  open, stale     2  alice     2025-12-20  $0.00  Add password ...
$ claudestep progress --at 2025-12-21T12:00:00Z
  PROJECT  PROGRESS       DONE  TASKS  STATE   DOING  CLAIMED  PENDING  STALE
  auth     [###-------]  33.3%    1/3  active      1        1        1      -
\
flow of 2 pull requests, 1 merged
  created to merged         median 1 d, 9 of 10 within 1 d
  merged a week             0.37
  merged without refinement 100.0% (1)
  pull requests a task      1
  cost a merged task        $0.25
$ claudestep progress
  PROJECT  PROGRESS       DONE  TASKS  STATE   DOING  CLAIMED  PENDING  STALE
  auth     [###-------]  25.0%    1/4  active      1        -        2      1
\
flow of 2 pull requests, 1 merged
  created to merged         median 1 d, 9 of 10 within 1 d
  merged a week             0.24
  merged without refinement 100.0% (1)
  pull requests a task      1
  cost a merged task        $0.25
# An age is one before that moment.
$ claudestep list --modified-since 2d --at 2025-12-21T12:00:00Z
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   1/3  2025-12-20  2025-12-20  -
$ claudestep leaderboard --since 20d --at 2025-12-21T12:00:00Z
  RANK  REVIEWER  MERGED              OPEN  CLOSED  PROJECTS   COST
     1  alice          1  [########]     1       -         1  $0.25
$ claudestep leaderboard --since 20d
  RANK  REVIEWER  MERGED              OPEN  CLOSED  PROJECTS   COST
     1  alice          -  [--------]     1       -         1  $0.00
$ claudestep costs --by day --since 21d --at 2025-12-21T12:00:00Z
claudestep-metadata at 289eba2
\
  DAY         SHARE        COST  OPS  PRS  TOKENS IN  OUT  TIME
  2025-12-01  [########]  $0.25    1    1          0    0    0s
\
1 AI operation for 1 pull request: $0.25, 0 tokens in, 0 out, 0s
$ claudestep log --oneline --since 2d --at 2025-12-21
289eba2 auth: task 3: claimed by A U Thor
db8b90e auth: created with 3 tasks, 2 pull requests, $0.25
$ claudestep report --at 2025-12-21T12:00:00Z
claudestep-metadata at 289eba2
\
1 project, 3 tasks: 1 completed, 1 in progress, 1 pending (1 claimed)
2 pull requests: 1 open, 1 merged, 0 closed
1 AI operation: $0.25, 0 tokens in, 0 out
\
  PROJECT  PROGRESS     DONE  TASKS  STATE   OPEN  STALE   COST  UPDATED
  auth     [###-----]  33.3%    1/3  active     1      -  $0.25  2025-12-20
\
  REVIEWER  OPEN  MERGED  CLOSED   COST
  alice        1       1       -  $0.25
\
  MODEL   SHARE        COST  OPS  PRS  TOKENS IN  OUT  TIME
  sonnet  [########]  $0.25    1    1          0    0    0s
\
  MONTH    SHARE        COST  OPS  PRS  TOKENS IN  OUT  TIME
  2025-12  [########]  $0.25    1    1          0    0    0s
\
flow of 2 pull requests, 1 merged
  created to merged         median 1 d, 9 of 10 within 1 d
  merged a week             0.37
  merged without refinement 100.0% (1)
  pull requests a task      1
  cost a merged task        $0.25
$ claudestep report --at 2025-12-29 | grep -A 2 "^open"
open for more than 7 days
  PROJECT   PR  TASK  REVIEWER  OPENED      DAYS  TITLE
  auth     #41     2  alice     2025-12-20     9  Add password reset
# The page is of that moment, and its burn-up ends there.
$ claudestep report --format html --at 2025-12-21T12:00:00Z | grep -o "From 2025[^<]*\|on <time[^<]*"
on <time datetime="2025-12-21T12:00:00Z">2025-12-21T12:00:00Z
From 2025-12-20 to 2025-12-21: 3 tasks planned, 1 completed at the end.
# Nobody knows what will be: a date to come asks about now.
$ claudestep stats --at 2030-01-01 | head -n 4
claudestep-metadata at 0188659
\
  PROJECT  PROGRESS     DONE  TASKS  STATE   OPEN  STALE   COST  UPDATED
  auth     [##------]  25.0%    1/4  active     1      1  $0.25  2025-12-31
$ claudestep report --at 2030-01-01 --json | grep -o '"generated_at":[^,]*'
"generated_at": "2026-01-01T00:27:00Z"
