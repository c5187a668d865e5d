# A fork's own merge of the same number and branch, which came with its past: likely, and no more.
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && claudestep task add auth --description one -q && claudestep pr open auth --task 1 --pr 1 --branch b -q
$ git checkout -q -b fork && git checkout -q -b theirs && echo 1 >one && git add one && git commit -q -m work && git checkout -q fork && git merge -q --no-ff -m 'Merge pull request #1 from other/b' theirs && git checkout -q main && git merge -q --no-ff -m 'Take in the fork' fork && git branch -qD theirs fork
$ claudestep reconcile --dry-run --json | jq -c '.changes[] | [.pr_number, .rule, .weight]'
[1,"merge-commit","likely"]

# Brought up to date by a fast-forward, it has the merges of the other repository on its own line: the owner tells, where the remote's address has one.
$ git init -q -b main ../own && cd ../own && git commit -q --allow-empty -m begin && git remote add origin git@example.com:Acme/app.git && claudestep project create auth -q && for n in 1 2 3; do claudestep task add auth --description "Task $n" -q; done
$ claudestep pr open auth --task 1 --pr 1 --branch b -q; claudestep pr open auth --task 2 --pr 2 --branch a/c -q; claudestep pr open auth --task 3 --pr 3 --branch a/d -q
$ for pull in '1 from other/b' '2 from acme/a/c' '3 from else/a/d'; do git checkout -q -b side && git commit -q --allow-empty -m work && git checkout -q main && git merge -q --no-ff -m "Merge pull request #$pull" side && git branch -q -D side; done
$ claudestep reconcile --check --json | jq -c '.changes[] | [.pr_number, .rule, .weight]'
[1,"merge-commit","likely"]
[2,"merge-commit","proved"]
[3,"merge-commit","likely"]
$ git remote set-url origin https://example.com/else/app && claudestep reconcile --check --json | jq -c '.changes[] | [.pr_number, .weight]'
[1,"likely"]
[2,"likely"]
[3,"proved"]
$ git remote set-url origin /srv/app.git && claudestep reconcile --check --json | jq -c '.changes[] | [.pr_number, .weight]'
[1,"proved"]
[2,"proved"]
[3,"proved"]
