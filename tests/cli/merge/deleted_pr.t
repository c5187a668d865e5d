# One clone takes a pull request back that had cost something, the other records more for it: what
# it cost before comes back with it.
--- file pr.json
{"op": "open-pr", "project": "auth", "task": "1", "pr": 5, "branch": "work", "reviewer": "ann"}
{"op": "add-ai-operations", "project": "auth", "pr": 5, "operations": [{"operation_id": "o1", "type": "PRCreation", "model": "m", "cost_usd": 7.50}]}
--- end
--- file more.json
[{"operation_id": "o2", "type": "PRRefinement", "model": "m", "cost_usd": 1}]
--- end
$ git init -q --bare repo.git && cd repo.git
$ claudestep project create auth -q && claudestep task add auth --description "Add login" -q
$ claudestep apply ../pr.json -q
$ git branch other claudestep-metadata
$ claudestep undo
[fb17f93] auth: undo "open #5 for task 1, and 1 more"
$ claudestep costs
claudestep-metadata at fb17f93
\
0 AI operations for 0 pull requests: $0.00, 0 tokens in, 0 out, 0s
$ claudestep --ref other op add auth --pr 5 --ops ../more.json -q
$ claudestep merge other
[f627826] merge 'other' into 'claudestep-metadata'
  auth: deletion of #5: kept 'the pull request', gave up 'deleted'
$ claudestep costs
claudestep-metadata at f627826
\
  MODEL  SHARE        COST  OPS  PRS  TOKENS IN  OUT  TIME
  m      [########]  $8.50    2    1          0    0    0s
\
2 AI operations for 1 pull request: $8.50, 0 tokens in, 0 out, 0s
$ claudestep fsck --frame
1 file checked: nothing found
! 6 commits held to what they say of themselves
