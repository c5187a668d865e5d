$ git init -q --bare repo.git && cd repo.git
$ claudestep stats
! there is no metadata branch 'refs/heads/claudestep-metadata' yet
! hint: claudestep init
$ claudestep stats --json
{
  "kind": "stats",
  "version": 1,
  "ref": "refs/heads/claudestep-metadata",
  "commit": null,
  "totals": {
    "projects": 0,
    "tasks": 0,
    "completed": 0,
    "in_progress": 0,
    "pending": 0,
    "claimed": 0,
    "pull_requests": 0,
    "open": 0,
    "merged": 0,
    "closed": 0,
    "ai_operations": 0,
    "cost_usd": 0,
    "tokens_input": 0,
    "tokens_output": 0
  },
  "projects": [],
  "reviewers": [],
  "unreadable": []
}
$ claudestep stats auth
! error: no project 'auth'
!   caused by: there is no metadata branch 'refs/heads/claudestep-metadata'
! hint: claudestep init
[3]
$ claudestep init -q && claudestep stats
claudestep-metadata at a1aa6e8
\
0 projects, 0 tasks: 0 completed, 0 in progress, 0 pending
0 pull requests: 0 open, 0 merged, 0 closed
0 AI operations: $0.00, 0 tokens in, 0 out
