# Only history is lost, or the newest commits as well: no file goes that is there, and the step that is printed is refused where the branch is elsewhere.
$ git init -q repo && cd repo && claudestep -q project create auth && claudestep -q task add auth --description One && claudestep -q task add auth --description Two && claudestep -q project create web
$ lost=$(git rev-parse claudestep-metadata~2) && rm ".git/objects/$(echo "$lost" | cut -c1-2)/$(echo "$lost" | cut -c3-)"
$ claudestep doctor | grep -A 3 '^problem'
problem  tip         the tip is whole, but commits that it is built on are missing or damaged
                     hint: where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago
                     hint: git -C $TESTDIR/repo update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/repo commit-tree 272d4755eac2aebfda8fd3956800f38a555c809e -p 31eef34573011d0834238ec2972a9313eb629ee6 -m 'the history between is lost')" 5db2c60eb77678db68507e568c6cf3dfdd8adb19
ok       files       2 project files, all in the form 2.0
$ claudestep doctor --json | jq -r '.checks[].hints[]?' | grep '^git ' >../steps; claudestep -q project create late && sh ../steps
! fatal: update_ref failed for ref 'refs/heads/claudestep-metadata': cannot lock ref 'refs/heads/claudestep-metadata': is at da6c5fcc81dcb70cd1b86d90ece4adb2c92cfce9 but expected 5db2c60eb77678db68507e568c6cf3dfdd8adb19
[128]
$ claudestep doctor --json | jq -r '.checks[].hints[]?' | grep '^git ' | sh && claudestep doctor | tail -n 1 && claudestep list
all is well
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
  late     empty         0/0  2026-01-01  2026-01-01  -
  web      empty         0/0  2026-01-01  2026-01-01  -
# An earlier version of a file, which was never pushed: nothing reads it here, and no push can do without. All that the branch has is kept.
$ cd .. && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create -q auth && claudestep sync -q --force-first && for task in One Two Three; do claudestep task add -q auth --description $task; done
$ rm .git/objects/$(git rev-parse claudestep-metadata~1:projects/auth.json | sed 's|..|&/|') && claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (unpacker error)
!   caused by: fatal: unable to read 34ff2e718bedb73fb638e6b72d2ac9683a552a9e
!   caused by: error: remote unpack failed: eof before pack header was fully read
!   caused by: error: failed to push some refs to '../remote.git'
! hint: claudestep doctor
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
$ claudestep doctor | grep -A 3 '^problem' && claudestep doctor | sed -n 's/.*hint: \(git -C\)/\1/p' | sh && claudestep doctor | tail -n 1 && claudestep sync && claudestep task list auth
problem  tip         the tip is whole, but some of what earlier commits have is missing or damaged, which no push can do without: claudestep sync fails
                     hint: where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 2 moves ago
                     hint: git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/one commit-tree e90743c1d8ce199e2e0f4b2b3652334231e3cbf3 -p ee8646a2f7bbe12ac8704fb1cede844c35aa4daf -m 'the history between is lost')" a4a398b54d5361b453783e29d61e7a847f0a0cd6
ok       files       1 project file, all in the form 2.0
all is well
[13b4697] sync 'claudestep-metadata' with 'origin'
  pushed  0f7ba33..13b4697
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
# What was pushed no push asks for: the remote has it. Only log and undo do.
$ rm .git/objects/$(git rev-parse claudestep-metadata~1:projects/auth.json | sed 's|..|&/|') && claudestep task add -q auth --description Four && claudestep doctor | tail -n 1 && claudestep sync
1 problem, 0 warnings
[1ddb7a1] sync 'claudestep-metadata' with 'origin'
  pushed  13b4697..1ddb7a1
# Without a reflog the remote is asked first; where that has nothing of it, all is put upon what the remote has.
$ for task in Five Six; do claudestep task add -q auth --description $task; done; rm -r .git/logs .git/objects/$(git rev-parse claudestep-metadata~1:projects/auth.json | sed 's|..|&/|') && claudestep doctor | grep -A 5 '^problem' && for step in 1 2; do claudestep doctor | sed -n 's/.*hint: \(git -C\)/\1/p' | sed -n 1p | sh; done; claudestep doctor | tail -n 1 && claudestep sync && claudestep task list auth
problem  tip         the tip is whole, but some of what earlier commits have is missing or damaged, which no push can do without: claudestep sync fails
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/one fetch --refetch origin
                     hint: only where it still says so then: the next hint puts all that the branch has, which lost nothing but history, upon 'refs/remotes/origin/claudestep-metadata'
                     hint: git -C $TESTDIR/one cat-file -e 417eac18fe0ebfb15efaa416f52bbccc9199970c 2>/dev/null || git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/one commit-tree b2d5c8c32769a665bc3ead0a95da950a76e7cd1b -p 1ddb7a1df0f05d4a0477884d217d7efdf6a891d9 -m 'the history between is lost')" 32e40e01c98af53e20b4f72e4070119e2b709053
ok       files       1 project file, all in the form 2.0
all is well
[b4b25db] sync 'claudestep-metadata' with 'origin'
  pushed  1ddb7a1..b4b25db
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
     4  12f5aedc  pending, ready  Four
     5  6ab523c5  pending, ready  Five
     6  58ea8edc  pending, ready  Six
# The commit of the tip is lost, and one of the history: what was there a move ago lost nothing but history, and is kept.
$ cd .. && git init -q two && cd two && claudestep project create -q auth && for task in One Two Three Four; do claudestep task add -q auth --description $task; done && for commit in claudestep-metadata~3 claudestep-metadata; do rm .git/objects/$(git rev-parse $commit | sed 's|..|&/|'); done && claudestep doctor | sed -n 's/.*hint: \(where nobody\|git -C .*update-ref\)/\1/p' | tee ../way && sed 1d ../way | sh && claudestep doctor | tail -n 1 && claudestep task list auth && claudestep fsck
where nobody else has it: the next hint puts all that the branch had 1 move ago, of which nothing but history is lost, upon the newest tip that is whole, 4 moves ago, without what was written since the former, in all projects; the reflog keeps where the branch was
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/two commit-tree 94e3adb5ef978ed7d42f80bbe599526e6d2ef4e8 -p e9e78bb2d75ef32908f25328a5bd16cc68f6132e -m 'the history between is lost')" 4ee2c43248db698139b4fed1f0d681c78c6a2899
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
1 file checked: nothing found
# A work tree shows what is lost: it is put aside.
$ git worktree add -q ../tree claudestep-metadata && for task in Five Six Seven; do claudestep task add -q auth --description $task; done && for commit in claudestep-metadata~2 claudestep-metadata; do rm .git/objects/$(git rev-parse $commit | sed 's|..|&/|'); done && claudestep doctor | sed -n '/ fsck$/d; s/.*hint: \(where nobody\|git -C\)/\1/p' | tee ../way && sed 1d ../way | sh && claudestep doctor | tail -n 1 && claudestep task list auth && git -C ../tree status --short && git show stash@{0}:projects/auth.json | grep description
where nobody else has it: the next 2 hints, one after the other, put all that the branch had 1 move ago, of which nothing but history is lost, upon the newest tip that is whole, 3 moves ago, without what was written since the former, in all projects; the reflog keeps where the branch was, and git stash what a work tree shows of the lost tip
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/two commit-tree 6550da60550f8de729957069831a70520f5e5e4e -p 4d8954153a22b8466d9e29b1d222630b05f34fbb -m 'the history between is lost')" 9ab62af4e78c02807698359b70fd4d6330f973f9
git -C $TESTDIR/tree stash
Saved working directory and index state WIP on claudestep-metadata: 35d3b0c the history between is lost
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
     4  6ab523c5  pending, ready  Five
     5  58ea8edc  pending, ready  Six
      "description": "One",
      "description": "Two",
      "description": "Three",
      "description": "Five",
      "description": "Six",
      "description": "Seven",
# Later it is refused, though the commit that it was at is lost.
$ sed '1d; /stash/d' ../way | sh
! fatal: update_ref failed for ref 'refs/heads/claudestep-metadata': cannot lock ref 'refs/heads/claudestep-metadata': is at 35d3b0cc899c5ed894a92bcb278cd74affa9a204 but expected 9ab62af4e78c02807698359b70fd4d6330f973f9
[128]
