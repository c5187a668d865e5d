# Files of refs that a power failure emptied, filled with zeros or with something else. What doctor prints is run as it is printed, until all is well.
--- file follow
#!/bin/sh
# Runs what doctor prints as the way, as it is printed.
claudestep doctor | sed -n '/ fsck$/d; /hint: cat/d; s/.*hint: //p' | tee "$TESTDIR/way" && grep '^\(mv\|mkdir\|sed\|git -C\) ' "$TESTDIR/way" >"$TESTDIR/steps"; sh "$TESTDIR/steps" 2>&1
--- end
$ chmod +x follow && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create -q p && claudestep sync -q --force-first && claudestep task add -q p --description One && claudestep sync -q
# That of the remote-tracking ref: git fetches nothing while it is there.
$ : >.git/refs/remotes/origin/claudestep-metadata && git fetch --refetch origin
! fatal: bad object refs/remotes/origin/claudestep-metadata
! error: ../remote.git did not send all necessary objects
!
[1]
$ claudestep list
! error: cannot read the ref 'refs/remotes/origin/claudestep-metadata'
!   caused by: corrupted loose reference file: refs/remotes/origin/claudestep-metadata
! hint: claudestep doctor
[5]
$ claudestep sync
! error: cannot read the ref 'refs/remotes/origin/claudestep-metadata'
!   caused by: corrupted loose reference file: refs/remotes/origin/claudestep-metadata
! hint: claudestep doctor
[5]
$ ../follow && claudestep doctor | tail -n 1 && claudestep sync
the file of 'refs/remotes/origin/claudestep-metadata' is damaged: the next 2 hints, one after the other, move the file aside and put the ref where its reflog says that it was last; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/refs/remotes/origin/claudestep-metadata $TESTDIR/one/.git/damaged-refs-remotes-origin-claudestep-metadata
git -C $TESTDIR/one update-ref refs/remotes/origin/claudestep-metadata 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 0000000000000000000000000000000000000000
all is well
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
# The same without a reflog.
$ printf '%040d\n' 0 >.git/refs/remotes/origin/claudestep-metadata && rm .git/logs/refs/remotes/origin/claudestep-metadata && claudestep sync
! error: cannot read the ref 'refs/remotes/origin/claudestep-metadata'
!   caused by: it names no object: its id is nothing but zeros
! hint: claudestep doctor
[5]
$ ../follow && claudestep doctor | tail -n 1 && claudestep sync && git rev-parse --short origin/claudestep-metadata
the file of 'refs/remotes/origin/claudestep-metadata' is damaged, and no reflog says where it was last: the next hint moves it aside; then the next claudestep sync writes it anew
mv -n $TESTDIR/one/.git/refs/remotes/origin/claudestep-metadata $TESTDIR/one/.git/damaged-refs-remotes-origin-claudestep-metadata-2
all is well
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
8762e3e
# It names a commit that nobody has, as no remote ever gave it.
$ echo 1234567890123456789012345678901234567890 >.git/refs/remotes/origin/claudestep-metadata && ../follow; claudestep doctor | tail -n 1; claudestep sync
first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
git -C $TESTDIR/one fetch --refetch origin
only where it still says so then: the next hint puts 'refs/remotes/origin/claudestep-metadata' where its reflog says that it was, at the newest tip that is whole; then claudestep sync asks the remote
git -C $TESTDIR/one update-ref refs/remotes/origin/claudestep-metadata 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851
fatal: bad object refs/remotes/origin/claudestep-metadata
error: ../remote.git did not send all necessary objects
\
all is well
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
# That of the branch: zeros, something else, half an id, the name of no ref.
$ for text in $(printf %040d 0) garbage 1234567890 'ref: refs/heads/a..b'; do echo "$text" >.git/refs/heads/claudestep-metadata; claudestep list 2>&1 | sed -n 1,2p; ../follow; claudestep doctor | tail -n 1; done
error: cannot read the ref 'refs/heads/claudestep-metadata'
  caused by: it names no object: its id is nothing but zeros
the file of the branch is damaged: the next 2 hints, one after the other, move the file aside and put the branch where its reflog says that it was last (where git refuses that, since somebody wrote meanwhile: claudestep merge 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851); then claudestep doctor looks again
mv -n $TESTDIR/one/.git/refs/heads/claudestep-metadata $TESTDIR/one/.git/damaged-refs-heads-claudestep-metadata
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 0000000000000000000000000000000000000000
all is well
error: cannot read the ref 'refs/heads/claudestep-metadata'
  caused by: corrupted loose reference file: refs/heads/claudestep-metadata
the file of the branch is damaged: the next 2 hints, one after the other, move the file aside and put the branch where its reflog says that it was last (where git refuses that, since somebody wrote meanwhile: claudestep merge 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851); then claudestep doctor looks again
mv -n $TESTDIR/one/.git/refs/heads/claudestep-metadata $TESTDIR/one/.git/damaged-refs-heads-claudestep-metadata-2
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 0000000000000000000000000000000000000000
all is well
error: cannot read the ref 'refs/heads/claudestep-metadata'
  caused by: corrupted loose reference file: refs/heads/claudestep-metadata
the file of the branch is damaged: the next 2 hints, one after the other, move the file aside and put the branch where its reflog says that it was last (where git refuses that, since somebody wrote meanwhile: claudestep merge 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851); then claudestep doctor looks again
mv -n $TESTDIR/one/.git/refs/heads/claudestep-metadata $TESTDIR/one/.git/damaged-refs-heads-claudestep-metadata-3
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 0000000000000000000000000000000000000000
all is well
error: 'refs/heads/a..b' is no ref name
the file of the branch is damaged: the next 2 hints, one after the other, move the file aside and put the branch where its reflog says that it was last (where git refuses that, since somebody wrote meanwhile: claudestep merge 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851); then claudestep doctor looks again
mv -n $TESTDIR/one/.git/refs/heads/claudestep-metadata $TESTDIR/one/.git/damaged-refs-heads-claudestep-metadata-4
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 0000000000000000000000000000000000000000
all is well
# An id of no object.
$ echo 1234567890123456789012345678901234567890 >.git/refs/heads/claudestep-metadata && ../follow; claudestep doctor | tail -n 1; claudestep sync
look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
where nobody else has it: the next hint goes back to where the reflog says that the branch was last
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 1234567890123456789012345678901234567890
all is well
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
# The same where nothing says where it was: another clone has it.
$ cd ../remote.git && cp refs/heads/claudestep-metadata ../kept && echo 1234567890123456789012345678901234567890 >refs/heads/claudestep-metadata && claudestep doctor | sed -n '/cannot be followed/,$p' | tee ../way; cp ../kept refs/heads/claudestep-metadata; cd ../one
problem  branch      'refs/heads/claudestep-metadata' cannot be followed: the commit 1234567890123456789012345678901234567890 is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
                     hint: nothing here has what is missing: the next hint brings it from another clone, with its path or address in the place of CLONE; then claudestep doctor looks again; where no clone has it, it is lost
                     hint: git -C $TESTDIR/remote.git fetch --refetch CLONE refs/heads/claudestep-metadata
                     hint: where the branch names what was never a commit, git -C $TESTDIR/remote.git fsck --no-reflogs --lost-found lists the commits that nothing leads to; git -C $TESTDIR/remote.git update-ref refs/heads/claudestep-metadata COMMIT puts the branch at the one that was written last
ok       objects     14 loose objects
ok       worktree    the branch is checked out nowhere
1 problem, 0 warnings
# In a repository that is pushed to, where git keeps no reflog.
$ cd ../remote.git && : >refs/heads/claudestep-metadata && ../follow; tail -n 1 ../way | sed "s/COMMIT/$(git fsck --no-reflogs --lost-found 2>/dev/null | sed -n 's/dangling commit //p')/" | sh && claudestep doctor | tail -n 1 && cd ../one && claudestep sync
the file of the branch is damaged, and no reflog says where it was: the next hint lists the commits that nothing leads to; the one after it, with the one that was written last in the place of COMMIT, moves the file aside and puts the branch there; what another clone has of it, its next claudestep sync brings
git -C $TESTDIR/remote.git fsck --no-reflogs --lost-found
tip=COMMIT && git -C $TESTDIR/remote.git cat-file -e $tip && mv -n $TESTDIR/remote.git/refs/heads/claudestep-metadata $TESTDIR/remote.git/damaged-refs-heads-claudestep-metadata && git -C $TESTDIR/remote.git update-ref refs/heads/claudestep-metadata $tip 0000000000000000000000000000000000000000
error: refs/heads/claudestep-metadata: invalid sha1 pointer 0000000000000000000000000000000000000000
notice: HEAD points to an unborn branch (main)
notice: No default references
dangling commit 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851
all is well
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
# The file of packed refs is cut, before the branch or behind it: nothing is taken for not there.
$ claudestep task add -q p --description Packed && git pack-refs --all && cp .git/packed-refs ../packed && truncate -s 100 .git/packed-refs && claudestep list
! error: cannot read the ref 'refs/heads/claudestep-metadata'
!   caused by: the file packed-refs is cut: its last line has no end
! hint: cat "$(git rev-parse --path-format=absolute --git-path logs/refs/heads/claudestep-metadata)"
[5]
$ ../follow && claudestep doctor | tail -n 1 && claudestep sync && claudestep task list p
the file of packed refs is cut: the next 3 hints, one after the other, move it aside and write its whole lines anew, and put the branch where its reflog says that it was; where other refs at its end were, their reflogs know, or for tags and where there is no reflog another clone; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs
sed '$d' $TESTDIR/one/.git/damaged-packed-refs >$TESTDIR/one/.git/damaged-packed-refs.whole && mv -n $TESTDIR/one/.git/damaged-packed-refs.whole $TESTDIR/one/.git/packed-refs
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 3644ff0846b43f134546bcf3f4933dae582873d6 0000000000000000000000000000000000000000
all is well
[3644ff0] sync 'claudestep-metadata' with 'origin'
  pushed  8762e3e..3644ff0
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  87ff052e  pending, ready  Packed
$ cp ../packed .git/packed-refs && truncate -s -5 .git/packed-refs && claudestep task add p --description Next
[2264d1e] p: add task 'Next'
$ ../follow; claudestep doctor | tail -n 1 && claudestep task add p --description Next
the file of packed refs is cut: the next 2 hints, one after the other, move it aside and write its whole lines anew; where other refs at its end were, their reflogs know, or for tags and where there is no reflog another clone; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs-2
sed '$d' $TESTDIR/one/.git/damaged-packed-refs-2 >$TESTDIR/one/.git/damaged-packed-refs.whole && mv -n $TESTDIR/one/.git/damaged-packed-refs.whole $TESTDIR/one/.git/packed-refs
all is well
[d217ee6] p: add task 'Next'
