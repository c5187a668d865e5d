# What stands in the files is shown as text, in every form.
--- file operations.jsonl
{"op": "create-project", "project": "www.example.com"}
{"op": "add-task", "project": "www.example.com", "description": "@team | <img src=x onerror=alert(1)> [a](http://x) `code` ``` <!channel> & #1\n::error::x\u001b[31m"}
{"op": "open-pr", "project": "www.example.com", "task": 1, "pr": 7, "branch": "b", "reviewer": "<!here>|`@x`", "created_at": "2025-12-01T00:00:00Z"}
{"op": "add-ai-operations", "project": "www.example.com", "pr": 7, "operations": [{"type": "PRCreation", "model": "a|b\\|c", "cost_usd": 1, "created_at": "2025-12-20T10:00:00Z", "workflow_run_id": 7}]}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
$ claudestep report
claudestep-metadata at 394ef69
\
1 project, 1 task: 0 completed, 1 in progress, 0 pending
1 pull request: 1 open (1 stale), 0 merged, 0 closed
1 AI operation: $1.00, 0 tokens in, 0 out
\
  PROJECT          PROGRESS    DONE  TASKS  STATE   OPEN  STALE   COST
  www.example.com  [--------]  0.0%    0/1  active     1      1  $1.00
\
  REVIEWER      OPEN  MERGED  CLOSED   COST
  <!here>|`@x`     1       -       -  $1.00
\
  MODEL   SHARE        COST  OPS  PRS  TOKENS IN  OUT  TIME
  a|b\|c  [########]  $1.00    1    1          0    0    0s
\
  MONTH    SHARE        COST  OPS  PRS  TOKENS IN  OUT  TIME
  2025-12  [########]  $1.00    1    1          0    0    0s
\
open for more than 7 days
  PROJECT          PR  TASK  REVIEWER      OPENED      DAYS  TITLE
  www.example.com  #7     1  <!here>|`@x`  2025-12-01    31  @team | <img src...
\
flow of 1 pull request, 0 merged
  pull requests a task      1
$ claudestep report --format markdown
\## Where the projects stand
\
%**0.0%** of 1 task in 1 project completed: 0 done, 1 in progress, 0 pending \x20
%1 pull request: 1 open (**1 stale**), 0 merged, 0 closed \x20
1 AI operation: **$1.00**
\
| Project | Progress | Done | Tasks | State | Open | Stale | Cost | Updated |
| --- | --- | ---: | ---: | --- | ---: | ---: | ---: | --- |
| `www.example.com` | ░░░░░░░░░░ | 0.0% | 0/1 | active | 1 | 1 | $1.00 | 2026-01-01 |
\
\### Open for more than 7 days
\
- `www.example.com` #7, 31 days, `` <!here>¦`@x` ``: ````@team ¦ <img src=x onerror=alert(1)> [a](http://x) `code` ``` <!channel> & #1 ::error::x\x1b[31m````
\
<details><summary>Reviewers</summary>
\
| Reviewer | Open | Merged | Closed | Cost |
| --- | ---: | ---: | ---: | ---: |
| `` <!here>¦`@x` `` | 1 | – | – | $1.00 |
\
</details>
\
<details><summary>Costs by model and month</summary>
\
| Model | Cost | Operations | Tokens in | Tokens out |
| --- | ---: | ---: | ---: | ---: |
| `a¦b\¦c` | $1.00 | 1 | 0 | 0 |
\
| Month | Cost | Operations | Tokens in | Tokens out |
| --- | ---: | ---: | ---: | ---: |
| `2025-12` | $1.00 | 1 | 0 | 0 |
\
</details>
\
<details><summary>Flow</summary>
\
| Flow of 1 pull request | 0 merged |
| --- | --- |
| pull requests a task | 1 |
\
</details>
\
`claudestep-metadata` at `394ef69` on 2026-01-01T00:02:00Z
$ claudestep report --format slack | jq -r '.blocks[] | .text.text // .elements[0].text'
Where the projects stand
*0.0%* of 1 task in 1 project completed, 1 in progress
1 pull request open (*1 stale*), 0 merged
1 AI operation: *$1.00*
*Projects*
```
  PROJECT          PROGRESS  DONE  TASKS  OPEN  STALE   COST
  www.example.com  ░░░░░░░░  0.0%    0/1     1      1  $1.00
```
*Open for more than 7 days*
```
  PROJECT          PR  TASK  REVIEWER      OPENED      DAYS  TITLE
  www.example.com  #7     1  &lt;!here&gt;|'@x'  2025-12-01    31  @team | &lt;img s…
```
*Reviewers*
```
  REVIEWER      OPEN  MERGED  CLOSED   COST
  &lt;!here&gt;|'@x'     1       0       0  $1.00
```
*Cost by model*
```
  MODEL    COST  OPERATIONS
  a|b\|c  $1.00           1
```
*Cost by month*
```
  MONTH     COST  OPERATIONS
  2025-12  $1.00           1
```
claudestep-metadata at 394ef69, 2026-01-01T00:03:00Z
$ git cat-file blob claudestep-metadata:projects/www.example.com.json >p.json && echo '{"x' >broken.json
$ for f in p broken; do git hash-object -w $f.json; done >ids && printf '100644 blob %s\tp`<b>.json\n100644 blob %s\tbroken.json\n' $(cat ids) | git mktree >tree && printf '040000 tree %s\tprojects\n' $(cat tree) | git mktree >root && git update-ref refs/heads/odd $(git commit-tree -m odd $(cat root))
$ claudestep report --ref odd --format markdown
\## Where the projects stand
\
%**0.0%** of 0 tasks in 0 projects completed: 0 done, 0 in progress, 0 pending \x20
%0 pull requests: 0 open, 0 merged, 0 closed \x20
0 AI operations: **$0.00**
\
\### Not readable, and in no number
\
- `projects/broken.json`: `line 1, column 4: a control character (U+000A) in a string; expected an escape such as \n`
- ``projects/p`<b>.json``: ``it is not named like a project: it contains '`'``
\
`odd` at `76b1ba3` on 2026-01-01T00:06:00Z
! warning: 2 project files could not be read; the numbers leave them out
