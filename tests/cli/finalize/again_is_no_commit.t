--- file ops.json
[{"type": "PRCreation", "model": "m", "cost_usd": 0.25, "created_at": "2026-01-01T00:00:00Z",
  "workflow_run_id": 7}]
--- end
$ git init -q --bare repo.git && cd repo.git
$ claudestep project create auth >out && claudestep task add auth --description 'Add login' >out
$ export finalize="claudestep finalize auth --task 1 --pr 42 --branch work --ops ../ops.json"
$ $finalize >out && git rev-list --count claudestep-metadata
5
$ $finalize >out && git rev-list --count claudestep-metadata
5
$ git show claudestep-metadata:projects/auth.json | grep -c '"cost_usd": 0.25'
1
