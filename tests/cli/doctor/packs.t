# Files of a pack are cut or gone. What doctor prints is run as it is printed, until all is well.
--- file follow
#!/bin/sh
# Runs what doctor prints as the way, as it is printed.
claudestep doctor | sed -n '/ fsck$/d; /hint: \(cat\|look\|claudestep\|it only\)/d; s/.*hint: //p' | sed 's/pack-[0-9a-f]\{40\}/pack-ID/g' && claudestep doctor | sed -n '/ fsck$/d; s/.*hint: \(mv\|git -C\) /\1 /p' >"$TESTDIR/steps"; sh "$TESTDIR/steps" 2>&1 | sed '/^error: \(refs\|HEAD\|index file\)/d; s/^[0-9a-f]\{40\}$/ID/'
--- end
$ chmod +x follow && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create -q p && claudestep sync -q --force-first && for task in One Two Three; do claudestep task add -q p --description $task; done && claudestep sync -q && cp -r .git ../kept
--- file pack
#!/bin/sh
# All in one pack, whose files may be written.
rm -rf .git && cp -r "$TESTDIR/kept" .git && git repack -q -a -d && chmod u+w .git/objects/pack/*
--- end
# The index is gone; or it is empty.
$ chmod +x ../pack && ../pack && rm .git/objects/pack/*.idx && ../follow; claudestep doctor | tail -n 1
objects are in a pack whose index is lost or damaged: the next hint writes it anew; then claudestep doctor looks again
git -C $TESTDIR/one index-pack $TESTDIR/one/.git/objects/pack/pack-ID.pack
ID
all is well
$ ../pack && : >.git/objects/pack/$(ls .git/objects/pack | grep idx) && ../follow; claudestep doctor | tail -n 1
objects are in a pack whose index is lost or damaged: the next 2 hints, one after the other, write it anew; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/objects/pack/pack-ID.idx $TESTDIR/one/.git/damaged-pack-ID.idx
git -C $TESTDIR/one index-pack $TESTDIR/one/.git/objects/pack/pack-ID.pack
ID
all is well
# The pack is cut: what is before the cut is written anew, and the rest comes from the remote.
$ ../pack && truncate -s 700 .git/objects/pack/*.pack && ../follow; ../follow; claudestep doctor | tail -n 1; claudestep task list p && claudestep sync
objects are lost with a pack whose files are cut or gone: the next 3 hints, one after the other, move aside what is left of it and write anew what can still be read there, up to an error where it ends; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/objects/pack/pack-ID.idx $TESTDIR/one/.git/damaged-pack-ID.idx
mv -n $TESTDIR/one/.git/objects/pack/pack-ID.pack $TESTDIR/one/.git/damaged-pack-ID.pack
git -C $TESTDIR/one unpack-objects -q -r <$TESTDIR/one/.git/damaged-pack-ID.pack
fatal: early EOF
first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
git -C $TESTDIR/one fetch --refetch origin
only where it still says so then: the next hint brings it from another clone, with its path or address in the place of CLONE; then claudestep doctor looks again; where no clone has it, a new clone of the remote has what was synced
git -C $TESTDIR/one fetch --refetch CLONE refs/heads/claudestep-metadata
fatal: 'CLONE' does not appear to be a git repository
fatal: Could not read from remote repository.
\
Please make sure you have the correct access rights
and the repository exists.
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
# It is gone: the remote has all.
$ ../pack && rm .git/objects/pack/*.pack && ../follow; ../follow; claudestep doctor | tail -n 1; claudestep task list p && claudestep sync
objects are lost with a pack whose files are cut or gone: the next hint moves aside what is left of it; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/objects/pack/pack-ID.idx $TESTDIR/one/.git/damaged-pack-ID.idx
first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
git -C $TESTDIR/one fetch --refetch origin
only where it still says so then: the next hint brings it from another clone, with its path or address in the place of CLONE; then claudestep doctor looks again; where no clone has it, a new clone of the remote has what was synced
git -C $TESTDIR/one fetch --refetch CLONE refs/heads/claudestep-metadata
where the branch names what was never a commit, git -C $TESTDIR/one fsck --no-reflogs --lost-found lists the commits that nothing leads to; git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata COMMIT puts the branch at the one that was written last
fatal: 'CLONE' does not appear to be a git repository
fatal: Could not read from remote repository.
\
Please make sure you have the correct access rights
and the repository exists.
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
# Without a remote another clone has it.
$ git clone -q --bare ../remote.git ../other.git && ../pack && git remote remove origin && rm .git/objects/pack/*.pack && ../follow; ../follow; sed 's|CLONE|../other.git|' ../steps | sh 2>&1; claudestep doctor | tail -n 1; claudestep task list p
objects are lost with a pack whose files are cut or gone: the next hint moves aside what is left of it; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/objects/pack/pack-ID.idx $TESTDIR/one/.git/damaged-pack-ID.idx
nothing here has what is missing: the next hint brings it from another clone, with its path or address in the place of CLONE; then claudestep doctor looks again; where no clone has it, it is lost
git -C $TESTDIR/one fetch --refetch CLONE refs/heads/claudestep-metadata
where the branch names what was never a commit, git -C $TESTDIR/one fsck --no-reflogs --lost-found lists the commits that nothing leads to; git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata COMMIT puts the branch at the one that was written last
fatal: 'CLONE' does not appear to be a git repository
fatal: Could not read from remote repository.
\
Please make sure you have the correct access rights
and the repository exists.
From ../other
 * branch            claudestep-metadata -> FETCH_HEAD
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
# An index of version 1 is none that is damaged: what is missing is another object.
$ ../pack && rm .git/objects/pack/*.idx && git -c pack.indexVersion=1 index-pack .git/objects/pack/*.pack >../id && claudestep task add -q p --description Four && rm .git/objects/$(git rev-parse claudestep-metadata:projects | sed 's|..|&/|') && claudestep doctor | grep -c 'hint: .*pack'
0
[1]
# A file that the system does not let be read is not damaged either: nothing is moved.
$ ../pack && for file in .git/objects/pack/*.pack; do mv "$file" ../away && ln -s loop.pack .git/objects/pack/loop.pack && ln -s loop.pack "$file"; done; ../follow; mv ../away "$file" && rm .git/objects/pack/loop.pack && claudestep doctor | tail -n 1
$TESTDIR/one/.git/objects/pack/pack-ID.pack: Too many levels of symbolic links: what is in that pack only seems to be missing while git may not read it; nothing has to be moved; once it can be read, claudestep doctor looks again
all is well
# An index of many packs goes aside with a pack, and takes no place of what went aside before.
$ ../pack && git multi-pack-index write && touch .git/damaged-multi-pack-index && truncate -s 700 .git/objects/pack/*.pack && ../follow >../said; grep '^mv' ../said; ../follow >../said; claudestep doctor | tail -n 1; claudestep task list p && claudestep sync && git fsck
mv -n $TESTDIR/one/.git/objects/pack/multi-pack-index $TESTDIR/one/.git/damaged-multi-pack-index-2
mv -n $TESTDIR/one/.git/objects/pack/pack-ID.idx $TESTDIR/one/.git/damaged-pack-ID.idx
mv -n $TESTDIR/one/.git/objects/pack/pack-ID.pack $TESTDIR/one/.git/damaged-pack-ID.pack
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
! notice: HEAD points to an unborn branch (main)
