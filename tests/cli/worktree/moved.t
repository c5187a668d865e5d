# A work tree that somebody moved with mv: git takes it to be where it was. A write from elsewhere says that it stays behind, one that is typed in it brings it along.
$ git init -q repo && cd repo && claudestep project create auth -q && git worktree add -q ../tree claudestep-metadata && mv ../tree ../moved
$ claudestep doctor | grep -A4 worktree
warning  worktree    a work tree that has the branch checked out is not at '$TESTDIR/tree' any more, where git takes it to be: it was moved, and no write brings it along, or deleted
                     hint: typed in the folder where it is now, git worktree repair notes that; before it, commit nothing there: a commit would take back what was written since
                     hint: where it is gone for good, the next hint makes git forget it
                     hint: git -C $TESTDIR/repo worktree prune
0 problems, 1 warning
$ claudestep task add auth --description "Add login"
[b427290] auth: add task 'Add login'
! warning: a work tree that has the branch checked out is not at '$TESTDIR/tree' any more and was not brought along: claudestep doctor says what to do
$ cd ../moved && claudestep doctor | grep -A3 worktree
warning  worktree    git takes the work tree '$TESTDIR/moved' to be at '$TESTDIR/tree'; only a write that is typed in it brings it along
                     hint: the next hint notes where it is
                     hint: git -C $TESTDIR/moved worktree repair
warning  worktree    the work tree '$TESTDIR/moved' still shows 31eef3457301, where the branch was before: it was not brought along when that moved
                     hint: the next write brings it along; commit nothing there before
0 problems, 2 warnings
$ claudestep task add auth --description "Add logout" && git status --short && claudestep list --json | grep -c auth
[073bae8] auth: add task 'Add logout'
2
! the work tree at '$TESTDIR/moved' was left at 31eef3457301 and is brought forward
# The way out, as it is printed there. It is found from everywhere then.
$ sh -c "$(claudestep doctor | sed -n 's/.*hint: \(git .*worktree repair\)/\1/p')" && claudestep doctor | grep worktree && claudestep -C ../repo task add auth --description "Add roles" && git status --short
ok       worktree    the work tree '$TESTDIR/moved' has the branch checked out and is clean: writes bring it along
[1c2254a] auth: add task 'Add roles'
! repair: gitdir incorrect: $TESTDIR/repo/.git/worktrees/tree/gitdir
# The same typed in it, while another one was moved to its place.
$ git -C ../repo worktree add -q --detach ../other claudestep-metadata && mv ../moved ../tree-2 && mv ../other ../moved && claudestep -C ../repo task add auth --description "Add tests" && claudestep -C ../repo doctor | grep -A4 worktree
[c4aa202] auth: add task 'Add tests'
warning  worktree    a work tree that has the branch checked out is not at '$TESTDIR/moved' any more, where git takes it to be: it was moved, and no write brings it along, or deleted
                     hint: typed in the folder where it is now, git worktree repair notes that; before it, commit nothing there: a commit would take back what was written since
                     hint: where it is gone for good, the next hint makes git forget it
                     hint: rm -r $TESTDIR/repo/.git/worktrees/tree
0 problems, 1 warning
! warning: a work tree that has the branch checked out is not at '$TESTDIR/moved' any more and was not brought along: claudestep doctor says what to do
$ cd ../tree-2 && git worktree repair && claudestep task add auth --description "Add docs" && git status --short && claudestep doctor | grep worktree
[1153b40] auth: add task 'Add docs'
ok       worktree    the work tree '$TESTDIR/tree-2' has the branch checked out and is clean: writes bring it along
! repair: gitdir incorrect: $TESTDIR/repo/.git/worktrees/tree/gitdir
! the work tree at '$TESTDIR/tree-2' was left at 1c2254ab2b8f and is brought forward
# It is gone for good, as with rm -r; a locked one git forgets only once it is not.
$ cd ../repo && rm -r ../tree-2 && git worktree lock ../tree-2 && claudestep doctor | grep -A6 worktree
warning  worktree    a work tree that has the branch checked out is not at '$TESTDIR/tree-2' any more, where git takes it to be: it was moved, and no write brings it along, or deleted
                     hint: typed in the folder where it is now, git worktree repair notes that; before it, commit nothing there: a commit would take back what was written since
                     hint: where it is gone for good, the next 2 hints, one after the other, make git forget it
                     hint: git -C $TESTDIR/repo worktree unlock $TESTDIR/tree-2
                     hint: git -C $TESTDIR/repo worktree prune
0 problems, 1 warning
$ claudestep doctor | sed -n 's/.*hint: \(git \)/\1/p' >../way && sh ../way && claudestep doctor | tail -n 1 && claudestep task add auth --description "Add more"
all is well
[17b607f] auth: add task 'Add more'
# What git notes about where it is was lost: by a crash, which leaves zeros or nothing.
$ git worktree add -q ../tree claudestep-metadata && head -c 40 /dev/zero >.git/worktrees/tree/gitdir && claudestep doctor | grep -A4 worktree
problem  worktree    '$TESTDIR/repo/.git/worktrees/tree/gitdir' is damaged: it is to say where a work tree is that has the branch checked out, and no write brings it along
                     hint: typed in the folder where it is now, git worktree repair notes that; before it, commit nothing there: a commit would take back what was written since
                     hint: where it is gone for good, the next hint makes git forget it
                     hint: git -C $TESTDIR/repo worktree prune
1 problem, 0 warnings
$ claudestep task add auth --description "Add zeros"
[0fffea4] auth: add task 'Add zeros'
! warning: a work tree that has the branch checked out is not known to git and was not brought along: claudestep doctor says what to do
$ cd ../tree && claudestep doctor | grep -A4 worktree
problem  worktree    '$TESTDIR/repo/.git/worktrees/tree/gitdir' is damaged: it is to say where the work tree '$TESTDIR/tree' is; only a write that is typed in it brings it along
                     hint: the next hint notes where it is
                     hint: git -C $TESTDIR/tree worktree repair
warning  worktree    the work tree '$TESTDIR/tree' still shows 17b607fe1313, where the branch was before: it was not brought along when that moved
                     hint: the next write brings it along; commit nothing there before
1 problem, 1 warning
$ : >../repo/.git/worktrees/tree/gitdir && claudestep task add auth --description "Add nothing" && git status --short && claudestep doctor | grep -A2 worktree
[2957ec5] auth: add task 'Add nothing'
problem  worktree    '$TESTDIR/repo/.git/worktrees/tree/gitdir' is empty: it is to say where the work tree '$TESTDIR/tree' is; only a write that is typed in it brings it along
                     hint: the next hint notes where it is
                     hint: git -C $TESTDIR/tree worktree repair
ok       worktree    the work tree '$TESTDIR/tree' has the branch checked out and is clean: writes bring it along
1 problem, 0 warnings
! the work tree at '$TESTDIR/tree' was left at 17b607fe1313 and is brought forward
$ rm ../repo/.git/worktrees/tree/gitdir && claudestep doctor | grep -A2 ' problem ' ; sh -c "$(claudestep doctor | sed -n 's/.*hint: \(git .*worktree repair\)/\1/p')"; claudestep -C ../repo doctor | grep worktree
ok       worktree    the work tree '$TESTDIR/tree' has the branch checked out and is clean: writes bring it along
! repair: gitdir unreadable: $TESTDIR/repo/.git/worktrees/tree/gitdir
