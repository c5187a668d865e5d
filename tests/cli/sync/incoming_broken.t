# A broken ref of those that note where a fetch landed stops every git fetch. It is named by doctor,
# and taken away by the next sync or claim, which needs nothing of it.
$ git init -q --bare hub && git init -q one && cd one && git remote add origin ../hub && claudestep project create -q p && claudestep task add -q p --description One && claudestep sync -q --force-first && claudestep sync -q
$ ref=$(git for-each-ref --format='%(refname)' refs/claudestep/incoming) && echo $ref && : >.git/$ref && git fetch -q 2>&1 | head -1; claudestep doctor | grep -A1 incoming
refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata
fatal: bad object refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata
warning  remote      'refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata' is broken: while it is there, git fetch is refused
                     hint: it only notes where a fetch landed: the next claudestep sync removes it
$ claudestep sync && claudestep doctor | tail -n 1 && git for-each-ref
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
all is well
%8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 commit\trefs/claudestep/incoming/181fdd46fc4a/claudestep-metadata
%8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 commit\trefs/heads/claudestep-metadata
%8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 commit\trefs/remotes/origin/claudestep-metadata
! removed 'refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata', which was broken; it only noted where a fetch had landed
# One that names what is not there, of another remote than the one that is synced with.
$ echo 1111111111111111111111111111111111111111 >.git/refs/claudestep/incoming/other && claudestep next p --claim && git fetch -q && claudestep doctor | tail -n 1
claimed in p: task 1
  description  One
  id           8b125077
  branch       claude-chain-p-8b125077
  claim        by A U Thor until 2026-01-01T02:03:00Z
all is well
! removed 'refs/claudestep/incoming/other', which was broken; it only noted where a fetch had landed
# A packed one.
$ git pack-refs --all && sed -i 's,.* refs/claudestep/incoming,1111111111111111111111111111111111111111 refs/claudestep/incoming,' .git/packed-refs && claudestep sync && git for-each-ref --format='%(refname)'
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata
refs/heads/claudestep-metadata
refs/remotes/origin/claudestep-metadata
! removed 'refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata', which was broken; it only noted where a fetch had landed
# The same in the place of their folder.
$ git update-ref -d refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata; rm -rf .git/refs/claudestep && mkdir .git/refs/claudestep && : >.git/refs/claudestep/incoming && claudestep doctor | grep -A1 incoming; claudestep sync && claudestep doctor | tail -n 1
warning  remote      'refs/claudestep/incoming' is broken: while it is there, git fetch is refused
                     hint: it only notes where a fetch landed: the next claudestep sync removes it
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
all is well
! removed 'refs/claudestep/incoming', which was broken; it only noted where a fetch had landed
# A sound ref is somebody's own: it is told, and who has kept what it leads to takes it away.
$ git update-ref -d refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata; git update-ref refs/claudestep claudestep-metadata && claudestep sync
! error: cannot fetch from 'origin'
!   caused by: error: cannot lock ref 'refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata': 'refs/claudestep' exists; cannot create 'refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata'
!   caused by: error: some local refs could not be updated; try running
!   caused by: 'git remote prune origin' to remove any old, conflicting branches
! hint: claudestep doctor
[7]
$ claudestep doctor | grep -A2 ^problem
problem  remote      there is no place for what a sync fetches beside 'refs/claudestep': claudestep sync and claims are refused
                     hint: to keep its commit, if nothing else does: git -C $TESTDIR/one branch NAME refs/claudestep
                     hint: to take that away: git -C $TESTDIR/one update-ref --no-deref -d refs/claudestep
$ git update-ref -d refs/claudestep && claudestep sync
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
# A symbolic ref in its place is taken away, and not what it stands for.
$ rm -rf .git/refs/claudestep && git symbolic-ref refs/claudestep refs/heads/claudestep-metadata && claudestep doctor | grep -A 2 ^problem; sh -c "$(claudestep doctor | grep -o 'git .*update-ref .*')" && git symbolic-ref refs/claudestep; git rev-parse -q --verify claudestep-metadata >../there && claudestep sync
problem  remote      there is no place for what a sync fetches beside 'refs/claudestep': claudestep sync and claims are refused
                     hint: to keep its commit, if nothing else does: git -C $TESTDIR/one branch NAME refs/claudestep
                     hint: to take that away: git -C $TESTDIR/one update-ref --no-deref -d refs/claudestep
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
! fatal: ref refs/claudestep is not a symbolic ref
