# A clone that has only fetched, and a remote that lost the branch: it can be pushed again from here.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep sync --force-first -q && git push -q origin claudestep-metadata:refs/heads/main
$ git clone -q ../remote.git ../two 2>/dev/null && cd ../two && git -C ../remote.git branch -q -D claudestep-metadata
$ claudestep sync
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' is not there any more; it was at 83724d1
!   caused by: somebody forced it, or took it away; nothing was changed here
! hint: to push the branch again: claudestep sync --accept-rewind
[4]
$ claudestep next auth --claim
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' is not there any more; it was at 83724d1
!   caused by: somebody forced it, or took it away; nothing was changed here
! hint: to push the branch again: claudestep sync --accept-rewind
[4]
$ claudestep prepare auth
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' is not there any more; it was at 83724d1
!   caused by: somebody forced it, or took it away; nothing was changed here
! hint: to push the branch again: claudestep sync --accept-rewind
[4]
$ claudestep sync --accept-rewind --dry-run
would: sync 'claudestep-metadata' with 'origin'
  rewound 83724d1..nothing
  pushed  nothing..83724d1
$ git for-each-ref --format='%(refname)' refs/heads
refs/heads/main
$ claudestep sync --accept-rewind
[83724d1] sync 'claudestep-metadata' with 'origin'
  rewound 83724d1..nothing
  pushed  nothing..83724d1
! made 'claudestep-metadata' here from what 'origin' had: 83724d1
$ claudestep sync && git -C ../remote.git rev-parse claudestep-metadata && git rev-parse origin/claudestep-metadata
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
83724d120d37697765e0a60ba863aedb8f1ed4ad
83724d120d37697765e0a60ba863aedb8f1ed4ad

# Without a push the branch is made here, which is said.
$ git -C ../remote.git branch -q -D claudestep-metadata && git update-ref -d refs/heads/claudestep-metadata
$ claudestep sync --accept-rewind --no-push
nothing to fetch: 'origin' has no branch 'claudestep-metadata'
! made 'claudestep-metadata' here from what 'origin' had: 83724d1
$ claudestep list
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  auth     empty   0/0  2026-01-01  2026-01-01  -

# A remote that was named is named.
$ claudestep sync origin
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' is not there any more; it was at 83724d1
!   caused by: somebody forced it, or took it away; nothing was changed here
! hint: to push the branch again: claudestep sync origin --accept-rewind
[4]
