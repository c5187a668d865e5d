# A file of an object is damaged, or empty after a power failure, and a work tree or the remote has what was in it. What doctor prints is run as it is printed, until all is well.
--- file follow
#!/bin/sh
# Runs what doctor prints as the way, as it is printed.
claudestep doctor | sed -n '/ fsck/d; s/.*hint: \(nothing is\|a work tree still\|first:\|only where\|where nobody else\|the file of the\|mv \|git -C\)/\1/p' | tee way && awk '/^only where/ && steps { exit } /^(mv|git) / { steps = 1; print }' way | sh
--- end
--- file damage
#!/bin/sh
# Empties the file of each object.
for id in $(git rev-parse "$@"); do file=.git/objects/$(echo $id | sed 's|..|&/|') && chmod u+w $file && : >$file; done
--- end
$ chmod +x follow damage && git init -q one && cd one && claudestep project create -q p && claudestep task add -q p --description One && git worktree add -q ../w claudestep-metadata && claudestep task add -q p --description Two
# The file of a project.
$ ../damage claudestep-metadata:projects/p.json && ../follow && ../follow && claudestep doctor | tail -n 1
nothing is written anew where a damaged file is: the next hint moves it aside; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/objects/c8/c46f539af827e7ed0fa905810efdbc7c6a28af $TESTDIR/one/.git/damaged-c8c46f539af827e7ed0fa905810efdbc7c6a28af
a work tree still has some of what is missing: the next hint writes it anew; then claudestep doctor looks again
git -C $TESTDIR/w hash-object -w -- projects/p.json
c8c46f539af827e7ed0fa905810efdbc7c6a28af
all is well
# The root and a folder: the index of the work tree tells what was in them.
$ ../damage claudestep-metadata^{tree} claudestep-metadata:projects && ../follow && ../follow && claudestep doctor | tail -n 1
nothing is written anew where a damaged file is: the next 2 hints, one after the other, move them aside; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/objects/d3/d7cb170fac7b9d00544bc41a1124c9e91f3fdf $TESTDIR/one/.git/damaged-d3d7cb170fac7b9d00544bc41a1124c9e91f3fdf
mv -n $TESTDIR/one/.git/objects/56/732cffc04bcce0ab7a6c884f9b5147a8f24f6b $TESTDIR/one/.git/damaged-56732cffc04bcce0ab7a6c884f9b5147a8f24f6b
a work tree still has some of what is missing: the next hint writes it anew; then claudestep doctor looks again
git -C $TESTDIR/w ls-files --stage -z | (export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/w update-index -z --index-info && git -C $TESTDIR/w write-tree; rm -f "$GIT_INDEX_FILE")
d3d7cb170fac7b9d00544bc41a1124c9e91f3fdf
all is well
$ claudestep task list p && git -C ../w status --short && git fsck --no-dangling 2>/dev/null && ls .git | grep damaged
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
damaged-56732cffc04bcce0ab7a6c884f9b5147a8f24f6b
damaged-c8c46f539af827e7ed0fa905810efdbc7c6a28af
damaged-d3d7cb170fac7b9d00544bc41a1124c9e91f3fdf
# The same beside something staged.
$ echo mine >../w/notes && git -C ../w add notes && ../damage claudestep-metadata:projects && ../follow && ../follow && git -C ../w status --short && claudestep task list p
nothing is written anew where a damaged file is: the next hint moves it aside; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/objects/56/732cffc04bcce0ab7a6c884f9b5147a8f24f6b $TESTDIR/one/.git/damaged-56732cffc04bcce0ab7a6c884f9b5147a8f24f6b-2
a work tree still has some of what is missing: the next hint writes it anew; then claudestep doctor looks again
git -C $TESTDIR/w ls-files --stage -z | (export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/w update-index -z --index-info && git -C $TESTDIR/w write-tree; rm -f "$GIT_INDEX_FILE")
72d7fb161bd879498f8b92940d97aacb174dbc93
A  notes
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
# The commit, which the remote has.
$ cd .. && git init -q --bare remote.git && git init -q two && cd two && git remote add origin ../remote.git && claudestep project create -q p && claudestep task add -q p --description One && claudestep sync -q --force-first
$ ../damage claudestep-metadata && ../follow && ../follow 2>&1 && claudestep doctor | tail -n 1
nothing is written anew where a damaged file is: the next hint moves it aside; then claudestep doctor looks again
mv -n $TESTDIR/two/.git/objects/6b/800a0acb34dc1e7e9eca4f78496c8f7b3dc055 $TESTDIR/two/.git/damaged-6b800a0acb34dc1e7e9eca4f78496c8f7b3dc055
first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
git -C $TESTDIR/two fetch --refetch origin
only where it still says so then: the next hint goes back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was
git -C $TESTDIR/two cat-file -e 6b800a0acb34dc1e7e9eca4f78496c8f7b3dc055 2>/dev/null || git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata 4c810f2345f5dadbc820b9fb4085ad8208d07f43 6b800a0acb34dc1e7e9eca4f78496c8f7b3dc055
all is well
$ claudestep task list p && claudestep sync
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
# The file of the branch itself.
$ : >.git/refs/heads/claudestep-metadata && claudestep task add p --description Two
! error: cannot read the ref 'refs/heads/claudestep-metadata'
!   caused by: corrupted loose reference file: refs/heads/claudestep-metadata
! hint: claudestep doctor
[5]
$ claudestep doctor | grep -v '^ok' && ../follow && claudestep doctor | tail -n 1
problem  branch      cannot read the ref 'refs/heads/claudestep-metadata': corrupted loose reference file: refs/heads/claudestep-metadata
                     hint: cat $TESTDIR/two/.git/logs/refs/heads/claudestep-metadata
                     hint: the file of the branch is damaged: the next 2 hints, one after the other, move the file aside and put the branch where its reflog says that it was last (where git refuses that, since somebody wrote meanwhile: claudestep merge 6b800a0acb34dc1e7e9eca4f78496c8f7b3dc055); then claudestep doctor looks again
                     hint: mv -n $TESTDIR/two/.git/refs/heads/claudestep-metadata $TESTDIR/two/.git/damaged-refs-heads-claudestep-metadata
                     hint: git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata 6b800a0acb34dc1e7e9eca4f78496c8f7b3dc055 0000000000000000000000000000000000000000
1 problem, 0 warnings
the file of the branch is damaged: the next 2 hints, one after the other, move the file aside and put the branch where its reflog says that it was last (where git refuses that, since somebody wrote meanwhile: claudestep merge 6b800a0acb34dc1e7e9eca4f78496c8f7b3dc055); then claudestep doctor looks again
mv -n $TESTDIR/two/.git/refs/heads/claudestep-metadata $TESTDIR/two/.git/damaged-refs-heads-claudestep-metadata
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata 6b800a0acb34dc1e7e9eca4f78496c8f7b3dc055 0000000000000000000000000000000000000000
all is well
$ claudestep task add p --description Two
[6da0e51] p: add task 'Two'
# Its file, and the commit that it was at.
$ ../damage claudestep-metadata && : >.git/refs/heads/claudestep-metadata && ../follow && claudestep task list p && claudestep doctor | tail -n 1
the file of the branch is damaged: the next 2 hints, one after the other, move the file aside and put the branch where its reflog says that it was, at the newest tip that is there, 1 move before the last (where git refuses that, since somebody wrote meanwhile: claudestep merge 6b800a0acb34dc1e7e9eca4f78496c8f7b3dc055); then claudestep doctor looks again
mv -n $TESTDIR/two/.git/refs/heads/claudestep-metadata $TESTDIR/two/.git/damaged-refs-heads-claudestep-metadata-2
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata 6b800a0acb34dc1e7e9eca4f78496c8f7b3dc055 0000000000000000000000000000000000000000
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
1 problem, 0 warnings
# The same after a power failure that cut the reflog as well, so that it does not tell of the last write: git finds that.
$ claudestep task add -q p --description Last && log=.git/logs/refs/heads/claudestep-metadata && size=$(sed '$d' $log | wc -c) && truncate -s $((size + 60)) $log && : >.git/refs/heads/claudestep-metadata
$ claudestep doctor | grep 'hint' | grep -v 'hint: cat'
                     hint: the file of the branch is damaged, and the last line of its reflog is cut: where the branch was last is among the commits that the next hint lists
                     hint: git -C $TESTDIR/two fsck --no-reflogs --lost-found
                     hint: the reflog knows only of what was before: the next 2 hints, one after the other, move the file aside and put the branch where its reflog says that it was (where git refuses that, since somebody wrote meanwhile: claudestep merge 6b800a0acb34dc1e7e9eca4f78496c8f7b3dc055); then claudestep merge COMMIT brings the rest back, and claudestep doctor looks again
                     hint: mv -n $TESTDIR/two/.git/refs/heads/claudestep-metadata $TESTDIR/two/.git/damaged-refs-heads-claudestep-metadata-3
                     hint: git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata 6b800a0acb34dc1e7e9eca4f78496c8f7b3dc055 0000000000000000000000000000000000000000
$ git fsck --no-reflogs --lost-found 2>/dev/null | tee ../lost; ../follow && claudestep merge $(sed -n 's/dangling commit //p' ../lost) && claudestep task list p && claudestep doctor | tail -n 1
dangling commit 539eb06ac31d0b7d7fe793d616c5e78b09603daf
dangling tree 6f7a9ad7d8ef2bf91fc32bd376ecb7e80903a07a
the file of the branch is damaged, and the last line of its reflog is cut: where the branch was last is among the commits that the next hint lists
mv -n $TESTDIR/two/.git/refs/heads/claudestep-metadata $TESTDIR/two/.git/damaged-refs-heads-claudestep-metadata-3
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata 6b800a0acb34dc1e7e9eca4f78496c8f7b3dc055 0000000000000000000000000000000000000000
[539eb06] move 'claudestep-metadata' forward to '539eb06ac31d0b7d7fe793d616c5e78b09603daf'
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  eb970eb0  pending, ready  Last
1 problem, 0 warnings
# Without a reflog what was synced is there still, and git finds the rest.
$ claudestep sync -q && claudestep task add -q p --description Unsynced && rm .git/logs/refs/heads/claudestep-metadata && : >.git/refs/heads/claudestep-metadata && claudestep task list p
! error: cannot read the ref 'refs/heads/claudestep-metadata'
!   caused by: corrupted loose reference file: refs/heads/claudestep-metadata
! hint: cat "$(git rev-parse --path-format=absolute --git-path logs/refs/heads/claudestep-metadata)"
[5]
$ claudestep doctor | grep -A9 problem && ../follow && git fsck --no-reflogs --lost-found 2>/dev/null | tee ../lost && claudestep task list p && claudestep sync
problem  branch      cannot read the ref 'refs/heads/claudestep-metadata': corrupted loose reference file: refs/heads/claudestep-metadata
                     hint: the file of the branch is damaged, and no reflog says where it was: the next hint moves it aside; then 'refs/remotes/origin/claudestep-metadata' is read, and the next claudestep sync makes the branch from it
                     hint: mv -n $TESTDIR/two/.git/refs/heads/claudestep-metadata $TESTDIR/two/.git/damaged-refs-heads-claudestep-metadata-4
                     hint: what was never synced is among the commits that git -C $TESTDIR/two fsck --no-reflogs --lost-found lists: claudestep merge COMMIT brings it back
ok       objects     26 loose objects
1 problem, 0 warnings
the file of the branch is damaged, and no reflog says where it was: the next hint moves it aside; then 'refs/remotes/origin/claudestep-metadata' is read, and the next claudestep sync makes the branch from it
mv -n $TESTDIR/two/.git/refs/heads/claudestep-metadata $TESTDIR/two/.git/damaged-refs-heads-claudestep-metadata-4
dangling commit ccb31cc0510503ca5b93f605a8b437872bf45a88
dangling tree 6f7a9ad7d8ef2bf91fc32bd376ecb7e80903a07a
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  eb970eb0  pending, ready  Last
[539eb06] sync 'claudestep-metadata' with 'origin'
  fetched nothing..539eb06
$ claudestep merge $(sed -n 's/dangling commit //p' ../lost) && claudestep task list p && claudestep doctor | tail -n 1
[ccb31cc] move 'claudestep-metadata' forward to 'ccb31cc0510503ca5b93f605a8b437872bf45a88'
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  eb970eb0  pending, ready  Last
     3  48f1534d  pending, ready  Unsynced
1 problem, 0 warnings
# Nor a remote: git knows all.
$ cd ../one && rm .git/logs/refs/heads/claudestep-metadata && : >.git/refs/heads/claudestep-metadata && claudestep doctor | grep -A9 'problem  branch' ; git fsck --no-reflogs --lost-found 2>/dev/null | tee ../lost; claudestep doctor | sed -n "s/.*hint: tip=COMMIT/tip=$(sed -n 's/dangling commit //p' ../lost)/p" | sh && claudestep doctor | tail -n 1
problem  branch      cannot read the ref 'refs/heads/claudestep-metadata': corrupted loose reference file: refs/heads/claudestep-metadata
                     hint: the file of the branch is damaged, and no reflog says where it was: the next hint lists the commits that nothing leads to; the one after it, with the one that was written last in the place of COMMIT, moves the file aside and puts the branch there; what another clone has of it, its next claudestep sync brings
                     hint: git -C $TESTDIR/one fsck --no-reflogs --lost-found
                     hint: tip=COMMIT && git -C $TESTDIR/one cat-file -e $tip && mv -n $TESTDIR/one/.git/refs/heads/claudestep-metadata $TESTDIR/one/.git/damaged-refs-heads-claudestep-metadata && git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata $tip 0000000000000000000000000000000000000000
ok       objects     20 loose objects
1 problem, 0 warnings
dangling commit e8d3650de79a5c856c95813e92cbd6d806d74e69
dangling tree 72d7fb161bd879498f8b92940d97aacb174dbc93
0 problems, 1 warning
