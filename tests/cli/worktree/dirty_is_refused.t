# A path that the write would change has changes in a work tree: nothing is moved, the path is named.
$ git init -q --bare repo.git && claudestep -C repo.git project create auth >out
$ git -C repo.git worktree add -q "$TESTDIR/tree" claudestep-metadata && cd tree
$ echo >>projects/auth.json && git rev-parse HEAD >../tip
$ claudestep task add auth --description 'Add login' >../out 2>../err
[4]
$ grep -c 'projects/auth.json' ../err
1
$ claudestep -C ../repo.git task add auth --description 'Add login' --json 2>&1 >../out | python3 -c 'import json, sys; e = json.load(sys.stdin); print(e["code"], e["retryable"])'
dirty False
$ git rev-parse HEAD | cmp - ../tip; git status --porcelain
 M projects/auth.json
# What is in the way is gone: the write goes through.
$ git checkout -q projects/auth.json && claudestep task add auth --description 'Add login' >../out
$ git status --porcelain
