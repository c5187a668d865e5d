# Only fetching and merging, only pushing.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q
$ claudestep sync --no-push
nothing to fetch: 'origin' has no branch 'claudestep-metadata'
$ claudestep sync --no-fetch
! error: the remote 'origin' is empty
!   caused by: a forge makes the first branch that it gets its default: the one that people see and clone
! hint: push the code first; or, to push 'claudestep-metadata' all the same: claudestep sync --force-first
[4]
$ claudestep sync --no-fetch --force-first
[83724d1] sync 'claudestep-metadata' with 'origin'
  pushed  nothing..83724d1
$ claudestep sync --no-fetch
nothing to push: 'origin' has all of 'claudestep-metadata'
$ cd .. && git clone -q remote.git two -b claudestep-metadata --no-checkout && cd two
$ claudestep task add auth --description "Add login" -q && claudestep sync --no-push
nothing to fetch: 'claudestep-metadata' has all that 'origin' has
$ claudestep sync --no-fetch --dry-run && claudestep sync --no-fetch --json
would: sync 'claudestep-metadata' with 'origin'
  pushed  83724d1..4bde085
{
  "kind": "sync",
  "version": 1,
  "remote": "origin",
  "ref": "refs/heads/claudestep-metadata",
  "commit": "4bde085ca400a7b71643317ebe065ae1c9c962b9",
  "local_before": "4bde085ca400a7b71643317ebe065ae1c9c962b9",
  "remote_before": "83724d120d37697765e0a60ba863aedb8f1ed4ad",
  "fetched": false,
  "merged": false,
  "pushed": true,
  "rewound": false,
  "squashed": null,
  "receipts": [],
  "retries": 0
}
# The other one has its own: pushing alone does not do, fetching alone does.
$ cd ../one && claudestep task add auth --description "Add logout" -q
$ claudestep sync --no-fetch
! error: the remote 'origin' has what is not here
!   caused by: 'claudestep-metadata' there is at 4bde085, which is not merged
! hint: to fetch and merge it first: claudestep sync, without --no-fetch
[4]
$ claudestep sync --no-push --dry-run
would: sync 'claudestep-metadata' with 'origin'
  fetched 72e61c9..4bde085
  merged  both sides
$ claudestep sync --no-push
[a21b428] sync 'claudestep-metadata' with 'origin'
  fetched 72e61c9..4bde085
  merged  both sides
$ claudestep sync --no-push && claudestep sync --no-fetch && claudestep sync --no-fetch
nothing to fetch: 'claudestep-metadata' has all that 'origin' has
[a21b428] sync 'claudestep-metadata' with 'origin'
  pushed  4bde085..a21b428
nothing to push: 'origin' has all of 'claudestep-metadata'
# Fetched by git, and not merged.
$ cd ../two && claudestep task add auth --description "Add a page" -q && git fetch -q && claudestep sync --no-fetch
! error: the remote 'origin' has what is not here
!   caused by: 'claudestep-metadata' there is at a21b428, which is not merged
! hint: to fetch and merge it first: claudestep sync, without --no-fetch
[4]
$ git update-ref refs/heads/claudestep-metadata claudestep-metadata~1 && claudestep sync --no-fetch
nothing to push: 'origin' has all of 'claudestep-metadata'
# A remote that was rewound is not pushed to.
$ claudestep sync -q && claudestep task add auth --description "Add a form" -q && git -C ../remote.git update-ref refs/heads/claudestep-metadata claudestep-metadata~1 && claudestep sync --no-fetch
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at 4bde085, which does not contain a21b428 that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log 4bde085..a21b428
! hint: to give it back what it lost, before the next claudestep sync: git push origin a21b428a05f2:refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
$ git -C ../remote.git update-ref -d refs/heads/claudestep-metadata && claudestep sync --no-fetch
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' is not there any more; it was at a21b428
!   caused by: somebody forced it, or took it away; nothing was changed here
! hint: to push the branch again: claudestep sync --accept-rewind
[4]
$ claudestep sync --no-push --no-fetch
! error: --no-push cannot be used with --no-fetch
! hint: claudestep help sync
[2]
$ claudestep sync --no-push --force-first
! error: --no-push cannot be used with --force-first
! hint: claudestep help sync
[2]
$ claudestep sync --no-fetch --accept-rewind
! error: --no-fetch cannot be used with --accept-rewind
! hint: claudestep help sync
[2]
$ claudestep --ref none sync --no-fetch; claudestep --ref none sync --no-push
! error: there is no branch 'none', neither here nor on 'origin'
! hint: claudestep --ref none init
! error: there is no branch 'none', neither here nor on 'origin'
! hint: claudestep --ref none init
[3]
