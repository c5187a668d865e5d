# What a comment of a forge shows, and the step summary of a workflow.
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
$ claudestep report --format markdown
\## Where the projects stand
\
%**40.0%** of 5 tasks in 3 projects completed: 2 done, 1 in progress, 2 pending \x20
%2 pull requests: 1 open (**1 stale**), 1 merged, 0 closed \x20
2 AI operations: **$0.100015**
\
| Project | Progress | Done | Tasks | State | Open | Stale | Cost | Updated |
| --- | --- | ---: | ---: | --- | ---: | ---: | ---: | --- |
| `auth` | ███░░░░░░░ | 25.0% | 1/4 | active | 1 | 1 | $0.100015 | 2026-01-01 |
| `billing` | ██████████ | 100.0% | 1/1 | complete | – | – | $0.00 | 2026-01-01 |
| `empty` | ░░░░░░░░░░ | 0.0% | 0/0 | empty | – | – | $0.00 | 2026-01-01 |
\
\### Open for more than 7 days
\
- `auth` #42, 8 days, `bob`: `Add password reset`
\
<details><summary>Reviewers</summary>
\
| Reviewer | Open | Merged | Closed | Cost |
| --- | ---: | ---: | ---: | ---: |
| `alice` | – | 1 | – | $0.100015 |
| `bob` | 1 | – | – | $0.00 |
\
</details>
\
<details><summary>Costs by model and month</summary>
\
| Model | Cost | Operations | Tokens in | Tokens out |
| --- | ---: | ---: | ---: | ---: |
| `claude-sonnet-4` | $0.10 | 1 | 120,000 | 4,500 |
| `claude-haiku-4` | $0.000015 | 1 | 0 | 0 |
\
| Month | Cost | Operations | Tokens in | Tokens out |
| --- | ---: | ---: | ---: | ---: |
| `2025-12` | $0.100015 | 2 | 120,000 | 4,500 |
\
</details>
\
<details><summary>Flow</summary>
\
| Flow of 2 pull requests | 1 merged |
| --- | --- |
| created to merged | median 1 d, 9 of 10 within 1 d |
| merged a week | 0.66 |
| merged without refinement | 100.0% (1) |
| pull requests a task | 1 |
| cost a merged task | $0.100015 |
\
</details>
\
`claudestep-metadata` at `fb2c5a4` on 2026-01-01T00:01:00Z
# Neither locale nor width change it.
$ claudestep report --format markdown --top 1 >there && LC_ALL=C TERM=dumb COLUMNS=30 claudestep report --format markdown --top 1 | cmp - there
$ head -n 12 there
\## Where the projects stand
\
%**40.0%** of 5 tasks in 3 projects completed: 2 done, 1 in progress, 2 pending \x20
%2 pull requests: 1 open (**1 stale**), 1 merged, 0 closed \x20
2 AI operations: **$0.100015**
\
| Project | Progress | Done | Tasks | State | Open | Stale | Cost | Updated |
| --- | --- | ---: | ---: | --- | ---: | ---: | ---: | --- |
| `auth` | ███░░░░░░░ | 25.0% | 1/4 | active | 1 | 1 | $0.100015 | 2026-01-01 |
\
and 2 more projects
\
# Appended to what stands there, whatever form is printed.
$ echo '# Steps before' >summary.md
$ GITHUB_STEP_SUMMARY=$PWD/summary.md claudestep report --json --step-summary --top 1 -o r.json && grep kind r.json
  "kind": "report",
$ head -n 1 summary.md; tail -n +2 summary.md | sed 's/00:0.:00Z//' >added; sed 's/00:0.:00Z//' there | cmp - added
\# Steps before
$ claudestep report --step-summary
! error: --step-summary: GITHUB_STEP_SUMMARY is not set
! hint: claudestep report --format markdown -o FILE
[2]
$ GITHUB_STEP_SUMMARY=$PWD/nowhere/summary.md claudestep report --step-summary
! error: cannot write '$TESTDIR/repo.git/nowhere/summary.md'
!   caused by: No such file or directory
[7]
