# What is lost here and was pushed: the remote has it.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep sync --force-first -q && claudestep task add auth --description "One" -q && claudestep sync -q
$ rm -f .git/objects/$(git rev-parse claudestep-metadata | sed 's|..|&/|') && claudestep list
! error: 'refs/heads/claudestep-metadata' cannot be followed
!   caused by: the commit 4817046b847872e0bd25392056714cf8f5100d04 is missing
!   caused by: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
! hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
! hint: claudestep doctor
! hint: cat "$(git rev-parse --path-format=absolute --git-path logs/refs/heads/claudestep-metadata)"
[5]
$ claudestep sync
! error: 'refs/heads/claudestep-metadata' cannot be followed
!   caused by: the commit 4817046b847872e0bd25392056714cf8f5100d04 is missing
! hint: to bring what the remote has: git fetch --refetch origin
[5]
$ claudestep doctor | grep -v '^ok'
problem  branch      'refs/heads/claudestep-metadata' cannot be followed: the commit 4817046b847872e0bd25392056714cf8f5100d04 is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
                     hint: cat $TESTDIR/one/.git/logs/refs/heads/claudestep-metadata
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/one fetch --refetch origin
                     hint: only where it still says so then: the next hint goes back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was
                     hint: git -C $TESTDIR/one cat-file -e 4817046b847872e0bd25392056714cf8f5100d04 2>/dev/null || git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 83724d120d37697765e0a60ba863aedb8f1ed4ad 4817046b847872e0bd25392056714cf8f5100d04
1 problem, 0 warnings
# Back to an earlier tip as printed: what the remote had is still missing, and what brings it is said.
$ git branch lost claudestep-metadata 2>/dev/null; git update-ref refs/heads/claudestep-metadata $(git rev-parse claudestep-metadata@{1}) && claudestep list
! error: 'refs/remotes/origin/claudestep-metadata' cannot be followed
!   caused by: the commit 4817046b847872e0bd25392056714cf8f5100d04 is missing
! hint: to bring what the remote has: git fetch --refetch origin
[5]
$ claudestep sync
! error: 'refs/remotes/origin/claudestep-metadata' cannot be followed
!   caused by: the commit 4817046b847872e0bd25392056714cf8f5100d04 is missing
! hint: to bring what the remote has: git fetch --refetch origin
[5]
$ claudestep doctor | grep -v '^ok'
problem  branch      'refs/remotes/origin/claudestep-metadata' cannot be followed: the commit 4817046b847872e0bd25392056714cf8f5100d04 is missing
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/one fetch --refetch origin
                     hint: only where it still says so then: the next hint puts 'refs/remotes/origin/claudestep-metadata' where its reflog says that it was, at the newest tip that is whole; then claudestep sync asks the remote
                     hint: git -C $TESTDIR/one cat-file -e 4817046b847872e0bd25392056714cf8f5100d04 2>/dev/null || git -C $TESTDIR/one update-ref refs/remotes/origin/claudestep-metadata 83724d120d37697765e0a60ba863aedb8f1ed4ad
1 problem, 0 warnings
$ git fetch -q --refetch origin && claudestep doctor | tail -1 && claudestep sync -q && claudestep task list auth
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
# A file of it.
$ rm -f .git/objects/$(git rev-parse claudestep-metadata:projects/auth.json | sed 's|..|&/|') && claudestep doctor | grep -v '^ok'
problem  tip         the tip of 'refs/heads/claudestep-metadata' is not whole: its 'projects/auth.json' (413d33abef8166c57f954f7b90a751202d96bfb6) is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
                     hint: cat $TESTDIR/one/.git/logs/refs/heads/claudestep-metadata
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/one fetch --refetch origin
                     hint: only where it still says so then: the next hint goes back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was
                     hint: git -C $TESTDIR/one cat-file -e 413d33abef8166c57f954f7b90a751202d96bfb6 2>/dev/null || git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 83724d120d37697765e0a60ba863aedb8f1ed4ad 4817046b847872e0bd25392056714cf8f5100d04
problem  files       1 project file cannot be read, the first of them 'projects/auth.json': the blob 413d33abef8166c57f954f7b90a751202d96bfb6 is missing
                     hint: claudestep fsck
2 problems, 0 warnings
$ git fetch -q --refetch origin && claudestep doctor | tail -1
all is well
# What a plain git fetch brought of a remote that was rewound is told as sync tells it.
$ git -C ../remote.git update-ref refs/heads/claudestep-metadata $(git rev-parse claudestep-metadata~1) && git fetch -q && claudestep doctor | grep -v '^ok'
problem  remote      the remote was rewound: it had 4817046b8478, which 'refs/remotes/origin/claudestep-metadata' does not have any more: claudestep sync and claims are refused
                     hint: the next hint says what can be done
                     hint: claudestep sync
1 problem, 0 warnings
$ claudestep sync
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at 83724d1, which does not contain 4817046 that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log 83724d1..4817046
! hint: to give it back what it lost, before the next claudestep sync: git push origin 4817046b8478:refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
$ claudestep sync --accept-rewind -q && claudestep doctor | tail -1
all is well
# Where only what the remote was last seen to have is lost, and not what was written upon it: the remote has it.
$ git init -q --bare ../seen.git && git init -q ../seen && cd ../seen && git remote add origin ../seen.git && claudestep -q project create auth && claudestep -q sync --force-first && claudestep -q task add auth --description One
$ tree=$(git rev-parse 'origin/claudestep-metadata^{tree}') && rm -f .git/objects/$(echo $tree | sed 's|^..|&/|') && claudestep sync; claudestep doctor | grep -A 2 '^problem'
problem  tip         the tip is whole, but some of what earlier commits have is missing or damaged, which no push can do without: claudestep sync fails
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/seen fetch --refetch origin
! error: the commit 51d19710c773f884f1b2780707c9fb71753b04ba is not whole: its tree d548caa4d4ff874683e6313f9ab32438875f811d is missing; nothing was written
!   caused by: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
! hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
! hint: git fsck
! hint: claudestep doctor
$ claudestep doctor | sed -n 's/.*hint: \(git .*refetch.*\)/\1 -q/p' | sh && claudestep doctor | tail -n 1 && claudestep sync -q
all is well
