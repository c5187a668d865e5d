# Two clones record one operation, one of them without its id: both are taken back as what they were.
--- file known.json
[{"type": "PRCreation", "operation_id": "X1", "model": "m", "workflow_run_id": 9, "created_at": "2025-11-02T00:00:00Z", "cost_usd": 1.1}]
--- end
$ git init -q --bare remote.git && git init -q ours && cd ours && git remote add origin ../remote.git && jq 'del(.[].operation_id)' ../known.json >../nameless.json
$ claudestep -q project create auth && claudestep -q task add auth --description 'Add login' && claudestep -q pr open auth --task 1 --pr 1 --branch b && claudestep -q sync --force-first
$ git clone -q ../remote.git ../theirs && claudestep -q op add auth --pr 1 --ops ../known.json && claudestep -q sync
! warning: remote HEAD refers to nonexistent ref, unable to checkout
$ cd ../theirs && claudestep -q op add auth --pr 1 --ops ../nameless.json && mine=$(git rev-parse claudestep-metadata) && claudestep -q sync && claudestep undo "$mine"
[fcde762] auth: undo "record 1 AI operation for #1 ($1.10)"
$ claudestep costs | tail -n 1
0 AI operations for 0 pull requests: $0.00, 0 tokens in, 0 out, 0s
