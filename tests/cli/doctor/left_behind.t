# A work tree shows where the branch was before, and the branch was moved back by hand.
$ git init -q one && cd one && claudestep project create -q p && git worktree add -q ../w claudestep-metadata && claudestep task add -q p --description One
$ git update-ref refs/heads/claudestep-metadata claudestep-metadata~1 && claudestep doctor | grep -A9 worktree
warning  worktree    the work tree '$TESTDIR/w' still shows 8762e3e3af59, where the branch was before: it was not brought along when that moved
                     hint: the next write brings it along; commit nothing there before
                     hint: the branch does not have all that was written there: claudestep merge 8762e3e3af59 brings it back
0 problems, 1 warning
$ claudestep task add p --description Other && git -C ../w status --short
[7916714] p: add task 'Other'
! the work tree at '$TESTDIR/w' was left at 8762e3e3af59 and is brought forward
# What the work tree showed is gone from both then, and comes back as doctor said before.
$ claudestep task list p && claudestep merge 8762e3e3af59 && claudestep task list p && claudestep undo -q && claudestep doctor | tail -n 1
  TASK  ID        STATUS          DESCRIPTION
     1  f97e9da0  pending, ready  Other
[40074e2] merge '8762e3e3af59' into 'claudestep-metadata'
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  f97e9da0  pending, ready  Other
all is well
# What it shows is what the repository has lost: the only place where the folder can still be had from.
$ claudestep task add -q p --description Two && export tree=$(git rev-parse claudestep-metadata:projects) && rm -f .git/objects/$(echo $tree | sed 's|..|&/|')
$ git update-ref refs/heads/claudestep-metadata claudestep-metadata~1 && claudestep doctor | grep -A9 worktree | tee way
warning  worktree    the work tree '$TESTDIR/w' still shows 5397bb8c4812, where the branch was before and of which the repository has lost a part
                     hint: it still has some of that: before anything else, the next hint writes it anew
                     hint: git -C $TESTDIR/w ls-files --stage -z | (export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/w update-index -z --index-info && git -C $TESTDIR/w write-tree; rm -f "$GIT_INDEX_FILE")
                     hint: then, to bring back what was written there: claudestep merge 5397bb8c4812
0 problems, 1 warning
$ sed -n 's/.*hint: \(git -C\)/\1/p' way | sh && git cat-file -t $tree && claudestep doctor | grep -A9 worktree
12ce35f607b5d175e45018438a76d25b8934e2df
tree
warning  worktree    the work tree '$TESTDIR/w' still shows 5397bb8c4812, where the branch was before: it was not brought along when that moved
                     hint: the next write brings it along; commit nothing there before
                     hint: the branch does not have all that was written there: claudestep merge 5397bb8c4812 brings it back
0 problems, 1 warning
$ $(sed -n 's/.*hint: then, .*: \(claudestep merge [0-9a-f]*\).*/\1/p' way) && claudestep task list p && git -C ../w status --short && claudestep doctor | tail -n 1
[5397bb8] move 'claudestep-metadata' forward to '5397bb8c4812'
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
all is well
! the work tree at '$TESTDIR/w' was left at 5397bb8c4812 and is brought forward
