# What is in the place of files that the tool has for itself, or of files of a work tree: each write and sync that meets it says so, and what doctor prints leads out.
--- file follow
#!/bin/sh
# Shows what doctor says is wrong, and runs the commands that it prints, as they are printed.
claudestep doctor >"$TESTDIR/said"; sed -n '/^problem/p; /^ *hint/p' "$TESTDIR/said"; sed -n 's/.*hint: \(mv\|git\) /\1 /p' "$TESTDIR/said" >"$TESTDIR/steps"; sh "$TESTDIR/steps" && claudestep doctor | tail -n 1
--- end
$ chmod +x follow && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create -q p && claudestep task add -q p --description One && claudestep sync -q --force-first && git worktree add -q ../w claudestep-metadata
# The lock that syncs and claims queue on.
$ rm .git/claudestep/fetching && mkdir -p .git/claudestep/fetching/x && claudestep sync
! error: cannot open the lock file '$TESTDIR/one/.git/claudestep/fetching'
!   caused by: Is a directory
! hint: claudestep doctor
[7]
$ claudestep next p --claim
! error: cannot open the lock file '$TESTDIR/one/.git/claudestep/fetching'
!   caused by: Is a directory
! hint: claudestep doctor
[7]
$ ../follow && claudestep sync && ls .git/claudestep
problem  lock        '$TESTDIR/one/.git/claudestep/fetching' is no regular file: no sync and no claim can take its lock
                     hint: nothing but such locks and their notes is kept there: make sure that no claudestep is at work; the next hint moves it aside then
                     hint: mv -n $TESTDIR/one/.git/claudestep/fetching $TESTDIR/one/.git/damaged-fetching
all is well
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
fetching
write.lock
# The folder of all of them.
$ rm -r .git/claudestep && echo x >.git/claudestep && claudestep task add p --description Two
! error: cannot open the lock file '$TESTDIR/one/.git/claudestep/write.lock'
!   caused by: Not a directory
! hint: claudestep doctor
[7]
$ ../follow && claudestep task add p --description Two && claudestep sync
problem  lock        '$TESTDIR/one/.git/claudestep' is no folder: no write can take its lock
                     hint: nothing but such locks and their notes is kept there: make sure that no claudestep is at work; the next hint moves it aside then
                     hint: mv -n $TESTDIR/one/.git/claudestep $TESTDIR/one/.git/damaged-claudestep
all is well
[9deb004] p: add task 'Two'
[9deb004] sync 'claudestep-metadata' with 'origin'
  pushed  8762e3e..9deb004
# What a write has beside the index of a work tree: an empty folder is taken away, another one told.
$ mkdir .git/worktrees/w/index.claudestep .git/worktrees/w/index.claudestep.new .git/worktrees/w/index.claudestep.lock && claudestep doctor | tail -n 1 && claudestep task add p --description Three
all is well
[2bbad98] p: add task 'Three'
$ mkdir -p .git/worktrees/w/index.claudestep/x && claudestep task add p --description Four
! error: a folder is in the place of '$TESTDIR/one/.git/worktrees/w/index.claudestep'
!   caused by: a claudestep has a file of this name while it moves the work tree
! hint: claudestep doctor
[7]
$ ../follow && mkdir -p .git/worktrees/w/index.claudestep.new/x .git/worktrees/w/index.claudestep.lock/x && claudestep task add p --description Four
problem  worktree    '$TESTDIR/one/.git/worktrees/w/index.claudestep' is a folder: a write has a file there while it moves the work tree '$TESTDIR/w', and every write is refused
                     hint: the next hint moves it aside; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/worktrees/w/index.claudestep $TESTDIR/one/.git/damaged-index.claudestep
all is well
! error: a folder is in the place of '$TESTDIR/one/.git/worktrees/w/index.claudestep.new'
!   caused by: a claudestep has a file of this name while it moves the work tree
! hint: claudestep doctor
[7]
$ ../follow && claudestep task add p --description Four && git -C ../w status --short
problem  worktree    '$TESTDIR/one/.git/worktrees/w/index.claudestep.new' is a folder: a write has a file there while it moves the work tree '$TESTDIR/w', and every write is refused
                     hint: the next hint moves it aside; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/worktrees/w/index.claudestep.new $TESTDIR/one/.git/damaged-index.claudestep.new
problem  worktree    '$TESTDIR/one/.git/worktrees/w/index.claudestep.lock' is a folder: a write has a file there while it moves the work tree '$TESTDIR/w', and every write is refused
                     hint: the next hint moves it aside; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/worktrees/w/index.claudestep.lock $TESTDIR/one/.git/damaged-index.claudestep.lock
all is well
[6cbec2e] p: add task 'Four'
# Files of a work tree: neither a commit nor a stash takes these away.
$ rm ../w/projects/p.json && mkdir ../w/projects/p.json && echo mine >../w/projects/p.json/x && claudestep task add p --description Five
! error: the work tree at '$TESTDIR/w' has changes in the way
!   caused by: 'projects/p.json' is a folder
! hint: claudestep doctor
[4]
$ ../follow && claudestep task add p --description Five && git -C ../w status --short && cat .git/damaged-projects-p.json/x
problem  worktree    the work tree '$TESTDIR/w' has the branch checked out, and 'projects/p.json' there is a folder: a write that touches it is refused
                     hint: the next 2 hints, one after the other, move it aside and put back what the index has there; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/w/projects/p.json $TESTDIR/one/.git/damaged-projects-p.json
                     hint: git -C $TESTDIR/w --literal-pathspecs checkout -q -- projects/p.json
all is well
[2c4c25a] p: add task 'Five'
mine
$ rm ../w/projects/p.json && mkfifo ../w/projects/p.json && claudestep task add p --description Six
! error: the work tree at '$TESTDIR/w' has changes in the way
!   caused by: 'projects/p.json' is a pipe, a socket or a device
! hint: claudestep doctor
[4]
$ ../follow && claudestep task add p --description Six && git -C ../w status --short
problem  worktree    the work tree '$TESTDIR/w' has the branch checked out, and 'projects/p.json' there is a pipe, a socket or a device: a write that touches it is refused
                     hint: the next 2 hints, one after the other, move it aside and put back what the index has there; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/w/projects/p.json $TESTDIR/one/.git/damaged-projects-p.json-2
                     hint: git -C $TESTDIR/w --literal-pathspecs checkout -q -- projects/p.json
all is well
[b3acc08] p: add task 'Six'
$ rm -r ../w/projects && echo mine >../w/projects && claudestep task add p --description Seven
! error: the work tree at '$TESTDIR/w' has changes in the way
!   caused by: 'projects/p.json': 'projects' is a file where a folder has to be
! hint: claudestep doctor
[4]
$ ../follow && claudestep task add p --description Seven && git -C ../w status --short && cat .git/damaged-projects
problem  worktree    the work tree '$TESTDIR/w' has the branch checked out, and 'projects' there is a file where a folder has to be: a write that touches it is refused
                     hint: the next 2 hints, one after the other, move it aside and put back what the index has there; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/w/projects $TESTDIR/one/.git/damaged-projects
                     hint: git -C $TESTDIR/w --literal-pathspecs checkout -q -- projects
all is well
[437a19f] p: add task 'Seven'
mine
# One that is not in the index is somebody's own, and no business of doctor's.
$ mkdir ../w/projects/q.json && echo mine >../w/projects/q.json/x && claudestep project create q
! error: the work tree at '$TESTDIR/w' has changes in the way
!   caused by: 'projects/q.json'
! hint: there, git diff HEAD shows what a commit would do, and what it takes away would be taken back: commit there, stash or move away what somebody made; what nobody made, as a full disk or a lost index leaves it, git checkout HEAD -- PATH puts back; then run the command again
[4]
$ claudestep doctor | tail -n 1
all is well
