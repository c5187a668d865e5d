# A fork's own merge of the same number and branch, which came with its past: likely, and no more.
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && claudestep task add auth --description one -q && claudestep pr open auth --task 1 --pr 1 --branch b -q
$ git checkout -q -b fork && git checkout -q -b theirs && echo 1 >one && git add one && git commit -q -m work && git checkout -q fork && git merge -q --no-ff -m 'Merge pull request #1 from other/b' theirs && git checkout -q main && git merge -q --no-ff -m 'Take in the fork' fork && git branch -qD theirs fork
$ claudestep reconcile --dry-run --json | jq -c '.changes[] | [.pr_number, .rule, .weight]'
[1,"merge-commit","likely"]
