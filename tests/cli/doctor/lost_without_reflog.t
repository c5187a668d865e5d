# Only history is lost, and there is no reflog: what the branch was built on cannot be told. All that it has is put upon the newest that is noted of the remote of which it has all.
--- file lose
#!/bin/sh
rm -f ".git/objects/$(git rev-parse "$1" | sed 's|..|&/|')"
--- end
--- file way
#!/bin/sh
claudestep doctor | sed -n '/ fsck$/d; /hint: cat/d; s/.*hint: \(where nobody\|git -C\)/\1/p' | tee "$TESTDIR/steps" && sed -i 1d "$TESTDIR/steps" && sh "$TESTDIR/steps" && claudestep doctor | tail -n 1
--- end
--- file begin
#!/bin/sh
# Two clones of one remote, which has a task in one project and a second project; this one has written since.
git init -q --bare "$1.git" && git init -q "$1-other" && cd "$1-other" && git remote add origin "../$1.git" && claudestep -q project create auth && claudestep -q task add auth --description One && claudestep -q project create gone && claudestep -q sync --force-first &&
  git clone -q --no-checkout "../$1.git" "../$1" && cd "../$1" && git branch -q claudestep-metadata origin/claudestep-metadata && claudestep -q task add auth --description Two
--- end
--- file forget
#!/bin/sh
# Loses a commit, and the reflog.
"$TESTDIR/lose" "$1" && rm .git/logs/refs/heads/claudestep-metadata
--- end
$ chmod +x lose way begin forget && ./begin one && cd one && claudestep -q task add auth --description Three && claudestep -q task edit auth 1 --description Uno && ../forget claudestep-metadata~2 && ../way && claudestep task list auth && claudestep sync && claudestep list
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon 'refs/remotes/origin/claudestep-metadata'; whether it was built on that cannot be told: of 'projects/auth.json' what others changed there may give way to what is here, so look at it before the next claudestep sync
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/one commit-tree 15f5626a477f39d524f337c811bca1ddcf3b6eae -p 6d4f4fb9c725498152ec1d1b8ff97331b3471ad5 -m 'the history between is lost')" 14769cfc27b2cc939e5061dd21c43071661d16eb
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  Uno
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
[bb98af4] sync 'claudestep-metadata' with 'origin'
  pushed  6d4f4fb..bb98af4
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/3  2026-01-01  2026-01-01  -
  gone     empty         0/0  2026-01-01  2026-01-01  -
# What the other pushed was fetched, and never merged: nothing of that is taken away.
$ cd .. && ./begin two && cd two && claudestep -q task add auth --description Three && (cd ../two-other && claudestep -q task add auth --description Theirs && claudestep -q project create newer && claudestep -q task edit auth 1 --description Eins && claudestep -q sync) && git fetch -q && ../forget claudestep-metadata~1 && ../way && claudestep task list auth && claudestep sync && claudestep list
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon ec054d391448, the newest of which it has all, of 'refs/remotes/origin/claudestep-metadata'; whether it was built on that cannot be told: of 'projects/auth.json' what others changed there may give way to what is here, so look at it before the next claudestep sync; whether it had merged 'refs/remotes/origin/claudestep-metadata' cannot be told: of 'projects/auth.json', 'projects/newer.json' what was taken away may be there again, and what was changed may give way to what it replaced, here at once and for all with the next claudestep sync, so look at it before that
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/two commit-tree 5d0286e870126bc75386d7c605a702bb1a644eb9 -p ec054d3914485be4d42a49f60c41846ab8419f40 -m 'the history between is lost')" df54c8dd6ee288a57ff2a0ebcc338d31d3d45d3d
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  Eins
     2  94a72c07  pending, ready  Two
     3  a96dc0ae  pending, ready  Theirs
     4  926f52d1  pending, ready  Three
[113e609] sync 'claudestep-metadata' with 'origin'
  fetched 2dd5bbe..4227ad6
  merged  both sides
  pushed  4227ad6..113e609
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/4  2026-01-01  2026-01-01  -
  gone     empty         0/0  2026-01-01  2026-01-01  -
  newer    empty         0/0  2026-01-01  2026-01-01  -
# What this one took away may be there again.
$ cd .. && ./begin three && cd three && claudestep -q project delete gone && ../forget claudestep-metadata~1 && ../way && claudestep list
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon cbca63390790, the newest of which it has all, of 'refs/remotes/origin/claudestep-metadata'; whether it was built on that cannot be told: of 'projects/auth.json' what others changed there may give way to what is here, so look at it before the next claudestep sync; whether it had merged 'refs/remotes/origin/claudestep-metadata' cannot be told: of 'projects/gone.json' what was taken away may be there again, and what was changed may give way to what it replaced, here at once and for all with the next claudestep sync, so look at it before that
git -C $TESTDIR/three update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/three commit-tree 760a9c8581ecd0c9ee53f44a5ed148d641a6a4e5 -p cbca633907908091dac102cd64add3c3b00f9d75 -m 'the history between is lost')" 11e4d57d592ed89f12bcb07f57306db6c1b96c40
all is well
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
  gone     empty         0/0  2026-01-01  2026-01-01  -
# What it pushed it was built on.
$ cd .. && ./begin four && cd four && claudestep -q sync && for task in Three Four; do claudestep -q task add auth --description $task; done && ../forget claudestep-metadata~1 && ../way
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon 'refs/remotes/origin/claudestep-metadata'
git -C $TESTDIR/four update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/four commit-tree 0f5d80a80690c2272bacb691ff35e587592cfcf6 -p a99ace6ad2a34ea26bc76b53e736388e26af44bd -m 'the history between is lost')" 0433a32d8d2468d7335c4cedc7a99b4d549f6fc2
all is well
# A file of somebody else's that the branch does not have is one that others wrote.
--- file note
#!/bin/sh
# Writes a file of somebody else's into the branch.
export GIT_INDEX_FILE="$TESTDIR/index"
git read-tree claudestep-metadata && git update-index --add --cacheinfo "100644,$(echo "$1" | git hash-object -w --stdin),notes/$1" && git update-ref refs/heads/claudestep-metadata "$(git commit-tree "$(git write-tree)" -p claudestep-metadata -m "note $1")"
--- end
$ cd .. && chmod +x note && ./begin five && cd five && claudestep -q task add auth --description Three && (cd ../five-other && ../note a && claudestep -q sync) && git fetch -q && ../forget claudestep-metadata~1 && ../way && git ls-tree -r --name-only claudestep-metadata notes && claudestep sync && git ls-tree -r --name-only claudestep-metadata notes
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon c937f209f7f8, the newest of which it has all, of 'refs/remotes/origin/claudestep-metadata'; whether it was built on that cannot be told: of 'projects/auth.json' what others changed there may give way to what is here, so look at it before the next claudestep sync; whether it had merged 'refs/remotes/origin/claudestep-metadata' cannot be told: of 'notes/a' what was taken away may be there again, and what was changed may give way to what it replaced, here at once and for all with the next claudestep sync, so look at it before that
git -C $TESTDIR/five update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/five commit-tree cbf3d05b4a1eeaae9ac01cbee754ee6c72ddc113 -p c937f209f7f8980f204ac8e6d2234a23af588134 -m 'the history between is lost')" cfee483df23a1d20bbdb3ab052748d883c02813f
all is well
[c404410] sync 'claudestep-metadata' with 'origin'
  fetched 3196951..0533d10
  merged  both sides
  pushed  0533d10..c404410
notes/a
# What the other changed, and nothing else: what was there before it does not take its place.
$ cd .. && ./begin seven && cd seven && claudestep -q task add auth --description Three && (cd ../seven-other && claudestep -q task edit auth 1 --description Eins && claudestep -q sync) && git fetch -q && ../forget claudestep-metadata~1 && ../way && claudestep sync && claudestep task list auth
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon ebd5006feeaf, the newest of which it has all, of 'refs/remotes/origin/claudestep-metadata'; whether it was built on that cannot be told: of 'projects/auth.json' what others changed there may give way to what is here, so look at it before the next claudestep sync; whether it had merged 'refs/remotes/origin/claudestep-metadata' cannot be told: of 'projects/auth.json' what was taken away may be there again, and what was changed may give way to what it replaced, here at once and for all with the next claudestep sync, so look at it before that
git -C $TESTDIR/seven update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/seven commit-tree adc83f8644325ec7cb8b27d2db6f609a614d17fc -p ebd5006feeaf8d6a896b563fe7b3510a720e2de4 -m 'the history between is lost')" d1ab5650929fc5f2fdcb77822d83395eed412f10
all is well
[6985aab] sync 'claudestep-metadata' with 'origin'
  fetched 846a17b..11ecbe4
  merged  both sides
  pushed  11ecbe4..6985aab
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  Eins
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
# All commits are there, and tell what it was built on.
$ cd .. && ./begin eight && cd eight && claudestep -q project delete gone && (cd ../eight-other && claudestep -q task edit auth 1 --description Eins && claudestep -q sync) && claudestep -q task edit auth 1 --description Uno && git fetch -q && ../forget claudestep-metadata~1^{tree} && ../way && claudestep list && claudestep sync && claudestep task list auth
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon ca3cbee39933, the newest of which it has all, of 'refs/remotes/origin/claudestep-metadata'
git -C $TESTDIR/eight update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/eight commit-tree d30d84062919eb113d5bebfa4f91c47c1a2ca8b2 -p ca3cbee39933292d35d7dcca60e8e7b0fc57980c -m 'the history between is lost')" f2e36c89a4451a8ec9e6c317a6226745afd83942
all is well
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
[fa08810] sync 'claudestep-metadata' with 'origin'
  fetched 7e50c7e..f737aa6
  merged  both sides
  pushed  f737aa6..fa08810
  gave way: auth: description of task 8b125077: kept 'Uno', gave up 'Eins'
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  Uno
     2  94a72c07  pending, ready  Two
# Of the remote some is lost as well.
$ cd .. && ./begin six && cd six && claudestep -q task add auth --description Three && ../forget claudestep-metadata~1 && ../lose origin/claudestep-metadata:projects/auth.json && claudestep doctor | grep -A 6 '^problem'
problem  branch      the commit 2db7d6721cb8a23aa0001a405e0534b46a45e3eb is missing
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/six fetch --refetch origin
                     hint: only where it still says so then: the next hint brings it from another clone, with its path or address in the place of CLONE; then claudestep doctor looks again; where no clone has it, a new clone of the remote has what was synced
                     hint: git -C $TESTDIR/six fetch --refetch CLONE refs/heads/claudestep-metadata
ok       objects     24 loose objects
ok       worktree    the branch is checked out nowhere
# The tip itself is lost: what was pushed is here, for where nothing has more.
$ cd .. && ./begin nine && cd nine && git worktree add -q ../shown claudestep-metadata && ../forget claudestep-metadata && claudestep doctor | sed -n '/^problem/,/^ok/s/.*hint: //p' | tee ../hints
look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
nothing here has what is missing: the next hint brings it from another clone, with its path or address in the place of CLONE; then claudestep doctor looks again
git -C $TESTDIR/nine fetch --refetch CLONE refs/heads/claudestep-metadata
where the branch names what was never a commit, git -C $TESTDIR/nine fsck --no-reflogs --lost-found lists the commits that nothing leads to; git -C $TESTDIR/nine update-ref refs/heads/claudestep-metadata COMMIT puts the branch at the one that was written last
where nothing has it: the next 2 hints, one after the other, go to what 'refs/remotes/origin/claudestep-metadata' notes, without what was never pushed, in all projects; git stash keeps what a work tree shows of the lost tip
git -C $TESTDIR/nine update-ref refs/heads/claudestep-metadata 50b4b54f66dc6138d4e93101f5c5bf3fee7c5c31 19035ce0f617505636202edc28fd7ba1e534887a
git -C $TESTDIR/shown stash
where something is told of the branch above, mend that first; else git status there shows all that git says
$ sed -n '/where nothing has it/,$p' ../hints | grep '^git' >../steps; sh ../steps && claudestep doctor | tail -n 1 && claudestep task list auth && claudestep -q task add auth --description Two && claudestep sync
Saved working directory and index state WIP on claudestep-metadata: 50b4b54 gone: create
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
[c507bf5] sync 'claudestep-metadata' with 'origin'
  pushed  50b4b54..c507bf5
