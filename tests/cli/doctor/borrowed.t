# A repository that borrows objects (info/alternates) from a folder that is not there has lost nothing yet: doctor names the line, and offers no
# way back.
$ git init -q lender && cd lender && claudestep project create -q auth && claudestep task add -q auth --description one && cd ..
$ git clone -q --shared --no-checkout lender here 2>&1 && cd here && git branch -q claudestep-metadata origin/claudestep-metadata && claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  7692c3ad  pending, ready  one
$ mv ../lender ../moved && claudestep task list auth
! error: 'refs/heads/claudestep-metadata' cannot be followed
!   caused by: the commit 9c41053f868f4ce7fe9e82b5839c6bc32c0eec5d is missing
!   caused by: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
! hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
! hint: claudestep doctor
! hint: cat "$(git rev-parse --path-format=absolute --git-path logs/refs/heads/claudestep-metadata)"
[5]
$ claudestep doctor | grep -A9 borrowed
warning  objects     objects are borrowed from '$TESTDIR/lender/.git/objects', which is not there: line 1 of '$TESTDIR/here/.git/objects/info/alternates' names it
                     hint: where the folder is elsewhere, write its path in that line; where its disk is away, bring it back
                     hint: only where it is gone for good, take the line out: then claudestep doctor tells what is lost with it, and the ways back
ok       remote      'origin'
ok       ref         'refs/heads/claudestep-metadata'
problem  branch      'refs/heads/claudestep-metadata' cannot be followed: the commit 9c41053f868f4ce7fe9e82b5839c6bc32c0eec5d is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: what is missing may be where objects are borrowed from, of which the warning above tells: nothing is known to be lost before that is in order; then claudestep doctor looks again
ok       objects     0 loose objects
ok       worktree    the branch is checked out nowhere
1 problem, 1 warning
# As git does, a path is read from the folder of objects, and in double quotes with escapes.
$ printf '# moved\n\n"../../../\\155oved/.git/objects"\n' >.git/objects/info/alternates && claudestep task list auth && git log -1 --format=%s origin/claudestep-metadata && claudestep doctor | grep -c borrowed
  TASK  ID        STATUS          DESCRIPTION
     1  7692c3ad  pending, ready  one
auth: add task 'one'
0
[1]
# The folder of a repository is none of objects; nor is a file.
$ echo "$PWD/../moved" >.git/objects/info/alternates && claudestep doctor | grep -A4 borrowed
warning  objects     objects are borrowed from '$TESTDIR/here/../moved', which is a repository, and not its folder of objects: line 1 of '$TESTDIR/here/.git/objects/info/alternates' names it
                     hint: write '$TESTDIR/here/../moved/.git/objects' in that line
ok       remote      'origin'
ok       ref         'refs/heads/claudestep-metadata'
problem  branch      'refs/heads/claudestep-metadata' cannot be followed: the commit 9c41053f868f4ce7fe9e82b5839c6bc32c0eec5d is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: what is missing may be where objects are borrowed from, of which the warning above tells: nothing is known to be lost before that is in order; then claudestep doctor looks again
ok       objects     0 loose objects
ok       worktree    the branch is checked out nowhere
1 problem, 1 warning
$ touch ../file && echo ../../../file >.git/objects/info/alternates && claudestep doctor | grep -A1 borrowed
warning  objects     objects are borrowed from '$TESTDIR/here/.git/objects/../../../file', which is no folder: line 1 of '$TESTDIR/here/.git/objects/info/alternates' names it
                     hint: where the folder is elsewhere, write its path in that line; where its disk is away, bring it back
--
                     hint: what is missing may be where objects are borrowed from, of which the warning above tells: nothing is known to be lost before that is in order; then claudestep doctor looks again
ok       objects     0 loose objects
# An empty folder, as the mount point of a disk that is away.
$ mkdir ../disk && echo ../../../disk >.git/objects/info/alternates && claudestep doctor | grep -A2 borrowed | head -n 3
warning  objects     objects are borrowed from '$TESTDIR/here/.git/objects/../../../disk', which is empty: line 1 of '$TESTDIR/here/.git/objects/info/alternates' names it
                     hint: where the folder is elsewhere, write its path in that line; where its disk is away, bring it back
                     hint: only where it is gone for good, take the line out: then claudestep doctor tells what is lost with it, and the ways back
# One that the lender itself borrows from, while nothing is missing.
$ echo ../../../moved/.git/objects >.git/objects/info/alternates && echo /gone/objects >../moved/.git/objects/info/alternates && claudestep doctor | grep -A2 borrowed
warning  objects     objects are borrowed from '/gone/objects', which is not there: line 1 of '$TESTDIR/moved/.git/objects/info/alternates' names it
                     hint: where the folder is elsewhere, write its path in that line; where its disk is away, bring it back
                     hint: only where it is gone for good, take the line out: then claudestep doctor tells what is lost with it, and the ways back
# Taken out, the ways back are told.
$ rm .git/objects/info/alternates ../moved/.git/objects/info/alternates && claudestep doctor | grep -A9 problem
problem  branch      'refs/heads/claudestep-metadata' cannot be followed: the commit 9c41053f868f4ce7fe9e82b5839c6bc32c0eec5d is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
                     hint: cat $TESTDIR/here/.git/logs/refs/heads/claudestep-metadata
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/here fetch --refetch origin
                     hint: only where it still says so then: the next hint brings it from another clone, with its path or address in the place of CLONE; then claudestep doctor looks again; where no clone has it, a new clone of the remote has what was synced
                     hint: git -C $TESTDIR/here fetch --refetch CLONE refs/heads/claudestep-metadata
                     hint: where the branch names what was never a commit, git -C $TESTDIR/here fsck --no-reflogs --lost-found lists the commits that nothing leads to; git -C $TESTDIR/here update-ref refs/heads/claudestep-metadata COMMIT puts the branch at the one that was written last
ok       objects     0 loose objects
ok       worktree    the branch is checked out nowhere
1 problem, 0 warnings
# Git waits for what comes out of a pipe: it is not asked.
$ mkfifo .git/objects/info/alternates && claudestep list
! error: cannot open the objects in '$TESTDIR/here/.git/objects'
!   caused by: '$TESTDIR/here/.git/objects/info/alternates' is a pipe, and git waits there without end
! hint: take it away, or write a file there of the folders that objects are borrowed from, one in a line
[5]
$ claudestep doctor
ok       git         git version 2.39.5
ok       repository  '$TESTDIR/here/.git'
problem  repository  '$TESTDIR/here/.git/objects/info/alternates' is a pipe: git waits there without end
                     hint: the next hint moves it aside; then claudestep doctor looks at the rest
                     hint: mv -n $TESTDIR/here/.git/objects/info/alternates $TESTDIR/here/.git/damaged-objects-info-alternates
1 problem, 0 warnings
[1]
# A crash has left nothing of the file, or zeros: from where objects were borrowed is not known then, and no way back is printed either.
$ rm .git/objects/info/alternates; : >.git/objects/info/alternates && claudestep doctor | grep -v ^ok
warning  objects     '$TESTDIR/here/.git/objects/info/alternates' is empty or has zeros, as a crash leaves it: where objects were borrowed, it does not say any more from where
                     hint: where they were, write the path of that folder of objects into the file, as all that it has
                     hint: only where none were, or the folder is gone for good, the next hint moves the file aside: then claudestep doctor tells what is lost, and the ways back
                     hint: mv -n $TESTDIR/here/.git/objects/info/alternates $TESTDIR/here/.git/damaged-alternates
problem  branch      'refs/heads/claudestep-metadata' cannot be followed: the commit 9c41053f868f4ce7fe9e82b5839c6bc32c0eec5d is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: what is missing may be where objects are borrowed from, of which the warning above tells: nothing is known to be lost before that is in order; then claudestep doctor looks again
1 problem, 1 warning
$ head -c 40 /dev/zero >.git/objects/info/alternates && claudestep doctor | grep -c 'is empty or has zeros'
1
# A folder in its place.
$ rm .git/objects/info/alternates && mkdir .git/objects/info/alternates && claudestep doctor | grep -v ^ok
warning  objects     '$TESTDIR/here/.git/objects/info/alternates' is no file: where objects were borrowed, git does not know from where
                     hint: the next hint moves it aside; where objects were borrowed, write the path of that folder of objects into a file in its place, as all that it has; where none were, or the folder is gone for good, claudestep doctor tells then what is lost, and the ways back
                     hint: mv -n $TESTDIR/here/.git/objects/info/alternates $TESTDIR/here/.git/damaged-alternates
problem  branch      'refs/heads/claudestep-metadata' cannot be followed: the commit 9c41053f868f4ce7fe9e82b5839c6bc32c0eec5d is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: what is missing may be where objects are borrowed from, of which the warning above tells: nothing is known to be lost before that is in order; then claudestep doctor looks again
1 problem, 1 warning
$ claudestep doctor | sed -n 's|.*hint: \(mv .*\)|\1|p' | sh && ls -d .git/objects/info/alternates
! ls: cannot access '.git/objects/info/alternates': No such file or directory
[2]
$ echo "$PWD/../moved/.git/objects" >.git/objects/info/alternates && claudestep doctor | tail -n 1
all is well
