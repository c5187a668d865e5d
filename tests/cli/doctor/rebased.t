# A work tree whose HEAD names no branch while it rebases ours, or looks through it, is on it.
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m code
$ claudestep project create auth -q && git worktree add -q ../tree claudestep-metadata && cd ../tree
$ git branch -q before && claudestep task add auth --description "Add login" -q
$ git checkout -q before && claudestep --ref before task add auth --description "Add logout" -q && git checkout -q claudestep-metadata
$ git rebase -q before >/dev/null 2>&1
[1]
$ claudestep doctor | sed -n '/ worktree /,$p'
warning  worktree    the work tree '$TESTDIR/tree' is in the middle of a rebase of the branch: after a write, git rebase --continue there fails at its end
                     hint: end it first: git rebase --continue there, or git rebase --abort
0 problems, 1 warning
$ claudestep doctor --ref before | grep ' worktree '
ok       worktree    the branch is checked out nowhere
$ git rebase --abort && (git bisect start -q; git bisect bad; git bisect good HEAD~2) >/dev/null
$ claudestep doctor | grep ' worktree '
ok       worktree    the work tree '$TESTDIR/tree' is in the middle of a bisect of the branch, and shows it again afterwards
