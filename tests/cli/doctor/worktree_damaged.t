# The index of a work tree, or what leads from it to the repository, is damaged or gone: no write can bring it along, and what doctor prints mends it as it is printed.
--- file follow
#!/bin/sh
# Runs the commands that doctor prints, as they are printed, and shows them.
claudestep doctor | sed -n '/ worktree /p; /^ *hint/p' | sed 's/0x[0-9a-f]*/0xID/'; claudestep doctor | sed -n 's/.*hint: \(mv\|git -C\|echo\) /\1 /p' >"$TESTDIR/steps"; sh "$TESTDIR/steps" && claudestep doctor | tail -n 1
--- end
$ chmod +x follow && git init -q one && cd one && claudestep project create -q p && claudestep task add -q p --description One && git worktree add -q ../w claudestep-metadata && export index=.git/worktrees/w/index
# Of the index a power cut left nothing, or a part; or it holds something else.
$ : >$index && claudestep task add p --description Two
! error: git cannot say how the work tree at '$TESTDIR/w' stands
!   caused by: fatal: $TESTDIR/one/.git/worktrees/w/index.claudestep: index file smaller than expected
!   caused by: it has the branch checked out, and no write can bring it along
! hint: claudestep doctor
[7]
$ ../follow && claudestep task add -q p --description Two && git -C ../w status --short && ls .git | grep damaged
problem  worktree    the work tree '$TESTDIR/w' has the branch checked out, and its index cannot be read: fatal: $TESTDIR/one/.git/worktrees/w/index: index file smaller than expected; every write is refused meanwhile
                     hint: the next 2 hints, one after the other, move it aside and make it anew of what the branch has; no file is touched, and what was staged is staged no more; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/worktrees/w/index $TESTDIR/one/.git/damaged-index
                     hint: git -C $TESTDIR/w reset -q -- .
all is well
damaged-index
$ truncate -s 100 $index && ../follow && claudestep task add -q p --description Three && git -C ../w status --short
problem  worktree    the work tree '$TESTDIR/w' has the branch checked out, and its index is damaged: its checksum is not that of what it holds
                     hint: the next 2 hints, one after the other, move it aside and make it anew of what the branch has; no file is touched, and what was staged is staged no more; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/worktrees/w/index $TESTDIR/one/.git/damaged-index-2
                     hint: git -C $TESTDIR/w reset -q -- .
all is well
$ head -c 500 /dev/zero >$index && ../follow && claudestep task add -q p --description Four && git -C ../w status --short
problem  worktree    the work tree '$TESTDIR/w' has the branch checked out, and its index cannot be read: fatal: index file corrupt; every write is refused meanwhile
                     hint: the next 2 hints, one after the other, move it aside and make it anew of what the branch has; no file is touched, and what was staged is staged no more; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/worktrees/w/index $TESTDIR/one/.git/damaged-index-3
                     hint: git -C $TESTDIR/w reset -q -- .
all is well
# It is gone: to git all files are deleted. What somebody changed there is still there afterwards.
$ rm $index && echo mine >>../w/README.md && ../follow; git -C ../w status --short && git -C ../w checkout -q README.md && claudestep doctor | tail -n 1
problem  worktree    the work tree '$TESTDIR/w' has the branch checked out, and its index is gone: to git all its files are deleted, and every write is refused
                     hint: the next hint makes it anew of what the branch has, and touches no file; then claudestep doctor looks again
                     hint: git -C $TESTDIR/w reset -q -- .
0 problems, 1 warning
 M README.md
all is well
# A sparse work tree leaves out the same afterwards, and a write brings it along.
$ git -C ../w sparse-checkout set --no-cone /projects/ && printf x | dd of=$index bs=1 seek=60 conv=notrunc status=none && ../follow && rm $index && ../follow && claudestep task add -q p --description Sparse && git -C ../w status --short && ls ../w
problem  worktree    the work tree '$TESTDIR/w' has the branch checked out, and its index is damaged: its checksum is not that of what it holds
                     hint: the next 2 hints, one after the other, move it aside and make it anew of what the branch has; no file is touched, and what was staged is staged no more; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/worktrees/w/index $TESTDIR/one/.git/damaged-index-4
                     hint: git -C $TESTDIR/w reset -q -- .
all is well
problem  worktree    the work tree '$TESTDIR/w' has the branch checked out, and its index is gone: to git all its files are deleted, and every write is refused
                     hint: the next hint makes it anew of what the branch has, and touches no file; then claudestep doctor looks again
                     hint: git -C $TESTDIR/w reset -q -- .
all is well
projects
# What leads to the repository.
$ rm .git/worktrees/w/commondir && claudestep task add p --description Five
! error: git cannot say how the work tree at '$TESTDIR/w' stands
!   caused by: fatal: not a git repository: '$TESTDIR/one/.git/worktrees/w'
!   caused by: it has the branch checked out, and no write can bring it along
! hint: claudestep doctor
[7]
$ ../follow && claudestep task add -q p --description Five && git -C ../w status --short
problem  worktree    the work tree '$TESTDIR/w' has the branch checked out, and what leads from there to the repository is gone or damaged: fatal: not a git repository: '$TESTDIR/one/.git/worktrees/w'; every write is refused meanwhile
                     hint: the next hint writes it anew; then claudestep doctor looks again
                     hint: echo ../.. >$TESTDIR/one/.git/worktrees/w/commondir
all is well
$ : >.git/worktrees/w/commondir && ../follow && claudestep task add -q p --description Six && git -C ../w status --short && claudestep task list p
problem  worktree    the work tree '$TESTDIR/w' has the branch checked out, and what leads from there to the repository is gone or damaged: fatal: failed to read $TESTDIR/one/.git/worktrees/w/commondir: No such file or directory; every write is refused meanwhile
                     hint: the next 2 hints, one after the other, write it anew; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/worktrees/w/commondir $TESTDIR/one/.git/damaged-commondir
                     hint: echo ../.. >$TESTDIR/one/.git/worktrees/w/commondir
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
     4  12f5aedc  pending, ready  Four
     5  92e5c493  pending, ready  Sparse
     6  6ab523c5  pending, ready  Five
     7  58ea8edc  pending, ready  Six
# One whose checksum is zeros, as git writes it where it is to take none (index.skipHash), is sound; beside that setting another one is not.
$ dd if=/dev/zero of=$index bs=1 seek=$(($(stat -c %s $index) - 20)) count=20 conv=notrunc status=none && claudestep doctor | grep worktree
ok       worktree    the work tree '$TESTDIR/w' has the branch checked out and is clean: writes bring it along
$ git config index.skipHash true && printf x | dd of=$index bs=1 seek=60 conv=notrunc status=none && printf x | dd of=$index bs=1 seek=$(($(stat -c %s $index) - 1)) conv=notrunc status=none && ../follow
problem  worktree    the work tree '$TESTDIR/w' has the branch checked out, and its index is damaged: its checksum is not that of what it holds
                     hint: the next 2 hints, one after the other, move it aside and make it anew of what the branch has; no file is touched, and what was staged is staged no more; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/worktrees/w/index $TESTDIR/one/.git/damaged-index-5
                     hint: git -C $TESTDIR/w reset -q -- .
all is well
# What else keeps git from saying how it stands.
$ echo '[broken' >.git/worktrees/w/config.worktree && claudestep doctor | grep -A 2 ' worktree '
problem  worktree    the work tree '$TESTDIR/w' has the branch checked out, and git cannot say how it stands: fatal: bad config line 1 in file $TESTDIR/one/.git/worktrees/w/config.worktree; every write is refused meanwhile
                     hint: where something is told of the branch above, mend that first; else git status there shows all that git says
1 problem, 0 warnings
# Git does not run at all.
$ PATH=$(dirname "$(command -v claudestep)") claudestep doctor | grep ' worktree '
problem  worktree    the work tree '$TESTDIR/w' has the branch checked out, and git cannot say how it stands: cannot run 'git': no such program or folder; every write is refused meanwhile
# What leads from the work tree to the repository: there nobody finds it, while writes bring it along.
$ git config --unset index.skipHash; rm .git/worktrees/w/config.worktree; : >../w/.git && claudestep -C ../w list
! error: invalid gitfile format: '$TESTDIR/w/.git'
!   caused by: '$TESTDIR/w/.git' is to say where the repository is
! hint: where this is a work tree of a repository that is elsewhere: git worktree repair, typed in that one, writes the file anew
[5]
$ ../follow && claudestep -C ../w task add p --description Seven
problem  worktree    what leads from the work tree '$TESTDIR/w' to the repository is damaged: git and claudestep find none there
                     hint: the next hint writes it anew; then claudestep doctor looks again
                     hint: git -C $TESTDIR/one worktree repair
                     hint: git -C $TESTDIR/one worktree repair
all is well
[f4907cc] p: add task 'Seven'
! repair: .git file broken: $TESTDIR/w
$ echo 'gitdir: /nowhere' >../w/.git && claudestep -C ../w list
! error: not a git repository: '/nowhere'
!   caused by: '$TESTDIR/w/.git' is to say where the repository is
! hint: where this is a work tree of a repository that is elsewhere: git worktree repair, typed in that one, writes the file anew
[3]
$ ../follow && git -C ../w status --short
ok       worktree    the branch is checked out nowhere
warning  worktree    the work tree '$TESTDIR/w' is left alone: its .git file leads to '/nowhere', which is not there
                     hint: where this repository was moved to where it is, the next hint joins them again; before that, commit nothing there
                     hint: git -C $TESTDIR/one worktree repair
                     hint: git -C $TESTDIR/one worktree repair
all is well
! repair: .git file broken: $TESTDIR/w
