# A message in Block Kit.
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
$ claudestep report --format slack --top 1
{
  "blocks": [
    {
      "type": "header",
      "text": {
        "type": "plain_text",
        "text": "Where the projects stand"
      }
    },
    {
      "type": "section",
      "text": {
        "type": "mrkdwn",
        "text": "*40.0%* of 5 tasks in 3 projects completed, 1 in progress\n1 pull request open (*1 stale*), 1 merged\n2 AI operations: *$0.100015*",
        "verbatim": true
      }
    },
    {
      "type": "section",
      "text": {
        "type": "mrkdwn",
        "text": "*Projects*\n```\n  PROJECT  PROGRESS   DONE  TASKS  OPEN  STALE       COST\n  auth     ██░░░░░░  25.0%    1/4     1      1  $0.100015\n```",
        "verbatim": true
      }
    },
    {
      "type": "context",
      "elements": [
        {
          "type": "mrkdwn",
          "text": "and 2 more projects",
          "verbatim": true
        }
      ]
    },
    {
      "type": "section",
      "text": {
        "type": "mrkdwn",
        "text": "*Open for more than 7 days*\n```\n  PROJECT   PR  TASK  REVIEWER  OPENED      DAYS  TITLE\n  auth     #42     2  bob       2025-12-24     8  Add password reset\n```",
        "verbatim": true
      }
    },
    {
      "type": "section",
      "text": {
        "type": "mrkdwn",
        "text": "*Reviewers*\n```\n  REVIEWER  OPEN  MERGED  CLOSED       COST\n  alice        0       1       0  $0.100015\n```",
        "verbatim": true
      }
    },
    {
      "type": "context",
      "elements": [
        {
          "type": "mrkdwn",
          "text": "and 1 more reviewer",
          "verbatim": true
        }
      ]
    },
    {
      "type": "section",
      "text": {
        "type": "mrkdwn",
        "text": "*Cost by model*\n```\n  MODEL             COST  OPERATIONS\n  claude-sonnet-4  $0.10           1\n```",
        "verbatim": true
      }
    },
    {
      "type": "context",
      "elements": [
        {
          "type": "mrkdwn",
          "text": "and 1 more model",
          "verbatim": true
        }
      ]
    },
    {
      "type": "section",
      "text": {
        "type": "mrkdwn",
        "text": "*Cost by month*\n```\n  MONTH         COST  OPERATIONS\n  2025-12  $0.100015           2\n```",
        "verbatim": true
      }
    },
    {
      "type": "context",
      "elements": [
        {
          "type": "mrkdwn",
          "text": "claudestep-metadata at fb2c5a4, 2026-01-01T00:01:00Z",
          "verbatim": true
        }
      ]
    }
  ],
  "text": "Where the projects stand: 40.0% of 5 tasks completed"
}
