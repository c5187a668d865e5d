# A copy of a repository knows the work trees of the original, which are none of its own.
$ git init -q repo && cd repo && claudestep project create auth -q && git worktree add -q ../tree claudestep-metadata && cp -a . ../copy
$ cd ../copy && claudestep task add auth --description "In the copy" && git -C ../tree status --short
[b0139da] auth: add task 'In the copy'
$ claudestep doctor | grep -A3 worktree
ok       worktree    the branch is checked out nowhere
warning  worktree    the work tree '$TESTDIR/tree' is left alone: its .git file leads to '$TESTDIR/repo/.git/worktrees/tree', another repository, of which this one seems to be a copy
                     hint: the next hint makes this repository forget it; nothing is lost there
                     hint: rm -r $TESTDIR/copy/.git/worktrees/tree
0 problems, 1 warning
$ cd ../repo && claudestep task add auth --description "In the original" && git -C ../tree status --short && claudestep doctor | grep worktree
[278d78f] auth: add task 'In the original'
ok       worktree    the work tree '$TESTDIR/tree' has the branch checked out and is clean: writes bring it along
$ cd ../copy && $(claudestep doctor | sed -n 's/.*hint: \(rm -r .*\)/\1/p') && claudestep doctor | grep worktree
ok       worktree    the branch is checked out nowhere
$ git -C ../tree status --short && git -C ../repo worktree list | sed 's/ .*//'
$TESTDIR/repo
$TESTDIR/tree
# One that was moved: the work tree is joined to it again, and comes along.
$ cd .. && mv repo moved && cd moved && claudestep task add auth --description "After the move" && claudestep doctor | grep -A3 worktree
[e637c9f] auth: add task 'After the move'
ok       worktree    the branch is checked out nowhere
warning  worktree    the work tree '$TESTDIR/tree' is left alone: its .git file leads to '$TESTDIR/repo/.git/worktrees/tree', which is not there
                     hint: where this repository was moved to where it is, the next hint joins them again; before that, commit nothing there
                     hint: git -C $TESTDIR/moved worktree repair
0 problems, 1 warning
$ sh -c "$(claudestep doctor | sed -n 's/.*hint: \(git .*worktree repair\)/\1/p')" && claudestep task add auth --description "Joined" && git -C ../tree status --short
[101cf97] auth: add task 'Joined'
! repair: .git file broken: $TESTDIR/tree
! the work tree at '$TESTDIR/tree' was left at 278d78fbc502 and is brought forward
