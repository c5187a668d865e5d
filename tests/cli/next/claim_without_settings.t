# The settings of a repository went, and with them its remote: a claim that nobody hears of is refused, as long as what was noted of the remote tells that there was one.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create auth -q && claudestep task add auth --description One -q && claudestep task add auth --description Two -q && claudestep sync -q --force-first && git clone -q -b claudestep-metadata ../remote.git ../two && cp .git/config ../config
$ claudestep -C ../two next auth --claim | head -n 1 && : >.git/config && claudestep next auth --claim
claimed in auth: task 1
! error: there is no remote to claim at, and 'refs/remotes/origin/claudestep-metadata' notes what one has
!   caused by: git takes that ref away with its remote, so the settings went: others who claim there would hear nothing of a claim here, and may get the same task
! hint: to name the remote again: git remote add origin ADDRESS
! hint: where there is none any more: git update-ref -d refs/remotes/origin/claudestep-metadata
! hint: --no-sync claims in this repository alone
[3]
$ claudestep prepare auth --dry-run
! error: there is no remote to claim at, and 'refs/remotes/origin/claudestep-metadata' notes what one has
!   caused by: git takes that ref away with its remote, so the settings went: others who claim there would hear nothing of a claim here, and may get the same task
! hint: to name the remote again: git remote add origin ADDRESS
! hint: where there is none any more: git update-ref -d refs/remotes/origin/claudestep-metadata
! hint: --no-sync claims in this repository alone
[3]
$ claudestep doctor | grep -v ^ok
warning  remote      there is no remote, and 'refs/remotes/origin/claudestep-metadata' notes what one has: git takes that ref away with its remote, so the settings in '$TESTDIR/one/.git/config' went; claims are refused, and nothing is synced
                     hint: the next hint, with its address in the place of ADDRESS, names it again; where there is none any more, the one after it forgets what it had
                     hint: git -C $TESTDIR/one remote add origin ADDRESS
                     hint: git -C $TESTDIR/one update-ref -d refs/remotes/origin/claudestep-metadata
0 problems, 1 warning
$ claudestep next auth && claudestep next auth --claim --no-sync
next in auth: task 1
  description  One
  id           8b125077
  branch       claude-chain-auth-8b125077
claimed in auth: task 1
  description  One
  id           8b125077
  branch       claude-chain-auth-8b125077
  claim        by A U Thor until 2026-01-01T02:04:00Z
! claimed in this repository alone; other clones see it when the branch is pushed
# The ways out.
$ git -C $TESTDIR/one remote add origin ../remote.git && claudestep doctor | tail -n 1 && claudestep undo -q && claudestep next auth --claim | head -n 1
all is well
claimed in auth: task 2
$ rm .git/config && git remote add base/team ../remote.git && git fetch -q base/team && rm .git/config && git update-ref -d refs/remotes/origin/claudestep-metadata && claudestep doctor | grep -A3 ^warning
warning  remote      there is no remote, and 'refs/remotes/base/team/claudestep-metadata' notes what one has: git takes that ref away with its remote, so the settings in '$TESTDIR/one/.git/config' went; claims are refused, and nothing is synced
                     hint: the next hint, with its address in the place of ADDRESS, names it again; where there is none any more, the one after it forgets what it had
                     hint: git -C $TESTDIR/one remote add base/team ADDRESS
                     hint: git -C $TESTDIR/one update-ref -d refs/remotes/base/team/claudestep-metadata
$ git -C $TESTDIR/one update-ref -d refs/remotes/base/team/claudestep-metadata && claudestep doctor | tail -n 1 && claudestep task add auth --description Three -q && claudestep next auth --claim | head -n 1
all is well
claimed in auth: task 3
# Who takes a remote away with git takes those refs away as well.
$ cp ../config .git/config && git fetch -q && git remote remove origin && claudestep doctor | grep -v ^ok
all is well
