# Everything at a glance.
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add user authentication"}
{"op": "add-task", "project": "auth", "description": "Add password reset"}
{"op": "add-task", "project": "auth", "description": "Rate-limit the login"}
{"op": "add-task", "project": "auth", "description": "Log every failed login", "depends_on": ["3"]}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 41, "branch": "claude-chain-auth-39b1209d", "reviewer": "alice", "title": "Users can log in", "created_at": "2025-12-20T10:00:00Z"}
{"op": "add-ai-operations", "project": "auth", "pr": 41, "operations": [{"type": "PRCreation", "model": "claude-sonnet-4", "cost_usd": 0.10, "created_at": "2025-12-20T10:00:00Z", "workflow_run_id": 7, "tokens_input": 120000, "tokens_output": 4500, "duration_seconds": 61.5}, {"type": "PRSummary", "model": "claude-haiku-4", "cost_usd": 1.5e-05, "created_at": "2025-12-20T10:01:00Z", "workflow_run_id": 7}]}
{"op": "set-pr-state", "project": "auth", "pr": 41, "state": "merged", "at": "2025-12-21T10:00:00Z", "merge_commit": "0123456789012345678901234567890123456789"}
{"op": "open-pr", "project": "auth", "task": 2, "pr": 42, "branch": "reset", "reviewer": "bob", "created_at": "2025-12-24T00:00:00Z"}
{"op": "create-project", "project": "billing"}
{"op": "add-task", "project": "billing", "description": "Add invoices"}
{"op": "check-task", "project": "billing", "task": 1, "checked": true}
{"op": "create-project", "project": "empty"}
{"op": "create-project", "project": "old"}
{"op": "archive", "project": "old"}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
$ claudestep report
claudestep-metadata at fb2c5a4
\
3 projects, 5 tasks: 2 completed, 1 in progress, 2 pending
2 pull requests: 1 open (1 stale), 1 merged, 0 closed
2 AI operations: $0.100015, 120,000 tokens in, 4,500 out
\
  PROJECT  PROGRESS      DONE  TASKS  STATE     OPEN  STALE       COST
  auth     [##------]   25.0%    1/4  active       1      1  $0.100015
  billing  [########]  100.0%    1/1  complete     -      -      $0.00
  empty    [--------]    0.0%    0/0  empty        -      -      $0.00
\
  REVIEWER  OPEN  MERGED  CLOSED       COST
  alice        -       1       -  $0.100015
  bob          1       -       -      $0.00
\
  MODEL            SHARE            COST  OPS  PRS  TOKENS IN    OUT    TIME
  claude-sonnet-4  [#######-]      $0.10    1    1    120,000  4,500  1m 01s
  claude-haiku-4   [--------]  $0.000015    1    1          0      0      0s
\
  MONTH    SHARE            COST  OPS  PRS  TOKENS IN    OUT    TIME
  2025-12  [########]  $0.100015    2    1    120,000  4,500  1m 01s
\
open for more than 7 days
  PROJECT   PR  TASK  REVIEWER  OPENED      DAYS  TITLE
  auth     #42     2  bob       2025-12-24     8  Add password reset
\
flow of 2 pull requests, 1 merged
  created to merged         median 1 d, 9 of 10 within 1 d
  merged a week             0.66
  merged without refinement 100.0% (1)
  pull requests a task      1
  cost a merged task        $0.100015
$ claudestep report --top 1
claudestep-metadata at fb2c5a4
\
3 projects, 5 tasks: 2 completed, 1 in progress, 2 pending
2 pull requests: 1 open (1 stale), 1 merged, 0 closed
2 AI operations: $0.100015, 120,000 tokens in, 4,500 out
\
  PROJECT  PROGRESS     DONE  TASKS  STATE   OPEN  STALE       COST  UPDATED
  auth     [##------]  25.0%    1/4  active     1      1  $0.100015  2026-01-01
  and 2 more projects
\
  REVIEWER  OPEN  MERGED  CLOSED       COST
  alice        -       1       -  $0.100015
  and 1 more reviewer
\
  MODEL            SHARE        COST  OPS  PRS  TOKENS IN    OUT    TIME
  claude-sonnet-4  [#######-]  $0.10    1    1    120,000  4,500  1m 01s
  and 1 more model
\
  MONTH    SHARE            COST  OPS  PRS  TOKENS IN    OUT    TIME
  2025-12  [########]  $0.100015    2    1    120,000  4,500  1m 01s
\
open for more than 7 days
  PROJECT   PR  TASK  REVIEWER  OPENED      DAYS  TITLE
  auth     #42     2  bob       2025-12-24     8  Add password reset
\
flow of 2 pull requests, 1 merged
  created to merged         median 1 d, 9 of 10 within 1 d
  merged a week             0.66
  merged without refinement 100.0% (1)
  pull requests a task      1
  cost a merged task        $0.100015
$ claudestep report --since 2025-12-22 --project 'a*' --archived
claudestep-metadata at fb2c5a4
since 2025-12-22T00:00:00Z, projects 'a*', archived ones as well
\
1 project, 4 tasks: 1 completed, 1 in progress, 2 pending
1 pull request: 1 open (1 stale), 0 merged, 0 closed
0 AI operations: $0.00, 0 tokens in, 0 out
\
  PROJECT  PROGRESS     DONE  TASKS  STATE   OPEN  STALE   COST  UPDATED
  auth     [##------]  25.0%    1/4  active     1      1  $0.00  2026-01-01
\
  REVIEWER  OPEN  MERGED  CLOSED   COST
  bob          1       -       -  $0.00
\
open for more than 7 days
  PROJECT   PR  TASK  REVIEWER  OPENED      DAYS  TITLE
  auth     #42     2  bob       2025-12-24     8  Add password reset
\
flow of 1 pull request, 0 merged
  pull requests a task      1
$ claudestep report --reviewer '' | head -n 3
claudestep-metadata at fb2c5a4
reviewed by nobody
\
$ LC_ALL=C COLUMNS=60 claudestep report --color always --top 1 | tail -n 9
%  \e[2mPROJECT\e[0m   \e[2mPR\e[0m  \e[2mREVIEWER\e[0m  \e[2mOPENED\e[0m      \e[2mDAYS\e[0m  \e[2mTITLE\e[0m
%  auth     #42  bob       2025-12-24     \e[33m8\e[0m  Add password ...
\
flow of 2 pull requests, 1 merged
  created to merged         median 1 d, 9 of 10 within 1 d
  merged a week             0.66
  merged without refinement 100.0% (1)
  pull requests a task      1
  cost a merged task        $0.100015
