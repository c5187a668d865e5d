# Damage in what git looks objects and commits up in, while these are whole: nothing is lost, and no way back is to be taken. What doctor prints is run as it is printed.
--- file follow
#!/bin/sh
# Runs the commands that doctor prints, as they are printed.
claudestep doctor | sed -n 's/^ *hint: \(a file\|files\|objects\) /\1 /p; /^problem/{s/: the commit .*//; p}' | sed 's/pack-[0-9a-f]\{40\}/pack-ID/g'; claudestep doctor | sed -n '/ fsck$/d; s/.*hint: \(mv\|git -C\) /\1 /p' >"$TESTDIR/steps"; sed 's/pack-[0-9a-f]\{40\}/pack-ID/g' "$TESTDIR/steps"; sh "$TESTDIR/steps" >/dev/null && claudestep doctor | tail -n 1
--- end
--- file flip
#!/usr/bin/env python3
# Flips a bit of the last byte of the id in the index of a pack; or the tail of a file, from a chunk on, is zeros.
import os, struct, sys

path, what = sys.argv[1:]
os.chmod(path, 0o644)
data = bytearray(open(path, 'rb').read())
if len(what) == 40:
    data[data.index(bytes.fromhex(what)) + 19] ^= 1
else:
    at = data.index(what.encode())
    begin = struct.unpack('>Q', data[at + 4:at + 12])[0]
    data[begin:] = bytes(len(data) - begin)
open(path, 'wb').write(data)
--- end
$ chmod +x follow flip && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create -q p && claudestep sync -q --force-first && claudestep task add -q p --description One && git repack -q && claudestep task add -q p --description Two && git repack -q && cp -r .git ../kept
--- file anew
#!/bin/sh
rm -rf .git && cp -r "$TESTDIR/kept" .git
--- end
# A commit-graph whose end a power cut left as zeros: git takes the commits for others, and refuses to push. That is no push that came too late.
$ chmod +x ../anew && git commit-graph write --reachable && ../flip .git/objects/info/commit-graph CDAT && claudestep sync
! error: git here refuses to push to 'origin': [rejected] (non-fast-forward)
!   caused by: error: failed to push some refs to '../remote.git'
!   caused by: the branch does contain b61ea39, which the remote has: git sees other commits here than there are
!   caused by: what was written is safe in the local branch
! hint: claudestep doctor
[7]
$ claudestep next p --claim
! error: git here refuses to push to 'origin': [rejected] (non-fast-forward)
!   caused by: error: failed to push some refs to '../remote.git'
!   caused by: the branch does contain b61ea39, which the remote has: git sees other commits here than there are
!   caused by: nothing was written
! hint: claudestep doctor
! hint: --no-sync claims in this repository alone
[7]
$ ../follow && claudestep sync && claudestep task list p
problem  objects     what git looks up objects and commits in is damaged: it may take them for lost, or what the remote has for no part of the branch, and refuse a push
a file in which git looks up objects or commits is not to be trusted, and nothing is only there: the next hint moves it aside; git reads the objects themselves then, and git gc makes it anew; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/objects/info/commit-graph $TESTDIR/one/.git/damaged-commit-graph
all is well
[e8d3650] sync 'claudestep-metadata' with 'origin'
  pushed  b61ea39..e8d3650
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
# The same in the files of a chain.
$ ../anew && git commit-graph write --reachable --split && ../flip .git/objects/info/commit-graphs/*.graph CDAT && ../follow && claudestep sync -q
problem  objects     what git looks up objects and commits in is damaged: it may take them for lost, or what the remote has for no part of the branch, and refuse a push
a file in which git looks up objects or commits is not to be trusted, and nothing is only there: the next hint moves it aside; git reads the objects themselves then, and git gc makes it anew; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/objects/info/commit-graphs $TESTDIR/one/.git/damaged-commit-graphs
all is well
# An index of many packs: to git and to the tool no ref names a commit.
$ ../anew && git multi-pack-index write && ../flip .git/objects/pack/multi-pack-index OOFF && ../follow && claudestep sync -q && claudestep task list p
problem  branch      'refs/heads/claudestep-metadata' names something unknown, not a commit
a file in which git looks up objects or commits is not to be trusted, and nothing is only there: the next hint moves it aside; git reads the objects themselves then, and git multi-pack-index write makes it anew; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/objects/pack/multi-pack-index $TESTDIR/one/.git/damaged-multi-pack-index
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
# Both at once.
$ ../anew && git multi-pack-index write && git commit-graph write --reachable && ../flip .git/objects/pack/multi-pack-index OOFF && ../flip .git/objects/info/commit-graph CDAT && ../follow
problem  branch      'refs/heads/claudestep-metadata' names something unknown, not a commit
files in which git looks up objects or commits are not to be trusted, and nothing is only there: the next 2 hints, one after the other, move them aside; git reads the objects themselves then, and git gc and git multi-pack-index write make them anew; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/objects/info/commit-graph $TESTDIR/one/.git/damaged-commit-graph
mv -n $TESTDIR/one/.git/objects/pack/multi-pack-index $TESTDIR/one/.git/damaged-multi-pack-index
all is well
# One bit of the index of a pack: the tip seems to be lost, and is in the pack.
$ ../anew && git gc -q && ../flip .git/objects/pack/*.idx $(git rev-parse claudestep-metadata) && ../follow && claudestep task list p && claudestep sync -q
problem  branch      'refs/heads/claudestep-metadata' cannot be followed
objects are in a pack whose index is lost or damaged: the next 2 hints, one after the other, write it anew; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/objects/pack/pack-ID.idx $TESTDIR/one/.git/damaged-pack-ID.idx
git -C $TESTDIR/one index-pack $TESTDIR/one/.git/objects/pack/pack-ID.pack
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
# A commit that stands for another one, to git alone.
$ ../anew && claudestep sync -q && claudestep task add -q p --description Three && git replace claudestep-metadata $(git commit-tree -m other claudestep-metadata^{tree}) && claudestep sync
! error: git here refuses to push to 'origin': [rejected] (non-fast-forward)
!   caused by: error: failed to push some refs to '../remote.git'
!   caused by: the branch does contain e8d3650, which the remote has: git sees other commits here than there are
!   caused by: what was written is safe in the local branch
! hint: claudestep doctor
[7]
$ claudestep doctor | grep -A 1 ^problem; git replace -d $(git rev-parse claudestep-metadata) >/dev/null && claudestep sync -q && claudestep doctor | tail -n 1
problem  objects     git does not take 'refs/remotes/origin/claudestep-metadata' for a part of the branch, which is built upon it: claudestep sync fails
                     hint: to git alone a commit may have other parents: by the file info/grafts, or by git replace, of which the next hint lists the commits; git replace -d takes it back
all is well
