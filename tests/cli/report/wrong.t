# Where there is nothing to tell, and what cannot be.
$ git init -q --bare repo.git && cd repo.git
$ claudestep report
claudestep-metadata
\
0 projects, 0 tasks: 0 completed, 0 in progress, 0 pending
0 pull requests: 0 open, 0 merged, 0 closed
0 AI operations: $0.00, 0 tokens in, 0 out
! there is no metadata branch 'refs/heads/claudestep-metadata' yet
! hint: claudestep init
$ claudestep report --json | head -n 5
{
  "kind": "report",
  "version": 1,
  "ref": "refs/heads/claudestep-metadata",
  "commit": null,
$ claudestep init -q && claudestep report --format markdown
\## Where the projects stand
\
%**0.0%** of 0 tasks in 0 projects completed: 0 done, 0 in progress, 0 pending \x20
%0 pull requests: 0 open, 0 merged, 0 closed \x20
0 AI operations: **$0.00**
\
`claudestep-metadata` at `6643b8d` on 2026-01-01T00:03:00Z
$ claudestep report --format slack | jq -c '[.blocks[].type]'
["header","section","context"]
$ claudestep report --format pdf
! error: option '--format': 'pdf' is none of text, markdown, slack, html, json
[2]
$ claudestep report --top 0
! error: option '--top': '0' is not a whole number from 1
[2]
$ claudestep report --since 2026-01-02 --until 2026-01-01
! error: nothing is at or after '2026-01-02' and before '2026-01-01'
! hint: --since takes the earlier of the two
[2]
$ claudestep report --project nowhere
! error: no project 'nowhere'
! hint: claudestep list
[3]
$ claudestep report -o nowhere/report.md
! error: cannot write 'nowhere/report.md'
!   caused by: No such file or directory
[7]
$ claudestep report -o r.txt && head -n 1 r.txt && claudestep report -o - | cmp - r.txt
claudestep-metadata at 6643b8d
