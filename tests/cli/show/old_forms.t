# A file in an older form is shown as schema 2.0, and says so.
--- file auth.json
{
  "schema_version": "1.0",
  "project": "auth",
  "last_updated": "2025-12-01T10:00:00.123456",
  "steps": [
    {
      "step_index": 1,
      "step_description": "Add login",
      "pr_number": 11,
      "branch_name": "claude-step-auth-1",
      "reviewer": "alice",
      "pr_state": "merged",
      "created_at": "2025-12-01T09:00:00.5+02:00",
      "x_note": "kept \u00fc as it is",
      "ai_tasks": []
    },
    {
      "step_index": 2,
      "step_description": "Add logout"
    }
  ],
  "x_team": {"z": 1.50, "a": [1e2, 12345678901234567890123]}
}
--- end
$ git init -q repo && cd repo && git checkout -q -b claudestep-metadata
$ mkdir projects && cp ../auth.json projects/ && git add . && git commit -q -m bot
$ claudestep show auth
auth: stalled
  [############------------] 50.0%
  2 tasks: 1 completed, 0 in progress, 1 pending
  cost $0.00, 0 AI operations, 0 tokens in, 0 out
  created 2025-12-01, updated 2025-12-01
  stored as 1.0 steps; the next write makes it 2.0
\
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  completed       Add login
     2  8d8155bb  pending, ready  Add logout
\
   PR  STATE   TASK  REVIEWER  OPENED       COST  TITLE
  #11  merged     1  alice     2025-12-01  $0.00  Add login
$ claudestep show auth --json
{
  "kind": "project",
  "version": 1,
  "project": {
    "schema_version": "2.0",
    "project": "auth",
    "last_updated": "2025-12-01T10:00:00.123456",
    "tasks": [
      {
        "index": 1,
        "description": "Add login",
        "status": "completed",
        "id": "0e100ea6"
      },
      {
        "index": 2,
        "description": "Add logout",
        "status": "pending",
        "id": "8d8155bb"
      }
    ],
    "pull_requests": [
      {
        "task_index": 1,
        "task_id": "0e100ea6",
        "pr_number": 11,
        "branch_name": "claude-step-auth-1",
        "reviewer": "alice",
        "pr_state": "merged",
        "created_at": "2025-12-01T09:00:00.5+02:00",
        "ai_operations": [],
        "x_note": "kept \u00fc as it is"
      }
    ],
    "x_team": {
      "z": 1.50,
      "a": [
        1e2,
        12345678901234567890123
      ]
    }
  },
  "state": "stalled",
  "completion": 50.0,
  "cost_usd": 0
}
$ claudestep next auth
next in auth: task 2
  description  Add logout
  id           8d8155bb
  branch       claude-chain-auth-8d8155bb
