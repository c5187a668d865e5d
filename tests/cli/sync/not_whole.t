# What the remote was fetched to have is not whole here: the branch is not moved onto that.
--- file lose
#!/bin/sh
# Loses the file of an object, or, with another word, empties it as a power cut does.
file=".git/objects/$(git rev-parse "$1" | sed 's|..|&/|')"
rm -f "$file" && if [ "$2" ]; then : >"$file"; fi
--- end
$ chmod +x lose && git init -q --bare hub.git && git init -q one && cd one && git remote add origin ../hub.git && claudestep -q project create auth && claudestep -q sync --force-first && git clone -q --no-checkout ../hub.git ../two && cd ../two && claudestep -q init && claudestep -q task add auth --description There && claudestep -q project create more && claudestep -q sync && cd ../one && git fetch -q
$ ../lose origin/claudestep-metadata:projects/auth.json && claudestep sync; claudestep sync --dry-run; claudestep merge origin/claudestep-metadata; claudestep task add more --description Here; claudestep list --local
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  auth     empty   0/0  2026-01-01  2026-01-01  -
! error: the commit 831c6bf9aa12a6c7d36816ab276721924c284bcd is not whole: its 'projects/auth.json' (fd95c3a4ae0baea1d2cd221f6dd9fe1e24e0e286) is missing
!   caused by: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
! hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
! hint: git fsck
! hint: claudestep doctor
! error: the commit 831c6bf9aa12a6c7d36816ab276721924c284bcd is not whole: its 'projects/auth.json' (fd95c3a4ae0baea1d2cd221f6dd9fe1e24e0e286) is missing
!   caused by: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
! hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
! hint: git fsck
! hint: claudestep doctor
! error: the commit 831c6bf9aa12a6c7d36816ab276721924c284bcd is not whole: its 'projects/auth.json' (fd95c3a4ae0baea1d2cd221f6dd9fe1e24e0e286) is missing
!   caused by: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
! hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
! hint: git fsck
! error: the tip of 'refs/remotes/origin/claudestep-metadata' is not whole: its 'projects/auth.json' (fd95c3a4ae0baea1d2cd221f6dd9fe1e24e0e286) is missing
!   caused by: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
! hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
! hint: claudestep doctor
! hint: cat "$(git rev-parse --path-format=absolute --git-path logs/refs/remotes/origin/claudestep-metadata)"
$ claudestep doctor | grep -v '^ok'; claudestep doctor | sed -n 's/.*hint: \(git .* fetch --refetch .*\)/\1/p' | sh 2>/dev/null; claudestep sync && claudestep list
problem  tip         the tip of 'refs/heads/claudestep-metadata' is not whole: its 'projects/auth.json' (fd95c3a4ae0baea1d2cd221f6dd9fe1e24e0e286) is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
                     hint: cat $TESTDIR/one/.git/logs/refs/heads/claudestep-metadata
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/one fetch --refetch origin
                     hint: only where it still says so then: the next 2 hints, one after the other, put 'refs/remotes/origin/claudestep-metadata' where its reflog says that it was, at the newest tip that is whole, and take away where a fetch landed; then claudestep sync asks the remote
                     hint: git -C $TESTDIR/one cat-file -e fd95c3a4ae0baea1d2cd221f6dd9fe1e24e0e286 2>/dev/null || git -C $TESTDIR/one update-ref refs/remotes/origin/claudestep-metadata 31eef34573011d0834238ec2972a9313eb629ee6
                     hint: git -C $TESTDIR/one cat-file -e fd95c3a4ae0baea1d2cd221f6dd9fe1e24e0e286 2>/dev/null || git -C $TESTDIR/one update-ref --no-deref -d refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata
problem  files       1 project file cannot be read, the first of them 'projects/auth.json': the blob fd95c3a4ae0baea1d2cd221f6dd9fe1e24e0e286 is missing
                     hint: claudestep fsck
2 problems, 0 warnings
[831c6bf] sync 'claudestep-metadata' with 'origin'
  fetched 31eef34..831c6bf
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  more     empty         0/0  2026-01-01  2026-01-01  -
# The same where its file is empty, and where it has no branch here yet.
$ cd ../two && claudestep -q task add auth --description Then && claudestep -q sync && cd ../one && git fetch -q && ../lose origin/claudestep-metadata:projects/auth.json empty && claudestep sync; git update-ref -d refs/heads/claudestep-metadata && claudestep sync; git for-each-ref refs/heads
! error: cannot read 'projects/auth.json': cannot read the blob 829c3c43261998e809cf25bc5a051b381945be3e
!   caused by: the file of the object 829c3c43261998e809cf25bc5a051b381945be3e is damaged or cut short
! hint: claudestep doctor
! error: cannot read 'projects/auth.json': cannot read the blob 829c3c43261998e809cf25bc5a051b381945be3e
!   caused by: the file of the object 829c3c43261998e809cf25bc5a051b381945be3e is damaged or cut short
! hint: claudestep doctor
# What both have is not read for it.
$ cd ../two && claudestep -q task add auth --description Last && claudestep -q sync && cd ../one && git fetch -q --refetch && claudestep -q sync && ../lose claudestep-metadata:projects/more.json && cd ../two && claudestep -q task add auth --description Later && claudestep -q sync && cd ../one && claudestep sync
[ea88ecf] sync 'claudestep-metadata' with 'origin'
  fetched db9f602..ea88ecf
# A partial clone lacks what it likes.
$ git -C ../hub.git config uploadpack.allowFilter true && git clone -q --no-checkout --filter=blob:none "file://$TESTDIR/hub.git" ../part && cd ../part && claudestep sync && git branch --list && cd ../two && claudestep -q task add auth --description Far && claudestep -q sync && cd ../part && git fetch -q && claudestep sync
[ea88ecf] sync 'claudestep-metadata' with 'origin'
  fetched nothing..ea88ecf
  claudestep-metadata
[2ff292e] sync 'claudestep-metadata' with 'origin'
  fetched ea88ecf..2ff292e
