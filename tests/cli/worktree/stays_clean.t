# The branch is checked out beside files that are not ours. After each write `git status` there has
# nothing new to say.
$ git init -q --bare repo.git && claudestep -C repo.git project create auth >out
$ git -C repo.git worktree add -q "$TESTDIR/tree" claudestep-metadata && cd tree
$ echo mine >notes.txt && echo changed >>README.md
$ claudestep task add auth --description 'Add login' >../out
$ claudestep -C ../repo.git pr open auth --task 1 --pr 42 --branch work >../out
$ git status --porcelain
 M README.md
?? notes.txt
$ git show HEAD:projects/auth.json | cmp - projects/auth.json
$ git rev-list --count HEAD
5
$ cat notes.txt; tail -n 1 README.md
mine
changed
