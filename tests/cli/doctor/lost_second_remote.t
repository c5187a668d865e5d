# What is lost is known to be at another remote than the usual one: that is asked, first.
--- file lose
#!/bin/sh
rm -f ".git/objects/$(git rev-parse "$1" | sed 's|..|&/|')"
--- end
--- file ask
#!/bin/sh
# Asks whom doctor names, as it is printed, and shows that; ADDRESS is what is given here.
claudestep doctor | sed -n '/CLONE/d; s/.*hint: \(git .* fetch --refetch .*\)/\1/p' | awk '!seen[$0]++' | tee "$TESTDIR/typed" && sed "s|ADDRESS|$1|" "$TESTDIR/typed" | sh 2>/dev/null; claudestep doctor | tail -n 1
--- end
--- file apart
#!/bin/sh
# A clone of two remotes, of which the second has a project with two tasks that was merged here.
git init -q --bare "$1.git" && git init -q --bare "$1-up.git" && git init -q "$1" && cd "$1" && git config core.logAllRefUpdates "$2" && git remote add origin "../$1.git" && git remote add up "../$1-up.git" && claudestep -q project create auth && claudestep -q sync --force-first && claudestep -q sync up --force-first && claudestep -q sync origin &&
  git clone -q --no-checkout "../$1-up.git" "../$1-other" && cd "../$1-other" && claudestep -q init && claudestep -q project create theirs && claudestep -q task add theirs --description One && claudestep -q task add theirs --description Two && claudestep -q sync && cd "../$1" && claudestep -q task add auth --description Here && git fetch -q up && claudestep -q merge up/claudestep-metadata && claudestep -q task add auth --description Then
--- end
$ chmod +x lose ask apart && ./apart one false && cd one && ../lose up/claudestep-metadata~1 && claudestep doctor | grep -v '^ok'; claudestep sync up
problem  branch      the commit bd7800e5a301251f69939044cc6274cb458eb313 is missing
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/one fetch --refetch up
                     hint: only where it still says so then: the next hint puts all that the branch has, which lost nothing but history, upon 'refs/remotes/origin/claudestep-metadata'; who merges 'refs/remotes/up/claudestep-metadata' merges it again: of that what was taken away may be there again, and what was changed may give way to what it replaced, with the next merge of it, so look at it then
                     hint: git -C $TESTDIR/one cat-file -e bd7800e5a301251f69939044cc6274cb458eb313 2>/dev/null || git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/one commit-tree b0245b6fe109864269d43154960f8025044322e1 -p 31eef34573011d0834238ec2972a9313eb629ee6 -m 'the history between is lost')" 9751219b8486776937cc9dc63e89b06d4570f593
1 problem, 0 warnings
! error: the commit bd7800e5a301251f69939044cc6274cb458eb313 is missing
! hint: claudestep doctor
[5]
$ ../ask && claudestep sync up && claudestep list
git -C $TESTDIR/one fetch --refetch up
0 problems, 1 warning
[9751219] sync 'claudestep-metadata' with 'up'
  pushed  19978c3..9751219
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
  theirs   not_started   0/2  2026-01-01  2026-01-01  -
# Its tip is lost: beside that git fetches from nobody else.
$ cd .. && ./apart two true && cd two && ../lose up/claudestep-metadata && claudestep doctor | grep -v '^ok'; claudestep sync up
problem  remote      'refs/remotes/up/claudestep-metadata' leads to nothing that is here: git fetches nothing beside it, and claudestep sync fails
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/two fetch --refetch up
                     hint: only where it still says so then: the next hint moves its file aside; git fetch up writes it anew where that still has the branch
                     hint: mv -n $TESTDIR/two/.git/refs/remotes/up/claudestep-metadata $TESTDIR/two/.git/damaged-refs-remotes-up-claudestep-metadata
problem  branch      the commit a490645c5ac6beee8c919faedf0e993dd789fc6d is missing
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/two fetch --refetch up
                     hint: only where it still says so then: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 2 moves ago; what it may have merged of the remote 'up' is not noted: of that what was taken away may be there again after the next claudestep sync, and what was changed may give way to what it replaced, so look at it then
                     hint: git -C $TESTDIR/two cat-file -e a490645c5ac6beee8c919faedf0e993dd789fc6d 2>/dev/null || git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/two commit-tree 0a9f3c13ffbba27cb4877f6af744ee21f5871152 -p f7f5f7d5cb49c81a68e5d76980b32a54b8d7fe88 -m 'the history between is lost')" 60779977766b4366b4c714f9e1f272173de5cfd0
2 problems, 0 warnings
! error: 'refs/remotes/up/claudestep-metadata' cannot be followed
!   caused by: the commit a490645c5ac6beee8c919faedf0e993dd789fc6d is missing
! hint: to bring what the remote has: git fetch --refetch up
[5]
$ ../ask && claudestep sync up && claudestep list
git -C $TESTDIR/two fetch --refetch up
0 problems, 1 warning
[6077997] sync 'claudestep-metadata' with 'up'
  pushed  a490645..6077997
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
  theirs   not_started   0/2  2026-01-01  2026-01-01  -
# Where it led there, and does not any more.
$ cd .. && ./apart three true && cd three && lost=$(git rev-parse up/claudestep-metadata) && git update-ref refs/remotes/up/claudestep-metadata $lost~2 && ../lose $lost && claudestep doctor | grep -v '^ok'
warning  remote      claims and syncs of 'claudestep-metadata' go to 'origin', and 'up' has of it what 'origin', as last fetched, does not have: who claims at 'up' hears nothing of a claim at 'origin', and may get the same task
                     hint: the next hint, with the name of the remote where all claim, chooses that
                     hint: git -C $TESTDIR/three config branch.claudestep-metadata.remote NAME
problem  branch      the commit 0364d0d0bd46cbca6c6cba9908419bf1217957a6 is missing
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/three fetch --refetch up
                     hint: only where it still says so then: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 2 moves ago; whether it had merged 'refs/remotes/up/claudestep-metadata' cannot be told: of 'projects/theirs.json' what was taken away may be there again, and what was changed may give way to what it replaced, with the next merge of it, so look at it then
                     hint: git -C $TESTDIR/three cat-file -e 0364d0d0bd46cbca6c6cba9908419bf1217957a6 2>/dev/null || git -C $TESTDIR/three update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/three commit-tree a90e18c3cae7ffb09f3caada793440f38c23e879 -p 5dc5dc8ce03aeecf826be017c98cba45f9787c1c -m 'the history between is lost')" 70ff38f909306b43a776ca0a707c9c9adc735a0a
1 problem, 1 warning
$ ../ask && claudestep sync up && claudestep list
git -C $TESTDIR/three fetch --refetch up
0 problems, 1 warning
[70ff38f] sync 'claudestep-metadata' with 'up'
  pushed  0364d0d..70ff38f
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
  theirs   not_started   0/2  2026-01-01  2026-01-01  -
# Both remotes have some of it: the first is given an error for what the second brings.
$ cd .. && ./apart four true && cd four && claudestep -q sync && claudestep -q task add auth --description More && ../lose up/claudestep-metadata && ../lose origin/claudestep-metadata && claudestep doctor | grep -v '^ok'
problem  remote      'refs/remotes/up/claudestep-metadata' leads to nothing that is here: git fetches nothing beside it, and claudestep sync fails
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/four fetch --refetch up
                     hint: only where it still says so then: the next hint moves its file aside; git fetch up writes it anew where that still has the branch
                     hint: mv -n $TESTDIR/four/.git/refs/remotes/up/claudestep-metadata $TESTDIR/four/.git/damaged-refs-remotes-up-claudestep-metadata
problem  branch      'refs/remotes/origin/claudestep-metadata' cannot be followed: the commit 49a9da98cd7abb5ed8d31f94d3c3e59431d85685 is missing
                     hint: first: these remotes may have what is missing: the next 2 hints, one after the other, bring it, also where git ends each with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/four fetch --refetch origin
                     hint: git -C $TESTDIR/four fetch --refetch up
                     hint: only where it still says so then: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago; what it may have merged of the remote 'origin' is not noted: of that what was taken away may be there again after the next claudestep sync, and what was changed may give way to what it replaced, so look at it then; what it may have merged of the remote 'up' is not noted: of that what was taken away may be there again after the next claudestep sync, and what was changed may give way to what it replaced, so look at it then
                     hint: git -C $TESTDIR/four cat-file -e 49a9da98cd7abb5ed8d31f94d3c3e59431d85685 2>/dev/null || git -C $TESTDIR/four cat-file -e 4d4effba2b9622bb4d9bbadf3415dc8acc0eeb31 2>/dev/null || git -C $TESTDIR/four update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/four commit-tree 4695d1a2c197baaf25d6a89abf3019215efce8a0 -p bf1388ab6308706310c972d82ae99bd9583c3df9 -m 'the history between is lost')" b58636cb47e1269c26040af7c0d7874ff20deb07
2 problems, 0 warnings
$ ../ask && claudestep sync up && claudestep list
git -C $TESTDIR/four fetch --refetch up
git -C $TESTDIR/four fetch --refetch origin
all is well
[b58636c] sync 'claudestep-metadata' with 'up'
  pushed  4d4effb..b58636c
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/3  2026-01-01  2026-01-01  -
  theirs   not_started   0/2  2026-01-01  2026-01-01  -
# A file of it, that the branch has no more.
$ cd .. && ./apart five true && cd five && claudestep -q task edit theirs 1 --description Uno && ../lose up/claudestep-metadata:projects/theirs.json && claudestep doctor | grep -v '^ok'
warning  remote      claims and syncs of 'claudestep-metadata' go to 'origin', and 'up' has of it what 'origin', as last fetched, does not have: who claims at 'up' hears nothing of a claim at 'origin', and may get the same task
                     hint: the next hint, with the name of the remote where all claim, chooses that
                     hint: git -C $TESTDIR/five config branch.claudestep-metadata.remote NAME
problem  tip         the tip is whole, but some of what earlier commits have is missing or damaged, which no push can do without: claudestep sync fails
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/five fetch --refetch up
                     hint: only where it still says so then: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago; who merges 'refs/remotes/up/claudestep-metadata' merges it again: of 'projects/theirs.json' what was taken away may be there again, and what was changed may give way to what it replaced, with the next merge of it, so look at it then
                     hint: git -C $TESTDIR/five cat-file -e 598a24d3cf75098e674fd1fcf7ced137f378cf03 2>/dev/null || git -C $TESTDIR/five update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/five commit-tree 0eda18ec0bce0a994cc81f7e73c1a251ed115e66 -p 9968814c3c0d9dec97fb0953172fb95bca086d6b -m 'the history between is lost')" 713cbaf3f6cf1bbf754b4e41c5bb5afd325e746b
1 problem, 1 warning
$ ../ask && claudestep sync up
git -C $TESTDIR/five fetch --refetch up
0 problems, 1 warning
[713cbaf] sync 'claudestep-metadata' with 'up'
  pushed  8999577..713cbaf
# The branch was put on what is whole, and what the remote had is missing still: doctor tells of it, and sync asks doctor.
$ cd .. && ./apart six false && cd six && git update-ref refs/heads/claudestep-metadata origin/claudestep-metadata && ../lose up/claudestep-metadata~1 && claudestep sync up; claudestep doctor | grep -v '^ok'
problem  remote      some of what 'refs/remotes/up/claudestep-metadata' leads to is missing or damaged: claudestep sync up may fail, and so may git gc
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/six fetch --refetch up
                     hint: only where it still says so then: the next 2 hints, one after the other, take 'refs/remotes/up/claudestep-metadata' away, and take away where a fetch landed; then the next claudestep sync up writes it anew
                     hint: git -C $TESTDIR/six update-ref --no-deref -d refs/remotes/up/claudestep-metadata
                     hint: git -C $TESTDIR/six update-ref --no-deref -d refs/claudestep/incoming/75a288c0d689/claudestep-metadata
1 problem, 0 warnings
! error: the commit 70c2e1cc662d38dd356cd268dac25e859104c4f1 is missing
! hint: claudestep doctor
$ claudestep doctor | sed -n 's/.*hint: \(git -C .* update-ref\)/\1/p' | sh && claudestep doctor | tail -n 1 && claudestep sync up && claudestep list
all is well
[680c566] sync 'claudestep-metadata' with 'up'
  fetched e9e78bb..680c566
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     empty         0/0  2026-01-01  2026-01-01  -
  theirs   not_started   0/2  2026-01-01  2026-01-01  -
# So it is with what was synced with by its address.
$ cd .. && ./apart seven true && cd seven && git remote rm up && claudestep -q sync ../seven-up.git && noted=$(git for-each-ref --format='%(refname)' refs/claudestep/remotes) && git update-ref refs/heads/claudestep-metadata origin/claudestep-metadata && ../lose $noted~1 && claudestep sync ../seven-up.git; claudestep doctor | grep -v '^ok' | sed 's:/[0-9a-f]\{12\}/:/ADDRESS-ID/:g'
problem  remote      some of what 'refs/claudestep/remotes/ADDRESS-ID/claudestep-metadata' leads to is missing or damaged: claudestep sync ADDRESS may fail, and so may git gc
                     hint: first: the remote may have what is missing: the next hint brings it, with the address of which 'refs/claudestep/remotes/ADDRESS-ID/claudestep-metadata' is noted in the place of ADDRESS, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/seven fetch --refetch ADDRESS refs/heads/claudestep-metadata
                     hint: only where it still says so then: the next 2 hints, one after the other, put 'refs/claudestep/remotes/ADDRESS-ID/claudestep-metadata' where its reflog says that it was, at the newest tip that is whole, and take away where a fetch landed; then claudestep sync ADDRESS asks the remote
                     hint: git -C $TESTDIR/seven update-ref refs/claudestep/remotes/ADDRESS-ID/claudestep-metadata b45e1d2cc63dddc3191f57b48c031689e58a5396
                     hint: git -C $TESTDIR/seven update-ref --no-deref -d refs/claudestep/incoming/ADDRESS-ID/claudestep-metadata
1 problem, 0 warnings
! error: the commit 782ea8af432f54752b71951d9d7f81f5bbada98d is missing
! hint: claudestep doctor
$ claudestep doctor | sed -n 's/.*hint: \(git -C .* fetch .*\)/\1/p' | sed 's|ADDRESS|../seven-up.git|' | sh 2>/dev/null; claudestep doctor | tail -n 1 && claudestep sync ../seven-up.git
all is well
[541934c] sync 'claudestep-metadata' with '$TESTDIR/seven-up.git'
  fetched b264ff4..541934c
# Which the branch had merged: the address comes before what drops history.
$ cd .. && ./apart eight true && cd eight && git remote rm up && claudestep -q sync ../eight-up.git && ../lose claudestep-metadata~1^2 && claudestep doctor | grep -v '^ok' | sed 's:/[0-9a-f]\{12\}/:/ADDRESS-ID/:g'
problem  branch      the commit f1afc4621e9a6b2dac1cdce2789ec07d8e447ea1 is missing
                     hint: first: the remote may have what is missing: the next hint brings it, with the address of which 'refs/claudestep/remotes/ADDRESS-ID/claudestep-metadata' is noted in the place of ADDRESS, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/eight fetch --refetch ADDRESS refs/heads/claudestep-metadata
                     hint: only where it still says so then: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago; who merges 'refs/claudestep/remotes/ADDRESS-ID/claudestep-metadata' merges it again: of that what was taken away may be there again, and what was changed may give way to what it replaced, with the next merge of it, so look at it then
                     hint: git -C $TESTDIR/eight cat-file -e f1afc4621e9a6b2dac1cdce2789ec07d8e447ea1 2>/dev/null || git -C $TESTDIR/eight update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/eight commit-tree 4beb219941ee5214a108dce444c840daf79821c0 -p 51d19710c773f884f1b2780707c9fb71753b04ba -m 'the history between is lost')" 09cfc334961d72c7fa08c0d04c5a162400acb149
1 problem, 0 warnings
$ ../ask ../eight-up.git && claudestep sync ../eight-up.git && claudestep list
git -C $TESTDIR/eight fetch --refetch ADDRESS refs/heads/claudestep-metadata
all is well
nothing to do: 'claudestep-metadata' is the same here and on '$TESTDIR/eight-up.git'
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
  theirs   not_started   0/2  2026-01-01  2026-01-01  -
# A file of it, that the branch has no more.
$ cd .. && ./apart nine true && cd nine && git remote rm up && claudestep -q sync ../nine-up.git && claudestep -q sync && claudestep -q task edit theirs 1 --description Uno && ../lose claudestep-metadata~1:projects/theirs.json && claudestep doctor | grep -v '^ok' | sed 's:/[0-9a-f]\{12\}/:/ADDRESS-ID/:g'
problem  tip         the tip is whole, but some of what earlier commits have is missing or damaged, which no push can do without: claudestep sync fails
                     hint: first: these remotes may have what is missing: the next 2 hints, one after the other, bring it, with the address of which 'refs/claudestep/remotes/ADDRESS-ID/claudestep-metadata' is noted in the place of ADDRESS, also where git ends each with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/nine fetch --refetch origin
                     hint: git -C $TESTDIR/nine fetch --refetch ADDRESS refs/heads/claudestep-metadata
                     hint: only where it still says so then: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago; the next claudestep sync merges 'refs/remotes/origin/claudestep-metadata' again: of 'projects/theirs.json' what was taken away may be there again, and what was changed may give way to what it replaced, here at once and for all with the next claudestep sync, so look at it before that; who merges 'refs/claudestep/remotes/ADDRESS-ID/claudestep-metadata' merges it again: of 'projects/theirs.json' what was taken away may be there again, and what was changed may give way to what it replaced, with the next merge of it, so look at it then
                     hint: git -C $TESTDIR/nine cat-file -e 3c3dd1e3f32013cb0dce293c382409e6a1b30060 2>/dev/null || git -C $TESTDIR/nine update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/nine commit-tree 4982231f9af5610461b364bad027e1cd23be9512 -p 5e447df004b6c382ce3b34aebd7d4d219474fa05 -m 'the history between is lost')" 4adb98a155361a3e3d3bd68aad80f29c2ad7c8f4
1 problem, 0 warnings
$ ../ask ../nine-up.git
git -C $TESTDIR/nine fetch --refetch origin
git -C $TESTDIR/nine fetch --refetch ADDRESS refs/heads/claudestep-metadata
all is well
# A remote with a name may have it as well; and it is the newest that was known of the address.
$ cd .. && ./apart ten true && cd ten && claudestep -q sync ../ten-up.git && claudestep -q sync ../ten.git && git remote rm up && git remote add up ../ten-other && git fetch -q up && claudestep -q task add auth --description More && ../lose claudestep-metadata~2^2 && claudestep doctor | grep -v '^ok' | sed 's:/[0-9a-f]\{12\}/:/ADDRESS-ID/:g'
warning  remote      'refs/claudestep/incoming/ADDRESS-ID/claudestep-metadata' is broken: while it is there, git fetch is refused
                     hint: it only notes where a fetch landed: the next claudestep sync removes it
problem  remote      'refs/remotes/up/claudestep-metadata' leads to nothing that is here: git fetches nothing beside it, and claudestep sync fails
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/ten fetch --refetch up
                     hint: only where it still says so then: the next hint moves its file aside; git fetch up writes it anew where that still has the branch
                     hint: mv -n $TESTDIR/ten/.git/refs/remotes/up/claudestep-metadata $TESTDIR/ten/.git/damaged-refs-remotes-up-claudestep-metadata
problem  branch      the commit c56ae3184c53caf70a369836af53c1a5d715dd8f is missing
                     hint: first: these remotes may have what is missing: the next 2 hints, one after the other, bring it, with the addresses of which 'refs/claudestep/remotes/ADDRESS-ID/claudestep-metadata' and 1 other ref are noted, one after the other, in the place of ADDRESS, also where git ends each with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/ten fetch --refetch up
                     hint: git -C $TESTDIR/ten fetch --refetch ADDRESS refs/heads/claudestep-metadata
                     hint: only where it still says so then: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago; who merges 'refs/claudestep/remotes/ADDRESS-ID/claudestep-metadata' merges it again: of that what was taken away may be there again, and what was changed may give way to what it replaced, with the next merge of it, so look at it then; who merges 'refs/claudestep/remotes/ADDRESS-ID/claudestep-metadata' merges it again: of that what was taken away may be there again, and what was changed may give way to what it replaced, with the next merge of it, so look at it then; what it may have merged of the remote 'up' is not noted: of that what was taken away may be there again after the next claudestep sync, and what was changed may give way to what it replaced, so look at it then
                     hint: git -C $TESTDIR/ten cat-file -e c56ae3184c53caf70a369836af53c1a5d715dd8f 2>/dev/null || git -C $TESTDIR/ten update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/ten commit-tree 914dde98d3a0a743019bc69a5010fdfea97823c9 -p a50ef63525c69bcd84aa6f0902f3f2261b6ca748 -m 'the history between is lost')" ebc8ef852f1ad77ff56d033e75ef981a60fb9eab
2 problems, 1 warning
$ ../ask ../ten-up.git
git -C $TESTDIR/ten fetch --refetch up
git -C $TESTDIR/ten fetch --refetch ADDRESS refs/heads/claudestep-metadata
0 problems, 1 warning
# Its tip is lost: beside that git fetches from nobody else.
$ cd .. && ./apart eleven true && cd eleven && git remote rm up && claudestep -q sync ../eleven-up.git && noted=$(git for-each-ref --format='%(refname)' refs/claudestep/remotes) && git update-ref refs/heads/claudestep-metadata origin/claudestep-metadata && ../lose $noted && claudestep doctor | grep -v '^ok' | sed 's:[-/][0-9a-f]\{12\}\([-/]\):/ADDRESS-ID\1:g'
problem  remote      'refs/claudestep/remotes/ADDRESS-ID/claudestep-metadata' leads to nothing that is here: git fetches nothing beside it, and claudestep sync fails
                     hint: first: the remote may have what is missing: the next hint brings it, with the address of which 'refs/claudestep/remotes/ADDRESS-ID/claudestep-metadata' is noted in the place of ADDRESS, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/eleven fetch --refetch ADDRESS refs/heads/claudestep-metadata
                     hint: only where it still says so then: the next hint moves its file aside; the one after it shows its reflog, which says where it was: git update-ref puts it back there
                     hint: mv -n $TESTDIR/eleven/.git/refs/claudestep/remotes/ADDRESS-ID/claudestep-metadata $TESTDIR/eleven/.git/damaged-refs-claudestep-remotes/ADDRESS-ID-claudestep-metadata
                     hint: cat $TESTDIR/eleven/.git/logs/refs/claudestep/remotes/ADDRESS-ID/claudestep-metadata
1 problem, 0 warnings
$ ../ask ../eleven-up.git
git -C $TESTDIR/eleven fetch --refetch ADDRESS refs/heads/claudestep-metadata
all is well
# However many remotes note the same, git looks for what is missing once.
--- file counted/git
#!/bin/sh
case " $* " in *" rev-list "*) echo >>"$TESTDIR/looked" ;; esac
PATH=${PATH#*:} exec git "$@"
--- end
$ cd .. && chmod +x counted/git && ./apart twelve true && cd twelve && ../lose claudestep-metadata~1 && PATH=$TESTDIR/counted:$PATH claudestep doctor >../few; mv ../looked ../few-looked; for name in a b c d e; do git config remote.$name.url ../$name.git && git update-ref refs/remotes/$name/claudestep-metadata up/claudestep-metadata; done; PATH=$TESTDIR/counted:$PATH claudestep doctor >../many; [ $(wc -l <../few-looked) = $(wc -l <../looked) ] && grep -h "^problem" ../few ../many
problem  branch      the commit 7b3c1ba4a86ba8ceaf7a306dfefd74b93de5314b is missing
problem  branch      the commit 7b3c1ba4a86ba8ceaf7a306dfefd74b93de5314b is missing
