# There is no reflog, and something of the tip is lost that nobody else has: the newest commit that it is built on of which nothing is lost is a way back.
--- file lose
#!/bin/sh
rm -f ".git/objects/$(git rev-parse "$1" | sed 's|..|&/|')"
--- end
--- file way
#!/bin/sh
claudestep doctor | sed -n '/ fsck$/d; /hint: cat/d; s/.*hint: \(where nobody\|only where\|git -C\)/\1/p' | tee "$TESTDIR/steps" && sed -i '/^\(where\|only\)/d' "$TESTDIR/steps" && sh "$TESTDIR/steps" 2>/dev/null; claudestep doctor | tail -n 1
--- end
$ chmod +x lose way && git config --global core.logAllRefUpdates false && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create auth -q && claudestep task add auth --description One -q && claudestep sync --force-first -q && for n in Two Three Four; do claudestep task add auth --description $n -q; done; test -e .git/logs/refs/heads/claudestep-metadata; echo $?
1
# The folder of the tip: all that was written before it stays.
$ cp -a . ../two && cp -a . ../three && cp -a . ../four && ../lose 'claudestep-metadata^{tree}' && ../way && claudestep task list auth && claudestep sync
git -C $TESTDIR/one fetch --refetch CLONE refs/heads/claudestep-metadata
only where it still says so then: the next hint goes back to the newest tip that is whole, 1 commit ago, without what was written since, in all projects; no reflog keeps where the branch was, bceb2b7786cb85ffd45515bb929db5b029780071
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 78bbdaab31110301ed978635a484babbf6efc7e5 bceb2b7786cb85ffd45515bb929db5b029780071
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
[78bbdaa] sync 'claudestep-metadata' with 'origin'
  pushed  7d9f5a8..78bbdaa
# The same where two commits share what is lost.
$ cd ../two && ../lose claudestep-metadata~1:projects && ../lose claudestep-metadata:projects && ../way && claudestep task list auth
git -C $TESTDIR/two fetch --refetch CLONE refs/heads/claudestep-metadata
only where it still says so then: the next hint goes back to the newest tip that is whole, 2 commits ago, without what was written since, in all projects; no reflog keeps where the branch was, bceb2b7786cb85ffd45515bb929db5b029780071
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata 7ca04ca6d4b19b16fcd3a821c4a280ac9975e2e3 bceb2b7786cb85ffd45515bb929db5b029780071
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
# The content of a file: an earlier version, upon all that is whole.
$ cd ../three && claudestep project create more -q && ../lose claudestep-metadata~1:projects/auth.json && ../way && claudestep task list auth && claudestep list && claudestep sync
git -C $TESTDIR/three fetch --refetch CLONE refs/heads/claudestep-metadata
only where it still says so then: the next hint puts 'projects/auth.json' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 2 commits ago; no reflog keeps where the branch was, 2827bc0c08f87c439e1b630740646cd792072798
git -C $TESTDIR/three update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/three read-tree ebfd9f033a121377f71082d7ce51c2effee46a91 && git -C $TESTDIR/three update-index --add --cacheinfo 100644,469b281fc932ab51914eb409bc9ef2bacea68818,projects/auth.json && git -C $TESTDIR/three commit-tree "$(git -C $TESTDIR/three write-tree)" -p 78bbdaab31110301ed978635a484babbf6efc7e5 -m '1 file as of an earlier version, the history between is lost'; rm -f "$GIT_INDEX_FILE")" 2827bc0c08f87c439e1b630740646cd792072798
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/3  2026-01-01  2026-01-01  -
  more     empty         0/0  2026-01-01  2026-01-01  -
[f4dfec1] sync 'claudestep-metadata' with 'origin'
  pushed  78bbdaa..f4dfec1
# Of two sides that were merged the one that no remote has; the other comes again.
$ cd ../four && git clone -q -b claudestep-metadata ../remote.git ../other && claudestep -C ../other task add auth --description Theirs -q && claudestep -C ../other sync -q; claudestep -q merge origin/claudestep-metadata; git fetch -q && claudestep -q merge origin/claudestep-metadata && claudestep task add auth --description Six -q && ../lose 'claudestep-metadata^{tree}' && ../lose 'claudestep-metadata~1^{tree}' && ../way && claudestep task list auth && claudestep sync
git -C $TESTDIR/four fetch --refetch CLONE refs/heads/claudestep-metadata
only where it still says so then: the next hint goes back to the newest tip that is whole, 4 commits ago, without what was written since, in all projects; no reflog keeps where the branch was, 182cb8fc0029cc21307a542acf9b0dde34426821
git -C $TESTDIR/four update-ref refs/heads/claudestep-metadata bceb2b7786cb85ffd45515bb929db5b029780071 182cb8fc0029cc21307a542acf9b0dde34426821
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
     4  12f5aedc  pending, ready  Four
     5  a96dc0ae  pending, ready  Theirs
[864468a] sync 'claudestep-metadata' with 'origin'
  fetched bceb2b7..f63b9a1
  merged  both sides
  pushed  f63b9a1..864468a
