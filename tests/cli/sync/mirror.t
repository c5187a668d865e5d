# A mirror: git's own fetch takes what was written away, its push what others synced; sync does neither.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep sync --force-first -q && cd ..
$ git clone -q --mirror remote.git mirror.git && cd mirror.git
$ claudestep task add auth --description "Add login"
[6ae2610] auth: add task 'Add login'
! warning: a plain git fetch from 'origin' takes this write away unless it was synced (remote.origin.fetch is '+refs/*:refs/*'); claudestep doctor tells the way out
$ claudestep doctor | grep -A1 remote
problem  remote      git push to 'origin' puts the branches that are here in the place of those there, with all that others synced: remote.origin.mirror is true
                     hint: the next hint ends that; claudestep sync does not mirror in any case
                     hint: git -C $TESTDIR/mirror.git config remote.origin.mirror false
warning  remote      git fetch --prune from 'origin' takes 'refs/remotes/origin/claudestep-metadata' away, and without it a rewind of the remote is not noticed: remote.origin.fetch is '+refs/*:refs/*'
                     hint: the next hint leaves it out
                     hint: git -C $TESTDIR/mirror.git config --add remote.origin.fetch '^refs/remotes/origin/claudestep-metadata'
                     hint: the next hint leaves out where a sync lands
                     hint: git -C $TESTDIR/mirror.git config --add remote.origin.fetch '^refs/claudestep/incoming/*'
ok       remote      'origin'
problem  remote      git fetch from 'origin' puts what it has in the place of 'claudestep-metadata', with all that was not synced: remote.origin.fetch is '+refs/*:refs/*'
                     hint: the next hint leaves the branch out; claudestep sync goes on fetching it
                     hint: git -C $TESTDIR/mirror.git config --add remote.origin.fetch '^refs/heads/claudestep-metadata'
ok       ref         'refs/heads/claudestep-metadata'
$ claudestep sync
[6ae2610] sync 'claudestep-metadata' with 'origin'
  pushed  83724d1..6ae2610
! warning: after git fetch --prune from 'origin' a rewind of the remote is not noticed: it takes 'refs/remotes/origin/claudestep-metadata' away; claudestep doctor tells the way out
$ claudestep sync
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
! warning: after git fetch --prune from 'origin' a rewind of the remote is not noticed: it takes 'refs/remotes/origin/claudestep-metadata' away; claudestep doctor tells the way out
# What the warning is about.
$ claudestep task add auth --description "Lost" -q && git fetch -q && claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
! warning: a plain git fetch from 'origin' takes this write away unless it was synced (remote.origin.fetch is '+refs/*:refs/*'); claudestep doctor tells the way out
# Where doctor leads.
$ git config --add remote.origin.fetch '^refs/heads/claudestep-metadata' && git config remote.origin.mirror false
$ claudestep doctor | grep -A1 remote
warning  remote      git fetch --prune from 'origin' takes 'refs/remotes/origin/claudestep-metadata' away, and without it a rewind of the remote is not noticed: remote.origin.fetch is '+refs/*:refs/*'
                     hint: the next hint leaves it out
                     hint: git -C $TESTDIR/mirror.git config --add remote.origin.fetch '^refs/remotes/origin/claudestep-metadata'
                     hint: the next hint leaves out where a sync lands
                     hint: git -C $TESTDIR/mirror.git config --add remote.origin.fetch '^refs/claudestep/incoming/*'
ok       remote      'origin'
ok       ref         'refs/heads/claudestep-metadata'
$ claudestep task add auth --description "Kept" && git fetch -q --prune && claudestep task list auth
[eb6dd99] auth: add task 'Kept'
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
     2  c159e746  pending, ready  Kept
$ claudestep sync && git -C ../one fetch -q && claudestep -C ../one task list auth
[eb6dd99] sync 'claudestep-metadata' with 'origin'
  pushed  6ae2610..eb6dd99
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
     2  c159e746  pending, ready  Kept
! warning: after git fetch --prune from 'origin' a rewind of the remote is not noticed: it takes 'refs/remotes/origin/claudestep-metadata' away; claudestep doctor tells the way out
# A fetch that prunes takes away what notes the state of the remote: doctor leads on, and a rewind is noticed.
$ claudestep doctor | sed -n 's|.*hint: \(git .* config --add .*\)|\1|p' | sh && claudestep doctor | grep -A1 remote
ok       remote      'origin'
ok       ref         'refs/heads/claudestep-metadata'
$ claudestep task add auth --description "Dropped" -q && claudestep sync -q && git fetch -q --prune && git for-each-ref --format='%(refname)'
refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata
refs/heads/claudestep-metadata
refs/remotes/origin/claudestep-metadata
$ git -C ../remote.git update-ref refs/heads/claudestep-metadata $(git rev-parse claudestep-metadata~1) && git fetch -q --prune && claudestep sync
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at eb6dd99, which does not contain fdbf4d6 that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log eb6dd99..fdbf4d6
! hint: to give it back what it lost, before the next claudestep sync: git push origin fdbf4d671893:refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
# A refspec of one's own.
$ cd .. && git clone -q --bare remote.git bare.git && cd bare.git && git config remote.up.url ../remote.git
$ git config remote.up.fetch '+main:claudestep-metadata' && claudestep doctor | grep -A1 "git fetch from"
problem  remote      git fetch from 'up' puts what it has in the place of 'claudestep-metadata', with all that was not synced: remote.up.fetch is '+main:claudestep-metadata'
                     hint: the next hint leaves the branch out; claudestep sync goes on fetching it
$ git config remote.up.fetch 'refs/heads/*:refs/heads/*' && claudestep doctor | grep "git fetch from"
[1]
# A remote may have any name: what doctor prints for a shell is one word there.
$ cd .. && git init -q odd && cd odd && claudestep project create p -q && git config 'remote.a;echo PWNED.url' ../remote.git && git config 'remote.a;echo PWNED.mirror' true && git config --add 'remote.a;echo PWNED.fetch' '+refs/*:refs/*'
$ claudestep doctor | grep -A13 ' remote ' && claudestep doctor | sed -n 's|.*hint: \(git .* config --add .*\)|\1|p' | tee way && sh way && claudestep doctor | grep -c ' config --add'
problem  remote      git push to 'a;echo PWNED' puts the branches that are here in the place of those there, with all that others synced: remote.a;echo PWNED.mirror is true
                     hint: the next hint ends that; claudestep sync does not mirror in any case
                     hint: git -C $TESTDIR/odd config 'remote.a;echo PWNED.mirror' false
warning  remote      git fetch --prune from 'a;echo PWNED' takes 'refs/remotes/a;echo PWNED/claudestep-metadata' away, and without it a rewind of the remote is not noticed: remote.a;echo PWNED.fetch is '+refs/*:refs/*'
                     hint: the next hint leaves it out
                     hint: git -C $TESTDIR/odd config --add 'remote.a;echo PWNED.fetch' '^refs/remotes/a;echo PWNED/claudestep-metadata'
                     hint: the next hint leaves out where a sync lands
                     hint: git -C $TESTDIR/odd config --add 'remote.a;echo PWNED.fetch' '^refs/claudestep/incoming/*'
ok       remote      'a;echo PWNED'
problem  remote      git fetch from 'a;echo PWNED' puts what it has in the place of 'claudestep-metadata', with all that was not synced: remote.a;echo PWNED.fetch is '+refs/*:refs/*'
                     hint: the next hint leaves the branch out; claudestep sync goes on fetching it
                     hint: git -C $TESTDIR/odd config --add 'remote.a;echo PWNED.fetch' '^refs/heads/claudestep-metadata'
problem  ref         'refs/remotes/a;echo PWNED/HEAD' is no ref name
problem  branch      'refs/remotes/a;echo PWNED/claudestep-metadata' is no ref name
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/odd fetch --refetch 'a;echo PWNED'
                     hint: only where it still says so then: the next hint takes 'refs/remotes/a;echo PWNED/claudestep-metadata' away; then the next claudestep sync writes it anew
                     hint: git -C $TESTDIR/odd update-ref --no-deref -d 'refs/remotes/a;echo PWNED/claudestep-metadata'
ok       objects     10 loose objects
ok       worktree    the branch is checked out nowhere
4 problems, 1 warning
git -C $TESTDIR/odd config --add 'remote.a;echo PWNED.fetch' '^refs/remotes/a;echo PWNED/claudestep-metadata'
git -C $TESTDIR/odd config --add 'remote.a;echo PWNED.fetch' '^refs/claudestep/incoming/*'
git -C $TESTDIR/odd config --add 'remote.a;echo PWNED.fetch' '^refs/heads/claudestep-metadata'
0
[1]
