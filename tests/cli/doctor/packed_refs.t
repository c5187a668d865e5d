# The file of packed refs is cut, with nothing that says where the branch was, or with the file of the branch. What doctor prints is run as it is printed.
--- file follow
#!/bin/sh
# Runs what doctor prints as the way, as it is printed.
claudestep doctor | sed -n '/ fsck$/d; /hint: cat/d; s/.*hint: //p' | tee "$TESTDIR/way" && grep '^\(mv\|mkdir\|sed\|git -C\) ' "$TESTDIR/way" >"$TESTDIR/steps"; sh "$TESTDIR/steps" 2>&1
--- end
$ chmod +x follow && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create -q p && claudestep sync -q --force-first && claudestep task add -q p --description One && claudestep sync -q
# In a repository that is pushed to, where git keeps no reflog: what is left of the line says it.
$ cd ../remote.git && git tag v1 claudestep-metadata && git pack-refs --all && cp packed-refs ../packed && truncate -s 100 packed-refs && claudestep list
! error: cannot read the ref 'refs/heads/claudestep-metadata'
!   caused by: the file packed-refs is cut: its last line has no end
! hint: cat "$(git rev-parse --path-format=absolute --git-path logs/refs/heads/claudestep-metadata)"
[5]
$ ../follow; claudestep doctor | tail -n 1 && claudestep list && wc -l <packed-refs
the file of packed refs is cut: the next 3 hints, one after the other, move it aside and write its whole lines anew, and put the branch where what is left of its line says that it was; where other refs at its end were, their reflogs know, or for tags and where there is no reflog another clone; then claudestep doctor looks again
mv -n $TESTDIR/remote.git/packed-refs $TESTDIR/remote.git/damaged-packed-refs
sed '$d' $TESTDIR/remote.git/damaged-packed-refs >$TESTDIR/remote.git/damaged-packed-refs.whole && mv -n $TESTDIR/remote.git/damaged-packed-refs.whole $TESTDIR/remote.git/packed-refs
git -C $TESTDIR/remote.git update-ref refs/heads/claudestep-metadata 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 0000000000000000000000000000000000000000
all is well
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  p        not_started   0/1  2026-01-01  2026-01-01  -
1
# Nothing is left: no write begins another branch before the commit is found.
$ git update-ref -d refs/heads/claudestep-metadata && cp ../packed packed-refs && truncate -s 70 packed-refs && ../follow; claudestep project create other
the file of packed refs is cut: the next 3 hints, one after the other, move it aside and write its whole lines anew, after a file that says nothing has taken the place of the branch, which may have been in what is gone: so nothing begins another one; where other refs at its end were, their reflogs know, or for tags and where there is no reflog another clone; then claudestep doctor looks again
mkdir -p $TESTDIR/remote.git/refs/heads && : >>$TESTDIR/remote.git/refs/heads/claudestep-metadata
mv -n $TESTDIR/remote.git/packed-refs $TESTDIR/remote.git/damaged-packed-refs-2
sed '$d' $TESTDIR/remote.git/damaged-packed-refs-2 >$TESTDIR/remote.git/damaged-packed-refs.whole && mv -n $TESTDIR/remote.git/damaged-packed-refs.whole $TESTDIR/remote.git/packed-refs
! error: cannot read the ref 'refs/heads/claudestep-metadata'
!   caused by: corrupted loose reference file: refs/heads/claudestep-metadata
! hint: claudestep doctor
[5]
$ ../follow; claudestep project create other
the file of the branch is damaged, and no reflog says where it was: the next hint lists the commits that nothing leads to; the one after it, with the one that was written last in the place of COMMIT, moves the file aside and puts the branch there; what another clone has of it, its next claudestep sync brings
git -C $TESTDIR/remote.git fsck --no-reflogs --lost-found
tip=COMMIT && git -C $TESTDIR/remote.git cat-file -e $tip && mv -n $TESTDIR/remote.git/refs/heads/claudestep-metadata $TESTDIR/remote.git/damaged-refs-heads-claudestep-metadata && git -C $TESTDIR/remote.git update-ref refs/heads/claudestep-metadata $tip 0000000000000000000000000000000000000000
error: refs/heads/claudestep-metadata: invalid sha1 pointer 0000000000000000000000000000000000000000
notice: HEAD points to an unborn branch (main)
notice: No default references
dangling commit 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851
! error: cannot read the ref 'refs/heads/claudestep-metadata'
!   caused by: corrupted loose reference file: refs/heads/claudestep-metadata
! hint: claudestep doctor
[5]
# As it is printed it moves nothing; with the commit it does.
$ tail -n 1 ../way | sh; claudestep project create other; tail -n 1 ../way | sed "s/COMMIT/$(git fsck --no-reflogs --lost-found 2>/dev/null | sed -n 's/dangling commit //p')/" | sh; claudestep doctor | tail -n 1 && claudestep list && cd ../one && claudestep sync
all is well
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  p        not_started   0/1  2026-01-01  2026-01-01  -
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
! fatal: Not a valid object name COMMIT
! error: cannot read the ref 'refs/heads/claudestep-metadata'
!   caused by: corrupted loose reference file: refs/heads/claudestep-metadata
! hint: claudestep doctor
# One power failure cut it and emptied the file of the branch: one after the other.
$ git pack-refs --all && claudestep task add -q p --description Two && : >.git/refs/heads/claudestep-metadata && truncate -s -5 .git/packed-refs && ../follow; ../follow; claudestep doctor | tail -n 1 && claudestep task list p
the file of packed refs is cut: the next 2 hints, one after the other, move it aside and write its whole lines anew; where other refs at its end were, their reflogs know, or for tags and where there is no reflog another clone; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs
sed '$d' $TESTDIR/one/.git/damaged-packed-refs >$TESTDIR/one/.git/damaged-packed-refs.whole && mv -n $TESTDIR/one/.git/damaged-packed-refs.whole $TESTDIR/one/.git/packed-refs
the file of the branch is damaged: the next 2 hints, one after the other, move the file aside and put the branch where its reflog says that it was last (where git refuses that, since somebody wrote meanwhile: claudestep merge 856375d35e21f8cef4993c13dd95d0cc44ab0a1c); then claudestep doctor looks again
mv -n $TESTDIR/one/.git/refs/heads/claudestep-metadata $TESTDIR/one/.git/damaged-refs-heads-claudestep-metadata
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 856375d35e21f8cef4993c13dd95d0cc44ab0a1c 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
# The branch was packed before: what it is once its file is away is what git has to find. A claudestep writes nothing meanwhile; what git wrote stays.
$ git pack-refs --all && claudestep task add -q p --description Three && : >.git/refs/heads/claudestep-metadata && claudestep doctor | sed -n 's/.*hint: \(the file\|mv\|git -C .*update-ref\)/\1/p' | tee ../way; sed -n 2p ../way | sh; claudestep task add p --description Meanwhile; git update-ref refs/heads/claudestep-metadata "$(git commit-tree -p claudestep-metadata -m Meanwhile 'claudestep-metadata^{tree}')"; sed -n 3p ../way | sh; claudestep doctor | tail -n 1; claudestep merge $(sed -n '1s/.*claudestep merge \([0-9a-f]*\).*/\1/p' ../way) && claudestep task list p
the file of the branch is damaged: the next 2 hints, one after the other, move the file aside and put the branch where its reflog says that it was last (where git refuses that, since somebody wrote meanwhile: claudestep merge 5490848a38bcaac058a364b75ba8f47e74c26f27); then claudestep doctor looks again
mv -n $TESTDIR/one/.git/refs/heads/claudestep-metadata $TESTDIR/one/.git/damaged-refs-heads-claudestep-metadata-2
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 5490848a38bcaac058a364b75ba8f47e74c26f27 856375d35e21f8cef4993c13dd95d0cc44ab0a1c
all is well
[e681b38] merge '5490848a38bcaac058a364b75ba8f47e74c26f27' into 'claudestep-metadata'
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
! error: the file of the branch 'claudestep-metadata' is gone, and packed-refs has an older value
!   caused by: it was last at 5490848a38bcaac058a364b75ba8f47e74c26f27, which is built on that and to which the next hint puts it back
! hint: git update-ref refs/heads/claudestep-metadata 5490848a38bcaac058a364b75ba8f47e74c26f27 856375d35e21f8cef4993c13dd95d0cc44ab0a1c
! fatal: update_ref failed for ref 'refs/heads/claudestep-metadata': cannot lock ref 'refs/heads/claudestep-metadata': is at bac5949057f53e34a0293877d52950ae23b05e91 but expected 856375d35e21f8cef4993c13dd95d0cc44ab0a1c
# All of it given once more moves nothing.
$ sed 1d ../way | sh; claudestep doctor | tail -n 1; claudestep task list p
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
! fatal: update_ref failed for ref 'refs/heads/claudestep-metadata': cannot lock ref 'refs/heads/claudestep-metadata': is at e681b38b580eb477531e38c327294e121b3c9b67 but expected 856375d35e21f8cef4993c13dd95d0cc44ab0a1c
# Something that is no file lies there.
$ cd .. && git init -q folder && cd folder && claudestep project create p -q && mkdir .git/packed-refs && claudestep doctor | tail -n 1
1 problem, 0 warnings
