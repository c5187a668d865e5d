# The same key counts once; the same key with another cost is a conflict.
--- file op.json
{"type": "PRRefinement", "model": "m", "cost_usd": 0.10, "created_at": "2026-01-01T00:00:00Z",
 "workflow_run_id": 7}
--- end
--- file dearer.json
{"type": "PRRefinement", "model": "m", "cost_usd": 0.20, "created_at": "2026-01-01T00:00:00Z",
 "workflow_run_id": 7}
--- end
--- file without_key.json
{"type": "PRRefinement", "model": "m", "cost_usd": 0.20}
--- end
$ git init -q --bare repo.git && cd repo.git
$ claudestep project create auth >out && claudestep task add auth --description 'Add login' >out
$ claudestep pr open auth --task 1 --pr 42 --branch work >out
$ claudestep op add auth --pr 42 --ops ../op.json >out && git rev-parse claudestep-metadata >tip
$ claudestep op add auth --pr 42 --ops - <../op.json >out
$ claudestep op add auth --pr 42 --ops ../dearer.json >out 2>err
[4]
$ claudestep op add auth --pr 42 --ops ../without_key.json >out 2>err
[2]
$ git rev-parse claudestep-metadata | cmp - tip
# The cost keeps its spelling.
$ git show claudestep-metadata:projects/auth.json | grep '"cost_usd"'
          "cost_usd": 0.10,
