# A damaged file of an object that nobody read so far: git ends each fetch and push that meets it. Doctor reads such files, also where the branch does not lead to them.
--- file zero
#!/bin/sh
# Zeros in the place of the file of object $1.
f=.git/objects/$(echo $1 | sed 's|..|&/|'); n=$(stat -c %s $f); chmod u+w $f && head -c $n /dev/zero >$f
--- end
--- file follow
#!/bin/sh
# Shows what doctor says is wrong, and runs the first $1 commands that it prints, as they are printed.
claudestep doctor >"$TESTDIR/said"; sed -n '/^problem/p; /^warning/p; /^ *hint/p' "$TESTDIR/said"; sed -n 's/.*hint: \(mv\|git\) /\1 /p' "$TESTDIR/said" | head -n $1 >"$TESTDIR/steps"; sh "$TESTDIR/steps" 2>/dev/null; claudestep doctor | tail -n 1
--- end
--- file failed
#!/bin/sh
# Runs a command that fails, with the words that git says once.
"$@" 2>&1 | uniq | grep -v 'unable to unpack\|inflate'
--- end
$ chmod +x zero follow failed && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && git commit -q --allow-empty -m x && git push -q origin HEAD:main && git branch -m main && git fetch -q && claudestep project create -q p && claudestep task add -q p --description One && claudestep sync -q --force-first && claudestep doctor | grep ' objects '
ok       disk        objects and refs can be written
ok       objects     15 loose objects, all sound
# A commit that the remote is ahead by.
$ claudestep task add -q p --description Two && claudestep sync -q && export tip=$(git rev-parse claudestep-metadata) && git update-ref refs/heads/claudestep-metadata $tip~1 && git update-ref -d refs/remotes/origin/claudestep-metadata && ../zero $tip && ../failed claudestep sync
error: cannot fetch from 'origin'
  caused by: fatal: loose object 98806ead8a32708968e1e640013918cd9d272ea0 (stored in $TESTDIR/one/.git/objects/98/806ead8a32708968e1e640013918cd9d272ea0) is corrupt
hint: claudestep doctor
$ ../follow 1 && claudestep sync
problem  objects     '$TESTDIR/one/.git/objects/98/806ead8a32708968e1e640013918cd9d272ea0' is damaged: git ends a fetch or a push that meets it
                     hint: the next hint moves it aside; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/objects/98/806ead8a32708968e1e640013918cd9d272ea0 $TESTDIR/one/.git/damaged-98806ead8a32708968e1e640013918cd9d272ea0
                     hint: where something still needs what was in it, the next hint brings what the remote has, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/one fetch --refetch origin
all is well
[98806ea] sync 'claudestep-metadata' with 'origin'
  fetched 8762e3e..98806ea
# The commit of the code's branch.
$ ../zero $(git rev-parse main) && ../failed claudestep sync
error: cannot fetch from 'origin'
  caused by: fatal: loose object d43a72ed4a8045279db87ec7d178c3a8486f4d16 (stored in $TESTDIR/one/.git/objects/d4/3a72ed4a8045279db87ec7d178c3a8486f4d16) is corrupt
  caused by: error: ../remote.git did not send all necessary objects
hint: claudestep doctor
$ claudestep next p
! error: 'refs/heads/main' cannot be followed
!   caused by: cannot read the commit d43a72ed4a8045279db87ec7d178c3a8486f4d16
!   caused by: the file of the object d43a72ed4a8045279db87ec7d178c3a8486f4d16 is damaged or cut short
! hint: claudestep doctor
[5]
$ ../follow 1
problem  objects     '$TESTDIR/one/.git/objects/d4/3a72ed4a8045279db87ec7d178c3a8486f4d16' is damaged: git ends a fetch or a push that meets it
                     hint: the next hint moves it aside; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/objects/d4/3a72ed4a8045279db87ec7d178c3a8486f4d16 $TESTDIR/one/.git/damaged-d43a72ed4a8045279db87ec7d178c3a8486f4d16
                     hint: where something still needs what was in it, the next hint brings what the remote has, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/one fetch --refetch origin
2 problems, 0 warnings
# It is needed here, and the remote has it.
$ ../follow 1 && git log --format=%s main && claudestep sync && claudestep next p | head -n 1
problem  remote      'refs/heads/main' leads to nothing that is here: git fetches nothing beside it, and claudestep sync fails
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/one fetch --refetch origin
                     hint: only where it still says so then: the next hint moves its file aside; the one after it shows its reflog, which says where it was: git update-ref puts it back there
                     hint: mv -n $TESTDIR/one/.git/refs/heads/main $TESTDIR/one/.git/damaged-refs-heads-main
                     hint: cat $TESTDIR/one/.git/logs/refs/heads/main
problem  remote      'refs/remotes/origin/main' leads to nothing that is here: git fetches nothing beside it, and claudestep sync fails
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/one fetch --refetch origin
                     hint: only where it still says so then: the next hint moves its file aside; git fetch origin writes it anew where that still has the branch
                     hint: mv -n $TESTDIR/one/.git/refs/remotes/origin/main $TESTDIR/one/.git/damaged-refs-remotes-origin-main
all is well
x
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
next in p: task 1
# A version of a file that the remote has, of which the next push is to send a difference: one bit.
$ claudestep task add -q p --description "$(seq -s ' ' 300)" && claudestep sync -q && claudestep task add -q p --description Four && export blob=$(git rev-parse origin/claudestep-metadata:projects/p.json) && file=.git/objects/$(echo $blob | sed 's|..|&/|') && chmod u+w $file && python3 -c 'import sys; b = bytearray(open(sys.argv[1], "rb").read()); b[len(b) // 2] ^= 4; open(sys.argv[1], "wb").write(b)' $file && ../follow 2
problem  objects     '$TESTDIR/one/.git/objects/f7/911d7bed0a1a7bbfc7270cc8d8a1dcbf58877a' is damaged: git ends a fetch or a push that meets it
                     hint: the next hint moves it aside; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/objects/f7/911d7bed0a1a7bbfc7270cc8d8a1dcbf58877a $TESTDIR/one/.git/damaged-f7911d7bed0a1a7bbfc7270cc8d8a1dcbf58877a
                     hint: where something still needs what was in it, the next hint brings what the remote has, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/one fetch --refetch origin
all is well
$ claudestep sync && git fsck 2>&1 | grep -v dangling
[48fe885] sync 'claudestep-metadata' with 'origin'
  pushed  496f0ca..48fe885
[1]
# A tree of the history is gone that was pushed: log says whom to ask, and the remote has it.
$ rm -f .git/objects/$(git rev-parse claudestep-metadata~2^{tree} | sed 's|..|&/|') && claudestep log >/dev/null
! error: the tree d00eed60c229505142153d08964c46c05382ef00 is missing
! hint: claudestep doctor
[5]
$ ../follow 9 && claudestep log | wc -l
problem  tip         the tip is whole, and so is all that is to be synced, but some of what earlier commits have is missing or damaged: log and undo fail there, and claudestep sync and claims may fail
                     hint: reads and writes do without it
                     hint: the next hint names what is lost
                     hint: git -C $TESTDIR/one fsck --no-dangling
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/one fetch --refetch origin
                     hint: only where it still says so then: the next hint brings it from another clone, with its path or address in the place of CLONE; then claudestep doctor looks again; where no clone has it, a new clone of the remote has what was synced
                     hint: git -C $TESTDIR/one fetch --refetch CLONE refs/heads/claudestep-metadata
broken link from  commit 98806ead8a32708968e1e640013918cd9d272ea0
              to    tree d00eed60c229505142153d08964c46c05382ef00
missing tree d00eed60c229505142153d08964c46c05382ef00
all is well
11
# Without a remote.
$ git init -q ../alone && cd ../alone && claudestep project create -q p && ../zero $(echo lost | git hash-object -w --stdin) && ../follow 9
problem  objects     '$TESTDIR/alone/.git/objects/a5/0bcb6003fee24cd0dcb7d7da23c9150cd95457' is damaged: git ends a fetch or a push that meets it
                     hint: the next hint moves it aside; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/alone/.git/objects/a5/0bcb6003fee24cd0dcb7d7da23c9150cd95457 $TESTDIR/alone/.git/damaged-a50bcb6003fee24cd0dcb7d7da23c9150cd95457
all is well
