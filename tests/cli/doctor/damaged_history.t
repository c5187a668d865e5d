# The files of objects that only history has are damaged: empty, as a power cut leaves them. Git finds them as long as it does not read them.
--- file follow
#!/bin/sh
# Runs the commands that doctor prints, as they are printed, and shows them.
claudestep doctor | sed -n '/ fsck$/d; s/.*hint: \(mv\|git -C\) /\1 /p' >"$TESTDIR/steps"; sed "s/damaged-[0-9a-f]\{40\}/damaged-ID/; s/[0-9a-f]\{2\}\/[0-9a-f]\{38\}/ID/" "$TESTDIR/steps"; sh "$TESTDIR/steps" 2>&1
--- end
--- file empty
#!/bin/sh
# Empties the file of an object.
id=$(git rev-parse "$1") && file=$(git rev-parse --git-path "objects/$(echo "$id" | cut -c 1-2)/$(echo "$id" | cut -c 3-)") && chmod u+w "$file" && : >"$file"
--- end
$ chmod +x follow empty && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create -q p && claudestep sync -q --force-first && for task in One Two Three; do claudestep task add -q p --description $task; done && cp -r .git ../kept
--- file anew
#!/bin/sh
rm -rf .git && cp -r "$TESTDIR/kept" .git
--- end
# An earlier version of a file that was never pushed: no push can be. It goes out of the way, and then all that the branch has is put upon the newest tip that is whole.
$ chmod +x ../anew && ../empty claudestep-metadata~1:projects/p.json && claudestep doctor | grep ^problem; claudestep sync 2>&1 | grep -v '^  caused by'
problem  tip         the tip is whole, but some of what earlier commits have is missing or damaged, which no push can do without: claudestep sync fails
error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (unpacker error)
hint: claudestep doctor
hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
$ ../follow; claudestep doctor | grep ^problem; ../follow; claudestep doctor | tail -n 1 && claudestep sync && claudestep task list p
mv -n $TESTDIR/one/.git/objects/ID $TESTDIR/one/.git/damaged-ID
problem  tip         the tip is whole, but some of what earlier commits have is missing or damaged, which no push can do without: claudestep sync fails
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/one commit-tree ca1a340365c56ae79cb3faf0ad65dc6c6170e13e -p 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 -m 'the history between is lost')" b09debf0f14f4ac6846b8f1174e85902e177dd42
all is well
[bb8e548] sync 'claudestep-metadata' with 'origin'
  pushed  b61ea39..bb8e548
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
# A folder of then; a commit that the tip is not built upon directly.
$ ../anew && ../empty claudestep-metadata~1:projects && claudestep doctor | grep ^problem; ../follow >/dev/null && ../follow; claudestep doctor | tail -n 1
problem  tip         the tip is whole, but some of what earlier commits have is missing or damaged, which no push can do without: claudestep sync fails
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/one commit-tree ca1a340365c56ae79cb3faf0ad65dc6c6170e13e -p 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 -m 'the history between is lost')" b09debf0f14f4ac6846b8f1174e85902e177dd42
all is well
$ ../anew && ../empty claudestep-metadata~2 && claudestep doctor | grep ^problem; ../follow >/dev/null && ../follow; claudestep doctor | tail -n 1
problem  branch      cannot read the commit 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851: the file of the object 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 is damaged or cut short
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/one commit-tree ca1a340365c56ae79cb3faf0ad65dc6c6170e13e -p b61ea395bc090337bbfd9a7e55ec5b8373a4a0b9 -m 'the history between is lost')" b09debf0f14f4ac6846b8f1174e85902e177dd42
all is well
# Without a remote only what goes back needs it, and another clone may have it.
$ ../anew && git clone -q --mirror --no-hardlinks . ../two.git && git remote remove origin && ../empty claudestep-metadata~2:projects/p.json && claudestep doctor | grep -A 3 ^warning
warning  tip         the tip is whole, but some of what earlier commits have is missing or damaged: log and undo fail there, and so would a first sync with a remote
                     hint: reads and writes do without it
                     hint: nothing is written anew where a damaged file is: the next hint moves it aside; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/objects/bc/050b3ac4e07a845e693b55e1db7bd56f83d934 $TESTDIR/one/.git/damaged-bc050b3ac4e07a845e693b55e1db7bd56f83d934
$ ../follow; claudestep doctor | grep -A 5 ^warning
mv -n $TESTDIR/one/.git/objects/ID $TESTDIR/one/.git/damaged-ID
warning  tip         the tip is whole, but some of what earlier commits have is missing or damaged: log and undo fail there, and so would a first sync with a remote
                     hint: reads and writes do without it
                     hint: the next hint names what is lost
                     hint: git -C $TESTDIR/one fsck --no-dangling
                     hint: the next hint brings it from another clone, with its path or address in the place of CLONE; then claudestep doctor looks again; where no clone has it, it is lost
                     hint: git -C $TESTDIR/one fetch --refetch CLONE refs/heads/claudestep-metadata
$ git fetch -q --refetch ../two.git refs/heads/claudestep-metadata && claudestep doctor | tail -n 1
all is well
# Of more commits than a thousand the newest are looked at.
$ tip=$(git rev-parse claudestep-metadata) && (seq 1000 | while read -r n; do printf 'commit refs/heads/claudestep-metadata\ncommitter C O <c@o> %d +0000\ndata 2\n.\n\n' $((1767225600 + n)); if [ "$n" = 1 ]; then printf 'from %s\n' "$tip"; fi; done; echo done) | git fast-import --quiet && claudestep doctor | grep ' tip '
ok       tip         the tip is whole, and so is all that the newest 1000 commits have; git fsck looks at the others
# A bare clone, which has no reflog and notes nothing of the remote: the remote is asked.
$ ../anew && claudestep sync -q; git clone -q --bare --no-hardlinks ../remote.git ../bare.git && cd ../bare.git && ../empty claudestep-metadata && ../follow && claudestep doctor | grep -A 9 ^problem
mv -n $TESTDIR/bare.git/objects/ID $TESTDIR/bare.git/damaged-ID
problem  branch      'refs/heads/claudestep-metadata' cannot be followed: the commit 1f37e4d997f45fb73759f70820361be13be534f4 is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/bare.git fetch --refetch origin refs/heads/claudestep-metadata
                     hint: only where it still says so then: the next hint brings it from another clone, with its path or address in the place of CLONE; then claudestep doctor looks again; where no clone has it, a new clone of the remote has what was synced
                     hint: git -C $TESTDIR/bare.git fetch --refetch CLONE refs/heads/claudestep-metadata
                     hint: where the branch names what was never a commit, git -C $TESTDIR/bare.git fsck --no-reflogs --lost-found lists the commits that nothing leads to; git -C $TESTDIR/bare.git update-ref refs/heads/claudestep-metadata COMMIT puts the branch at the one that was written last
ok       objects     23 loose objects
ok       worktree    the branch is checked out nowhere
1 problem, 0 warnings
$ claudestep doctor | sed -n 's/^ *hint: \(git .* origin .*\)/\1/p' | sh 2>&1; claudestep doctor | tail -n 1; claudestep task list p
From $TESTDIR/one/../remote
 * branch            claudestep-metadata -> FETCH_HEAD
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
# The tree of what was pushed last is damaged, zeros, and something unpushed is built upon it: git fetches nothing beside the file. It goes out of the way, and then the remote is asked.
$ cd ../one && ../anew && claudestep sync -q && claudestep task add -q p --description Four && id=$(git rev-parse 'origin/claudestep-metadata^{tree}') && file=.git/objects/$(echo "$id" | sed 's|..|&/|') && chmod u+w "$file" && head -c "$(stat -c %s "$file")" /dev/zero >"$TESTDIR/zeros" && cp "$TESTDIR/zeros" "$file" && ../follow; claudestep doctor | sed -n 's/^ *hint: \(first:.*\|git .* origin\)$/\1/p' | tee ../first; sed 1d ../first | sh; claudestep doctor | tail -n 1; claudestep sync
mv -n $TESTDIR/one/.git/objects/ID $TESTDIR/one/.git/damaged-ID
first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
git -C $TESTDIR/one fetch --refetch origin
all is well
[6879a64] sync 'claudestep-metadata' with 'origin'
  pushed  1f37e4d..6879a64
# Deeper in what was pushed, beside something else that is lost.
$ for task in Five Six; do claudestep task add -q p --description $task && claudestep sync -q; done && ../empty claudestep-metadata~2:projects && rm -f .git/objects/$(git rev-parse claudestep-metadata:projects/p.json | sed 's|..|&/|') && ../follow; claudestep doctor | sed -n 's/^ *hint: \(first:.*\|git .* origin\)$/\1/p' | tee ../first; sed 1d ../first | sh; claudestep doctor | tail -n 1; git fsck 2>&1 | grep -v '^notice\|dangling'
mv -n $TESTDIR/one/.git/objects/ID $TESTDIR/one/.git/damaged-ID
first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
git -C $TESTDIR/one fetch --refetch origin
all is well
[1]
