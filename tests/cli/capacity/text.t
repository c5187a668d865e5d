--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add user authentication"}
{"op": "add-task", "project": "auth", "description": "Add password reset"}
{"op": "add-task", "project": "auth", "description": "Rate-limit the login"}
{"op": "add-task", "project": "auth", "description": "Log every failed login"}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 41, "branch": "a", "reviewer": "alice", "created_at": "2025-12-01T10:00:00Z"}
{"op": "add-ai-operations", "project": "auth", "pr": 41, "operations": [{"type": "PRCreation", "model": "claude-sonnet-4", "cost_usd": 0.10, "created_at": "2025-12-01T10:00:00Z", "workflow_run_id": 7, "tokens_input": 120000, "tokens_output": 4500}, {"type": "PRRefinement", "model": "claude-haiku-4", "cost_usd": 1.5e-05, "created_at": "2025-12-02T10:01:00Z", "workflow_run_id": 8}]}
{"op": "set-pr-state", "project": "auth", "pr": 41, "state": "merged", "at": "2025-12-03T10:00:00Z"}
{"op": "open-pr", "project": "auth", "task": 2, "pr": 42, "branch": "b", "reviewer": "bob", "created_at": "2025-12-20T00:00:00Z"}
{"op": "open-pr", "project": "auth", "task": 3, "pr": 44, "branch": "d", "reviewer": "bob", "created_at": "2025-12-30T00:00:00Z"}
{"op": "create-project", "project": "billing"}
{"op": "add-task", "project": "billing", "description": "Add invoices"}
{"op": "open-pr", "project": "billing", "task": 1, "pr": 50, "branch": "e", "reviewer": "carol::x", "created_at": "2025-12-20T00:00:00Z"}
{"op": "set-pr-state", "project": "billing", "pr": 50, "state": "closed", "at": "2025-12-21T00:00:00Z"}
{"op": "open-pr", "project": "billing", "task": 1, "pr": 51, "branch": "f", "reviewer": "alice", "created_at": "2025-12-22T00:00:00Z"}
{"op": "set-pr-state", "project": "billing", "pr": 51, "state": "merged", "at": "2025-12-22T12:30:00Z"}
{"op": "open-pr", "project": "billing", "task": 1, "pr": 52, "branch": "g", "created_at": "2025-12-31T00:00:00Z"}
{"op": "create-project", "project": "empty"}
{"op": "create-project", "project": "old"}
{"op": "add-task", "project": "old", "description": "Long ago"}
{"op": "open-pr", "project": "old", "task": 1, "pr": 9, "branch": "o", "reviewer": "dan", "created_at": "2025-01-01T00:00:00Z"}
{"op": "set-pr-state", "project": "old", "pr": 9, "state": "merged", "at": "2025-01-02T00:00:00Z"}
{"op": "archive", "project": "old"}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
! warning: task 1 of 'billing' is already completed
$ claudestep capacity
  REVIEWER  OPEN  CLAIMED  PULL REQUESTS
  alice        -        -  -
  bob          2        -  auth #42 (stale), auth #44
  carol::x     -        -  -
\
1 open pull request names no reviewer
$ claudestep capacity --max 2
  REVIEWER  OPEN  CLAIMED  MAX  ROOM  LOAD        PULL REQUESTS
  alice        -        -    2     2  [--------]  -
  bob          2        -    2  none  [########]  auth #42 (stale), auth #44
  carol::x     -        -    2     2  [--------]  -
\
1 open pull request names no reviewer
$ claudestep capacity --max 1 --reviewer bob
  REVIEWER  OPEN  CLAIMED  MAX  ROOM  LOAD        PULL REQUESTS
  bob          2        -    1  none  [########]  auth #42 (stale), auth #44
\
1 open pull request names no reviewer
[1]
$ claudestep capacity --max 1 --reviewer zoe --reviewer bob
  REVIEWER  OPEN  CLAIMED  MAX  ROOM  LOAD        PULL REQUESTS
  bob          2        -    1  none  [########]  auth #42 (stale), auth #44
  zoe          -        -    1     1  [--------]  -
\
1 open pull request names no reviewer
$ claudestep capacity --max 0
! error: option '--max': '0' is not a whole number from 1
[2]
# A narrow terminal keeps names and numbers.
$ COLUMNS=50 claudestep capacity --max 2
  REVIEWER  OPEN  CLAIMED  MAX  ROOM  PULL REQU...
  alice        -        -    2     2  -
  bob          2        -    2  none  auth #42 ...
  carol::x     -        -    2     2  -
\
1 open pull request names no reviewer
# What came in a period alone.
$ claudestep capacity --max 1 --since 2025-12-25
  REVIEWER  OPEN  CLAIMED  MAX  ROOM  LOAD        PULL REQUESTS
  alice        -        -    1     1  [--------]  -
  bob          1        -    1  none  [########]  auth #44
  carol::x     -        -    1     1  [--------]  -
\
1 open pull request names no reviewer
$ claudestep capacity --max 1 --until 2025-12-25
  REVIEWER  OPEN  CLAIMED  MAX  ROOM  LOAD        PULL REQUESTS
  alice        -        -    1     1  [--------]  -
  bob          1        -    1  none  [########]  auth #42 (stale)
  carol::x     -        -    1     1  [--------]  -
$ claudestep capacity --since 2025-12-25 --until 2025-12-24
! error: nothing is at or after '2025-12-25' and before '2025-12-24'
! hint: --since takes the earlier of the two
[2]
