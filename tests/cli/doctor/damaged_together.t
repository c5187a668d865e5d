# Several files of objects are empty after a power failure, also such that nobody reads at first. All are moved aside in one round, before anything else is done; what a work tree has is saved before the branch goes back. What the first problem says is run as it is printed, until doctor says that all is well.
--- file follow
#!/bin/sh
# Runs the commands of the first problem, as they are printed, and shows its hints as far as they are commands or begin one.
for round in 1 2 3 4 5 6; do claudestep doctor >"$TESTDIR/said" && break; awk '/^problem/ { n++ } /^(warning|ok)/ { if (n) n = 2 } n == 1' "$TESTDIR/said" | sed -n 's/.*hint: //p' | grep -v ' CLONE \|^cat \|^look for\|^to bring' >"$TESTDIR/hints"; cat "$TESTDIR/hints"; grep '^git \|^mv \|^echo ' "$TESTDIR/hints" >"$TESTDIR/steps"; sh "$TESTDIR/steps" >/dev/null 2>&1; done; tail -n 1 "$TESTDIR/said"
--- end
--- file damage
#!/bin/sh
# Empties the file of each object.
for id in $(git rev-parse "$@"); do file=.git/objects/$(echo $id | sed 's|..|&/|') && chmod u+w $file && : >$file; done
--- end
--- file make
#!/bin/sh
# A clone $1 with a synced task, and a work tree beside it.
git init -q --bare $1.git && git init -q $1 && cd $1 && git remote add origin ../$1.git && claudestep project create -q p && claudestep task add -q p --description One && claudestep sync -q --force-first && git worktree add -q ../$1-w claudestep-metadata
--- end
$ chmod +x follow damage make
# What another clone pushed, and was fetched: the remote has all of it, and is asked once nothing is in its way.
$ ./make one && git clone -q one.git other 2>/dev/null && cd other && claudestep task add -q p --description Theirs && claudestep sync -q && cd ../one && claudestep sync -q && claudestep task add -q p --description Unpushed && ../damage claudestep-metadata~1 claudestep-metadata~1:projects/p.json && claudestep sync
! error: 'refs/remotes/origin/claudestep-metadata' cannot be followed
!   caused by: cannot read the commit 8f4c113032947cd5003fe7b67633c9aa065e4ca3
!   caused by: the file of the object 8f4c113032947cd5003fe7b67633c9aa065e4ca3 is damaged or cut short
! hint: claudestep doctor
[5]
$ ../follow && claudestep sync && claudestep task list p
nothing is written anew where a damaged file is: the next 2 hints, one after the other, move them aside; then claudestep doctor looks again
mv -n $TESTDIR/one/.git/objects/8f/4c113032947cd5003fe7b67633c9aa065e4ca3 $TESTDIR/one/.git/damaged-8f4c113032947cd5003fe7b67633c9aa065e4ca3
mv -n $TESTDIR/one/.git/objects/2c/bc796d163b04d43ab04acb6372869450a49460 $TESTDIR/one/.git/damaged-2cbc796d163b04d43ab04acb6372869450a49460
first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
git -C $TESTDIR/one fetch --refetch origin
only where it still says so then: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 2 moves ago; what it may have merged of the remote 'origin' is not noted: of that what was taken away may be there again after the next claudestep sync, and what was changed may give way to what it replaced, so look at it then
git -C $TESTDIR/one cat-file -e 8f4c113032947cd5003fe7b67633c9aa065e4ca3 2>/dev/null || git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/one commit-tree 3c7515028d63933af1e582c835073983ab6ac4cd -p 0ac10b8228d5fa9a28f48c7f3d89b7b88ebca0af -m 'the history between is lost')" deafb2e5b542897f570d943acce40f6056f2500f
all is well
[deafb2e] sync 'claudestep-metadata' with 'origin'
  pushed  8f4c113..deafb2e
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  a96dc0ae  pending, ready  Theirs
     3  d834a791  pending, ready  Unpushed
# The newest commit and its file: the work tree has the file, which is written anew, so that the stash stands on it.
$ cd .. && ./make two && cd two && claudestep task add -q p --description Kept && ../damage claudestep-metadata claudestep-metadata:projects/p.json && ../follow && git -C ../two-w stash pop -q && grep -c Kept ../two-w/projects/p.json && git fsck --no-reflogs --no-dangling
nothing is written anew where a damaged file is: the next 2 hints, one after the other, move them aside; then claudestep doctor looks again
mv -n $TESTDIR/two/.git/objects/99/88c22040b45a21ec15c95125b38f322db13196 $TESTDIR/two/.git/damaged-9988c22040b45a21ec15c95125b38f322db13196
mv -n $TESTDIR/two/.git/objects/00/5259367d6d25a4568682f0e9223ed40bcb2496 $TESTDIR/two/.git/damaged-005259367d6d25a4568682f0e9223ed40bcb2496
a work tree still has some of what is missing: the next hint writes it anew; then claudestep doctor looks again
git -C $TESTDIR/two-w hash-object -w -- projects/p.json
where nobody else has it: the next 2 hints, one after the other, go back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was, and git stash what a work tree shows of the lost tip
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata 3e15a54939fbf821e832915dbedbe1f780eaaa42 9988c22040b45a21ec15c95125b38f322db13196
git -C $TESTDIR/two-w stash
all is well
1
! notice: HEAD points to an unborn branch (main)
# All that the newest commit wrote.
$ cd .. && ./make three && cd three && claudestep task add -q p --description Kept && ../damage claudestep-metadata claudestep-metadata^{tree} claudestep-metadata:projects claudestep-metadata:projects/p.json && ../follow && git -C ../three-w stash pop -q && grep -c Kept ../three-w/projects/p.json && git fsck --no-reflogs --no-dangling
nothing is written anew where a damaged file is: the next 4 hints, one after the other, move them aside; then claudestep doctor looks again
mv -n $TESTDIR/three/.git/objects/73/7f96de4309a06a6cd6123b882708798c3f44f2 $TESTDIR/three/.git/damaged-737f96de4309a06a6cd6123b882708798c3f44f2
mv -n $TESTDIR/three/.git/objects/44/3076e3fd02b28d415a34838fc57afa6034159d $TESTDIR/three/.git/damaged-443076e3fd02b28d415a34838fc57afa6034159d
mv -n $TESTDIR/three/.git/objects/db/be7a1e51e64a9482dd4a5de59c9f8068ca6082 $TESTDIR/three/.git/damaged-dbbe7a1e51e64a9482dd4a5de59c9f8068ca6082
mv -n $TESTDIR/three/.git/objects/f3/1afc32fa24e0b40fc7b1992eb5daa0dc4e70f5 $TESTDIR/three/.git/damaged-f31afc32fa24e0b40fc7b1992eb5daa0dc4e70f5
a work tree still has some of what is missing: the next hint writes it anew; then claudestep doctor looks again
git -C $TESTDIR/three-w hash-object -w -- projects/p.json
where nobody else has it: the next 2 hints, one after the other, go back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was, and git stash what a work tree shows of the lost tip
git -C $TESTDIR/three update-ref refs/heads/claudestep-metadata 48d6a1f4e2854a41de49aa4790d6426a68d44da5 737f96de4309a06a6cd6123b882708798c3f44f2
git -C $TESTDIR/three-w stash
all is well
1
! notice: HEAD points to an unborn branch (main)
# A file and the index of the work tree: the branch tells what the files there are.
$ cd .. && ./make four && cd four && claudestep task add -q p --description Kept && ../damage claudestep-metadata:projects/p.json && : >.git/worktrees/four-w/index && ../follow && git -C ../four-w status --short && claudestep task list p
claudestep fsck
nothing is written anew where a damaged file is: the next hint moves it aside; then claudestep doctor looks again
mv -n $TESTDIR/four/.git/objects/6c/c1a0c819b10ee2c52b5b33f140ee61babcfe50 $TESTDIR/four/.git/damaged-6cc1a0c819b10ee2c52b5b33f140ee61babcfe50
a work tree still has some of what is missing: the next hint writes it anew; then claudestep doctor looks again
git -C $TESTDIR/four-w hash-object -w -- projects/p.json
the next 2 hints, one after the other, move it aside and make it anew of what the branch has; no file is touched, and what was staged is staged no more; then claudestep doctor looks again
mv -n $TESTDIR/four/.git/worktrees/four-w/index $TESTDIR/four/.git/damaged-index
git -C $TESTDIR/four-w reset -q -- .
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  c159e746  pending, ready  Kept
# The same where the index is gone.
$ ../damage claudestep-metadata:projects/p.json && rm .git/worktrees/four-w/index && ../follow && git -C ../four-w status --short && claudestep task list p
claudestep fsck
nothing is written anew where a damaged file is: the next hint moves it aside; then claudestep doctor looks again
mv -n $TESTDIR/four/.git/objects/6c/c1a0c819b10ee2c52b5b33f140ee61babcfe50 $TESTDIR/four/.git/damaged-6cc1a0c819b10ee2c52b5b33f140ee61babcfe50-2
a work tree still has some of what is missing: the next hint writes it anew; then claudestep doctor looks again
git -C $TESTDIR/four-w hash-object -w -- projects/p.json
the next hint makes it anew of what the branch has, and touches no file; then claudestep doctor looks again
git -C $TESTDIR/four-w reset -q -- .
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  c159e746  pending, ready  Kept
# The commit as well: nothing tells then, and a new index is made before the stash.
$ cd .. && ./make five && cd five && claudestep task add -q p --description Kept && ../damage claudestep-metadata claudestep-metadata:projects/p.json && : >.git/worktrees/five-w/index && ../follow && git -C ../five-w stash pop -q && grep -c Kept ../five-w/projects/p.json && git fsck --no-reflogs --no-dangling
nothing is written anew where a damaged file is: the next 2 hints, one after the other, move them aside; then claudestep doctor looks again
mv -n $TESTDIR/five/.git/objects/75/c443499665d63c87862f44749ae5eee27014ad $TESTDIR/five/.git/damaged-75c443499665d63c87862f44749ae5eee27014ad
mv -n $TESTDIR/five/.git/objects/97/a13c75b280b96aef665196725d7e70b42a21ac $TESTDIR/five/.git/damaged-97a13c75b280b96aef665196725d7e70b42a21ac
where nobody else has it: the next 4 hints, one after the other, go back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was, and git stash what a work tree shows of the lost tip
git -C $TESTDIR/five update-ref refs/heads/claudestep-metadata c7c5a613824787ad9015ea56d4fc90eaec4364ee 75c443499665d63c87862f44749ae5eee27014ad
mv -n $TESTDIR/five/.git/worktrees/five-w/index $TESTDIR/five/.git/damaged-index
git -C $TESTDIR/five-w reset -q -- .
git -C $TESTDIR/five-w stash
all is well
1
! notice: HEAD points to an unborn branch (main)
# The newest commit, and a file that was pushed: the fetch brings that and ends with an error, and no way that was found before goes back further than is needed then.
$ cd .. && ./make six && cd six && git worktree remove ../six-w && claudestep project create -q other && claudestep sync -q && claudestep task add -q p --description Two && claudestep task add -q p --description Three && claudestep task add -q p --description Lost && ../damage claudestep-metadata claudestep-metadata:projects/other.json && ../follow && claudestep task list p
nothing is written anew where a damaged file is: the next 2 hints, one after the other, move them aside; then claudestep doctor looks again
mv -n $TESTDIR/six/.git/objects/d7/bb2c2aeb25f1d89dcc07a547d31a85e085521a $TESTDIR/six/.git/damaged-d7bb2c2aeb25f1d89dcc07a547d31a85e085521a
mv -n $TESTDIR/six/.git/objects/43/8a85188768d6a1784627ab3ce93c93d17191d6 $TESTDIR/six/.git/damaged-438a85188768d6a1784627ab3ce93c93d17191d6
first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
git -C $TESTDIR/six fetch --refetch origin
only where it still says so then: the next hint goes back to the newest tip that is whole, 4 moves ago, without what was written since, in all projects; the reflog keeps where the branch was
git -C $TESTDIR/six cat-file -e 438a85188768d6a1784627ab3ce93c93d17191d6 2>/dev/null || git -C $TESTDIR/six update-ref refs/heads/claudestep-metadata fd31675f0147fd10a03ca66b6b381c894c388c2b d7bb2c2aeb25f1d89dcc07a547d31a85e085521a
where nobody else has it: the next hint goes back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was
git -C $TESTDIR/six update-ref refs/heads/claudestep-metadata abbfb80446d46e0dcf1844437b158130a53295dc d7bb2c2aeb25f1d89dcc07a547d31a85e085521a
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
# A file that holds another object.
$ cd .. && ./make seven && cd seven && claudestep task add -q p --description Kept && file() { echo .git/objects/$(git rev-parse $1 | sed 's|..|&/|'); } && chmod u+w $(file claudestep-metadata:projects/p.json) && cp $(file claudestep-metadata~1:projects/p.json) $(file claudestep-metadata:projects/p.json) && ../follow && claudestep task list p
the next hint moves it aside; then claudestep doctor looks again
mv -n $TESTDIR/seven/.git/objects/32/0dc47a99b49138b3ade75ec7ad5c17883d6531 $TESTDIR/seven/.git/damaged-320dc47a99b49138b3ade75ec7ad5c17883d6531
where something still needs what was in it, the next hint brings what the remote has, also where git ends that with an error; right after that claudestep doctor looks again
git -C $TESTDIR/seven fetch --refetch origin
a work tree still has some of what is missing: the next hint writes it anew; then claudestep doctor looks again
git -C $TESTDIR/seven-w hash-object -w -- projects/p.json
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  c159e746  pending, ready  Kept
# A work tree whose HEAD names no branch, as in the middle of a rebase: what it has is saved as well.
$ cd .. && ./make eight && cd eight && claudestep task add -q p --description Kept && git -C ../eight-w -c advice.detachedHead=false checkout -q --detach && ../damage claudestep-metadata:projects/p.json && ../follow && claudestep task list p
claudestep fsck
nothing is written anew where a damaged file is: the next hint moves it aside; then claudestep doctor looks again
mv -n $TESTDIR/eight/.git/objects/15/7a4ed004ef1b357d25521a8b405202ac5a5444 $TESTDIR/eight/.git/damaged-157a4ed004ef1b357d25521a8b405202ac5a5444
a work tree still has some of what is missing: the next hint writes it anew; then claudestep doctor looks again
git -C $TESTDIR/eight-w hash-object -w -- projects/p.json
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  c159e746  pending, ready  Kept
# The newest file and the last line of the reflog, which does not tell of the tip then: the branch goes back to what it tells of.
$ cd .. && ./make nine && cd nine && git worktree remove ../nine-w && claudestep task add -q p --description Two && claudestep task add -q p --description Lost && log=.git/logs/refs/heads/claudestep-metadata && truncate -s $(($(sed '$d' $log | wc -c) + 60)) $log && ../damage claudestep-metadata:projects/p.json claudestep-metadata:projects && ../follow && claudestep task list p
nothing is written anew where a damaged file is: the next 2 hints, one after the other, move them aside; then claudestep doctor looks again
mv -n $TESTDIR/nine/.git/objects/48/ddc3087a8bc8235f4f84a2a17f7aba79fe08db $TESTDIR/nine/.git/damaged-48ddc3087a8bc8235f4f84a2a17f7aba79fe08db
mv -n $TESTDIR/nine/.git/objects/12/7cee2828dadd37865781b3118cb8231ec6ab31 $TESTDIR/nine/.git/damaged-127cee2828dadd37865781b3118cb8231ec6ab31
where nobody else has it: the next hint goes back to the newest tip that is whole, where the reflog says that the branch was last, without what was written since, in all projects; the reflog keeps where the branch was
git -C $TESTDIR/nine update-ref refs/heads/claudestep-metadata bc4db29af73296a5349837667188072674beb717 87ad0aab81033845186600014c5885c0f76a4a37
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
# One whose HEAD is zeros: git does not work there, and nothing is printed that it would refuse, until that is written anew as well.
$ cd .. && ./make ten && cd ten && claudestep task add -q p --description Kept && head -c 41 /dev/zero >.git/worktrees/ten-w/HEAD && ../damage claudestep-metadata:projects/p.json && ../follow
claudestep fsck
nothing is written anew where a damaged file is: the next hint moves it aside; then claudestep doctor looks again
mv -n $TESTDIR/ten/.git/objects/08/de2e2d835590a710400430c8d3330c4011e3f8 $TESTDIR/ten/.git/damaged-08de2e2d835590a710400430c8d3330c4011e3f8
where nobody else has it: the next hint goes back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was
git -C $TESTDIR/ten update-ref refs/heads/claudestep-metadata 7deeb01f720a1a646842a9074700762d4a0fef00 8dc73a3568ee9f4c1913f732505829887a72a5fb
the next 2 hints, one after the other, write it anew, with what the work tree had checked out as far as its reflog and the branches tell; then claudestep doctor looks again
mv -n $TESTDIR/ten/.git/worktrees/ten-w/HEAD $TESTDIR/ten/.git/damaged-HEAD
echo 'ref: refs/heads/claudestep-metadata' >$TESTDIR/ten/.git/worktrees/ten-w/HEAD
0 problems, 1 warning
