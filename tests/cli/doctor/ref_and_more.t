# The file of the branch is damaged or gone, and something else of it is lost as well. First the ref is put where it was last; what else is lost is mended then, with nothing given up for it.
--- file follow
#!/bin/sh
# Runs what doctor prints as the way, as it is printed, until all is well.
for round in 1 2 3; do
  claudestep doctor | sed -n '/ fsck$/d; /hint: cat/d; s/.*hint: //p' >"$TESTDIR/way"
  [ -s "$TESTDIR/way" ] || break
  cat "$TESTDIR/way" && grep '^\(mv\|git -C\) ' "$TESTDIR/way" >"$TESTDIR/steps"
  sh "$TESTDIR/steps" 2>&1
done
claudestep doctor | tail -n 1
--- end
--- file lose
#!/bin/sh
rm -f ".git/objects/$(git rev-parse "$1" | sed 's|..|&/|')"
--- end
$ chmod +x follow lose && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create -q p && claudestep sync -q --force-first && for task in One Two Three Four; do claudestep task add -q p --description $task; done
# An earlier version of a file, and the file of the branch is empty: none of the four tasks goes.
$ cp -r ../one ../two && cp -r ../one ../three && cp -r ../one ../four && cp -r ../one ../five && ../lose claudestep-metadata~2:projects/p.json && : >.git/refs/heads/claudestep-metadata && ../follow && claudestep task list p && claudestep sync
the file of the branch is damaged: the next 2 hints, one after the other, move the file aside and put the branch where its reflog says that it was last (where git refuses that, since somebody wrote meanwhile: claudestep merge a284c74817b3d8df7324ec93457a842a5bb1912e); then claudestep doctor looks again
mv -n $TESTDIR/one/.git/refs/heads/claudestep-metadata $TESTDIR/one/.git/damaged-refs-heads-claudestep-metadata
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata a284c74817b3d8df7324ec93457a842a5bb1912e 0000000000000000000000000000000000000000
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 4 moves ago
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/one commit-tree 3f86c311536a7c9222796815e831a96d231acad2 -p 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 -m 'the history between is lost')" a284c74817b3d8df7324ec93457a842a5bb1912e
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
     4  12f5aedc  pending, ready  Four
[c754d2b] sync 'claudestep-metadata' with 'origin'
  pushed  b61ea39..c754d2b
# The file of the branch is gone: one thing at a time as well.
$ cd ../two && ../lose claudestep-metadata~2:projects/p.json && rm .git/refs/heads/claudestep-metadata && ../follow && claudestep task list p
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata a284c74817b3d8df7324ec93457a842a5bb1912e 0000000000000000000000000000000000000000
then claudestep doctor looks again
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 4 moves ago
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/two commit-tree 3f86c311536a7c9222796815e831a96d231acad2 -p 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 -m 'the history between is lost')" a284c74817b3d8df7324ec93457a842a5bb1912e
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
     4  12f5aedc  pending, ready  Four
# A commit of the history.
$ cd ../three && ../lose claudestep-metadata~2 && : >.git/refs/heads/claudestep-metadata && ../follow && claudestep task list p
the file of the branch is damaged: the next 2 hints, one after the other, move the file aside and put the branch where its reflog says that it was last (where git refuses that, since somebody wrote meanwhile: claudestep merge a284c74817b3d8df7324ec93457a842a5bb1912e); then claudestep doctor looks again
mv -n $TESTDIR/three/.git/refs/heads/claudestep-metadata $TESTDIR/three/.git/damaged-refs-heads-claudestep-metadata
git -C $TESTDIR/three update-ref refs/heads/claudestep-metadata a284c74817b3d8df7324ec93457a842a5bb1912e 0000000000000000000000000000000000000000
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 4 moves ago
git -C $TESTDIR/three update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/three commit-tree 3f86c311536a7c9222796815e831a96d231acad2 -p 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 -m 'the history between is lost')" a284c74817b3d8df7324ec93457a842a5bb1912e
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
     4  12f5aedc  pending, ready  Four
# The last commit itself is lost: where the branch was before that is there.
$ cd ../four && ../lose claudestep-metadata~3:projects/p.json && ../lose claudestep-metadata && : >.git/refs/heads/claudestep-metadata && ../follow && claudestep task list p
the file of the branch is damaged: the next 2 hints, one after the other, move the file aside and put the branch where its reflog says that it was, at the newest tip that is there, 1 move before the last (where git refuses that, since somebody wrote meanwhile: claudestep merge b09debf0f14f4ac6846b8f1174e85902e177dd42); then claudestep doctor looks again
mv -n $TESTDIR/four/.git/refs/heads/claudestep-metadata $TESTDIR/four/.git/damaged-refs-heads-claudestep-metadata
git -C $TESTDIR/four update-ref refs/heads/claudestep-metadata b09debf0f14f4ac6846b8f1174e85902e177dd42 0000000000000000000000000000000000000000
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 5 moves ago
git -C $TESTDIR/four update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/four commit-tree ca1a340365c56ae79cb3faf0ad65dc6c6170e13e -p b61ea395bc090337bbfd9a7e55ec5b8373a4a0b9 -m 'the history between is lost')" b09debf0f14f4ac6846b8f1174e85902e177dd42
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
$ cd ../five && ../lose claudestep-metadata~3:projects/p.json && ../lose claudestep-metadata && rm .git/refs/heads/claudestep-metadata && ../follow && claudestep task list p
that commit is lost: the next hint puts the branch where its reflog says that it was, at the newest tip that is there, 1 move before the last; then claudestep doctor looks again
git -C $TESTDIR/five update-ref refs/heads/claudestep-metadata b09debf0f14f4ac6846b8f1174e85902e177dd42 0000000000000000000000000000000000000000
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 5 moves ago
git -C $TESTDIR/five update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/five commit-tree ca1a340365c56ae79cb3faf0ad65dc6c6170e13e -p b61ea395bc090337bbfd9a7e55ec5b8373a4a0b9 -m 'the history between is lost')" b09debf0f14f4ac6846b8f1174e85902e177dd42
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
