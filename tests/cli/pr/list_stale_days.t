# After how many days a pull request is stale says the configuration of its project.
--- file repo/claude-step/auth/configuration.yml
stalePRDays: 30
--- end
--- file repo/claude-step/shop/configuration.yml
stalePRDays: 2
--- end
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add login"}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 1, "branch": "a", "created_at": "2025-12-12T00:00:00Z"}
{"op": "create-project", "project": "shop"}
{"op": "add-task", "project": "shop", "description": "Add a till"}
{"op": "open-pr", "project": "shop", "task": 1, "pr": 2, "branch": "b", "created_at": "2025-12-29T00:00:00Z"}
{"op": "create-project", "project": "other"}
{"op": "add-task", "project": "other", "description": "Elsewhere"}
{"op": "open-pr", "project": "other", "task": 1, "pr": 3, "branch": "c", "created_at": "2025-12-12T00:00:00Z"}
--- end
$ git init -q repo && cd repo && git add . && git commit -qm Plans && claudestep apply -q ../operations.jsonl
$ claudestep pr list --stale
  PROJECT  PR  STATE        TASK  REVIEWER  OPENED       COST  TITLE
  other    #3  open, stale     1  -         2025-12-12  $0.00  Elsewhere
  shop     #2  open, stale     1  -         2025-12-29  $0.00  Add a till
$ claudestep pr list auth --json | grep stale
      "stale": false,
$ claudestep stats --json | grep -E '"(project|stale_prs)"'
      "project": "auth",
      "stale_prs": 0,
      "project": "other",
      "stale_prs": 1,
      "project": "shop",
      "stale_prs": 1,
$ claudestep stats --since 2025-12-01 --json | grep stale_prs
      "stale_prs": 0,
      "stale_prs": 1,
      "stale_prs": 1,
$ claudestep report | sed -n '/stale/p;/^open/,/^$/p'
3 pull requests: 3 open (2 stale), 0 merged, 0 closed
open for longer than their projects allow
  PROJECT  PR  TASK  REVIEWER  OPENED      DAYS  TITLE
  other    #3     1  -         2025-12-12    20  Elsewhere
  shop     #2     1  -         2025-12-29     3  Add a till
\
$ claudestep report --format json | grep -E '"(stale|stale_prs|days)"'
      "stale_prs": 0,
      "stale_prs": 1,
      "stale_prs": 1,
      "days": 20
      "days": 3
$ claudestep report --format html | grep -o 'open for [a-z ]*<'
open for longer than their projects allow<
$ claudestep prime | grep stale
claudestep-metadata at 22e9ff2: 3 projects, 0 of 3 tasks completed, 3 open pull requests (2 stale), $0.00
$ claudestep progress --json | grep stale_prs
      "stale_prs": 0,
      "stale_prs": 1,
      "stale_prs": 1,
