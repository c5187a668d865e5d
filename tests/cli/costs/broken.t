# A broken file is named, and hides no other; a name that would draw on the terminal does not.
--- file good.json
{"schema_version": "2.0", "project": "good", "last_updated": "2026-01-01T00:00:00Z",
 "tasks": [{"index": 1, "description": "one", "status": "pending"}], "pull_requests": [
  {"pr_number": 1, "task_index": 1, "pr_state": "open", "branch_name": "b", "reviewer": null, "ai_operations": [
   {"type": "::error::x", "model": "\u001b[31mred", "cost_usd": 0.1},
   {"cost_usd": 0.2, "model": "", "created_at": "2026-01-01T00:00:00"},
   {"cost_usd": -0.05, "model": "refund", "tokens_input": -5, "duration_seconds": -61}]}]}
--- end
--- file misnamed.json
{"schema_version": "2.0", "project": "good", "last_updated": "2026-01-01T00:00:00Z", "tasks": [],
 "pull_requests": [{"pr_number": 1, "task_index": 9, "ai_operations": [{"model": "m", "cost_usd": 1}]}]}
--- end
--- file twice.json
{"schema_version": "2.0",
 "schema_version": "2.0"}
--- end
--- file steps.json
{"schema_version": "1.0", "project": "steps", "last_updated": "2026-01-01T00:00:00Z", "steps": [
 {"step_index": 1, "step_description": "no pull request", "ai_tasks": [{"type": "PRCreation", "model": "m", "cost_usd": 100}]},
 {"step_index": 2, "step_description": "one", "pr_number": 2, "branch_name": "b", "created_at": "2026-01-02T00:00:00",
  "ai_tasks": [{"type": "PRCreation", "model": "m", "cost_usd": 0.0000000005}, {"type": "PRCreation", "model": "m", "cost_usd": 0.0000000015}]}]}
--- end
$ git init -q repo && cd repo && git checkout -q -b claudestep-metadata
$ mkdir projects && mv ../*.json projects/ && git add . && git commit -q -m foreign
$ claudestep costs
claudestep-metadata at a87dcb8
\
  MODEL        SHARE               COST  OPS  PRS  TOKENS IN  OUT     TIME
  m            [######--]  $1.000000002    3    2          0    0       0s
  (none)       [#-------]         $0.20    1    1          0    0       0s
  \x1b[31mred  [#-------]         $0.10    1    1          0    0       0s
  refund       [--------]        -$0.05    1    1         -5    0  -1m 01s
\
6 AI operations for 3 pull requests: $1.250000002, -5 tokens in, 0 out, -1m 01s
\
could not be read, and not counted above:
  - projects/twice.json: line 2, column 2: duplicate key 'schema_version', first at line 1, column 2
! warning: 1 project file could not be read; the sums leave it out
$ claudestep costs --by type
claudestep-metadata at a87dcb8
\
  TYPE           SHARE               COST  OPS  PRS  TOKENS IN  OUT     TIME
  (none)         [#######-]         $1.15    3    2         -5    0  -1m 01s
  \x3a:error::x  [#-------]         $0.10    1    1          0    0       0s
  PRCreation     [--------]  $0.000000002    2    1          0    0       0s
\
6 AI operations for 3 pull requests: $1.250000002, -5 tokens in, 0 out, -1m 01s
\
could not be read, and not counted above:
  - projects/twice.json: line 2, column 2: duplicate key 'schema_version', first at line 1, column 2
! warning: 1 project file could not be read; the sums leave it out
$ claudestep costs --by day
claudestep-metadata at a87dcb8
\
  DAY         SHARE               COST  OPS  PRS  TOKENS IN  OUT     TIME
  2026-01-01  [#-------]         $0.20    1    1          0    0       0s
  2026-01-02  [--------]  $0.000000002    2    1          0    0       0s
  (none)      [#######-]         $1.05    3    2         -5    0  -1m 01s
\
6 AI operations for 3 pull requests: $1.250000002, -5 tokens in, 0 out, -1m 01s
\
could not be read, and not counted above:
  - projects/twice.json: line 2, column 2: duplicate key 'schema_version', first at line 1, column 2
! warning: 1 project file could not be read; the sums leave it out
$ claudestep costs --recompute --json | sed -n '/"recompute"/,$p'
  "recompute": {
    "rows": [
      {
        "key": "m",
        "ai_operations": 0,
        "reported_usd": 0,
        "recomputed_usd": 0,
        "difference_usd": 0
      },
      {
        "key": null,
        "ai_operations": 0,
        "reported_usd": 0,
        "recomputed_usd": 0,
        "difference_usd": 0
      },
      {
        "key": "\u001b[31mred",
        "ai_operations": 0,
        "reported_usd": 0,
        "recomputed_usd": 0,
        "difference_usd": 0
      },
      {
        "key": "refund",
        "ai_operations": 0,
        "reported_usd": 0,
        "recomputed_usd": 0,
        "difference_usd": 0
      }
    ],
    "total": {
      "ai_operations": 0,
      "reported_usd": 0,
      "recomputed_usd": 0,
      "difference_usd": 0
    },
    "without_price": [
      {
        "model": "\u001b[31mred",
        "ai_operations": 1,
        "cost_usd": 0.1
      },
      {
        "model": "m",
        "ai_operations": 3,
        "cost_usd": 1.000000002
      },
      {
        "model": "refund",
        "ai_operations": 1,
        "cost_usd": -0.05
      },
      {
        "model": null,
        "ai_operations": 1,
        "cost_usd": 0.2
      }
    ],
    "without_tokens": []
  },
  "unreadable": [
    {
      "file": "projects/twice.json",
      "message": "line 2, column 2: duplicate key 'schema_version', first at line 1, column 2"
    }
  ]
}
! warning: 1 project file could not be read; the sums leave it out
$ claudestep stats | grep AI
6 AI operations: $1.250000002, -5 tokens in, 0 out
! warning: 1 project file could not be read; the numbers leave it out
$ claudestep budget check --limit 2
! error: what is spent is not known: 1 project file could not be read
!   caused by: projects/twice.json: line 2, column 2: duplicate key 'schema_version', first at line 1, column 2
! hint: claudestep fsck
[5]
$ claudestep budget check --limit 0.1
$1.250000002 of $0.10 spent, $1.150000002 over (6 AI operations)
! warning: cannot read 'projects/twice.json': line 2, column 2: duplicate key 'schema_version', first at line 1, column 2
[1]
$ claudestep budget check --limit 1 --project good
$0.25 of $1.00 spent, $0.75 left (3 AI operations)
# A project is known by its file, here as in stats.
$ claudestep costs --by project | sed -n '3,6p'
  PROJECT   SHARE               COST  OPS  PRS  TOKENS IN  OUT     TIME
  misnamed  [######--]         $1.00    1    1          0    0       0s
  good      [##------]         $0.25    3    1         -5    0  -1m 01s
  steps     [--------]  $0.000000002    2    1          0    0       0s
! warning: 1 project file could not be read; the sums leave it out
$ claudestep stats | sed -n '3,6p'
  PROJECT   PROGRESS    DONE  TASKS  STATE   OPEN  STALE          COST
  good      [--------]  0.0%    0/1  active     1      -         $0.25
  misnamed  [--------]  0.0%    0/0  empty      1      -         $1.00
  steps     [--------]  0.0%    0/2  active     1      -  $0.000000002
! warning: 1 project file could not be read; the numbers leave it out
