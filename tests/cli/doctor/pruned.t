# 'git gc --prune=now' beside a writer can take objects that the branch is about to name. A tip whose
# newest file is gone: every write and every question says so, and doctor finds the tip before it in the reflog.
$ git init -q --bare one.git && cd one.git && claudestep init -q && claudestep project create -q auth && claudestep task add auth --description 'Add login' -q
$ blob=$(git rev-parse claudestep-metadata:projects/auth.json) && rm -f objects/$(echo $blob | cut -c1-2)/$(echo $blob | cut -c3-)
$ claudestep task add auth --description 'Add logout'
! error: projects/auth.json: the file of project 'auth' is lost: its blob 836f1232f1df2659ea85b54dacd6f9c1f6456748 is missing
!   caused by: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
! hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
! hint: claudestep doctor
[5]
$ claudestep show auth
! error: projects/auth.json: the file of project 'auth' is lost: its blob 836f1232f1df2659ea85b54dacd6f9c1f6456748 is missing
!   caused by: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
! hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
! hint: claudestep doctor
[5]
$ claudestep doctor | grep -A1 problem
problem  tip         the tip of 'refs/heads/claudestep-metadata' is not whole: its 'projects/auth.json' (836f1232f1df2659ea85b54dacd6f9c1f6456748) is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
--
problem  files       1 project file cannot be read, the first of them 'projects/auth.json': the blob 836f1232f1df2659ea85b54dacd6f9c1f6456748 is missing
                     hint: claudestep fsck
--
2 problems, 0 warnings
# The last hint of the tip, run as it is printed, leads back.
$ claudestep doctor | sed -n 's/.*hint: \(git -C .* update-ref \)/\1/p' | tee way-back && sh way-back
git -C $TESTDIR/one.git update-ref refs/heads/claudestep-metadata 31eef34573011d0834238ec2972a9313eb629ee6 33cb71f1b308c0040d4489e5ab3270d1d8c7f457
$ claudestep task add auth --description 'Add login' && claudestep doctor | tail -n 1
[5c594a4] auth: add task 'Add login'
all is well
# The commit itself is gone.
$ tip=$(git rev-parse claudestep-metadata) && rm -f objects/$(echo $tip | cut -c1-2)/$(echo $tip | cut -c3-)
$ claudestep task add auth --description 'Add logout'
! error: 'refs/heads/claudestep-metadata' cannot be followed
!   caused by: the commit 5c594a4938a9594d1407c53f1acd6f7d6423686f is missing
!   caused by: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
! hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
! hint: claudestep doctor
! hint: cat "$(git rev-parse --path-format=absolute --git-path logs/refs/heads/claudestep-metadata)"
[5]
$ claudestep doctor | grep -A3 problem
problem  branch      'refs/heads/claudestep-metadata' cannot be followed: the commit 5c594a4938a9594d1407c53f1acd6f7d6423686f is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
                     hint: cat $TESTDIR/one.git/logs/refs/heads/claudestep-metadata
                     hint: where nobody else has it: the next hint goes back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was
--
1 problem, 0 warnings
$ claudestep doctor | sed -n 's/.*hint: \(git -C .* update-ref \)/\1/p' | tee way-back && sh way-back
git -C $TESTDIR/one.git update-ref refs/heads/claudestep-metadata 31eef34573011d0834238ec2972a9313eb629ee6 5c594a4938a9594d1407c53f1acd6f7d6423686f
$ claudestep task add auth --description 'Add login' && claudestep doctor | tail -n 1
[b05a69b] auth: add task 'Add login'
all is well
# A file that is no project's: no write needs it, a push does. doctor looks whether every file is there.
$ export blob=$(git rev-parse claudestep-metadata:README.md) && rm -f objects/$(echo $blob | cut -c1-2)/$(echo $blob | cut -c3-)
$ claudestep task add auth --description 'Add logout' && claudestep list
[5308fe2] auth: add task 'Add logout'
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
$ claudestep doctor | grep -A3 problem
problem  tip         the tip of 'refs/heads/claudestep-metadata' is not whole: its 'README.md' (63508630c56c23384f8a09bdec564bb2e6c998d5) is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
                     hint: cat $TESTDIR/one.git/logs/refs/heads/claudestep-metadata
                     hint: nothing here has what is missing: the next hint brings it from another clone, with its path or address in the place of CLONE; then claudestep doctor looks again; where no clone has it, it is lost
--
1 problem, 0 warnings
