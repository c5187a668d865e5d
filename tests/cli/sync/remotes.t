# An empty remote is not pushed to: a forge would make the branch its default.
$ git init -q --bare remote.git && git init -q one && cd one
$ claudestep sync
! error: there is no remote to sync with
! hint: to name one: git remote add origin ADDRESS, or claudestep sync ADDRESS
[3]
$ git remote add origin ../remote.git
$ claudestep sync
! error: there is no branch 'claudestep-metadata', neither here nor on 'origin'
! hint: claudestep init
[3]
$ claudestep project create auth -q
$ claudestep sync
! error: the remote 'origin' is empty
!   caused by: a forge makes the first branch that it gets its default: the one that people see and clone
! hint: push the code first; or, to push 'claudestep-metadata' all the same: claudestep sync --force-first
[4]
$ claudestep sync --force-first
[362cb17] sync 'claudestep-metadata' with 'origin'
  pushed  nothing..362cb17
$ claudestep sync
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
# Another clone writes and syncs; both come to one commit.
$ cd .. && git clone -q remote.git two -b claudestep-metadata --no-checkout && cd two
$ claudestep task add auth --description "Add login" -q && claudestep sync
[54bb81c] sync 'claudestep-metadata' with 'origin'
  pushed  362cb17..54bb81c
$ cd ../one && claudestep task add auth --description "Add logout" -q
$ claudestep sync --dry-run
would: sync 'claudestep-metadata' with 'origin'
  fetched a004358..54bb81c
  merged  both sides
  pushed  54bb81c..0885c6f
$ claudestep sync --json
{
  "kind": "sync",
  "version": 1,
  "remote": "origin",
  "ref": "refs/heads/claudestep-metadata",
  "commit": "0885c6f5e42bd1e03a0a4d408557ae0a08db482e",
  "local_before": "a004358c8cbe6798e618bea0d43c4a4099576ca4",
  "remote_before": "54bb81c1fc92099a9c4d46d1725caca88b4d423f",
  "fetched": true,
  "merged": true,
  "pushed": true,
  "rewound": false,
  "squashed": null,
  "receipts": [],
  "retries": 0
}
$ cd ../two && claudestep sync && claudestep sync && claudestep task list auth
[0885c6f] sync 'claudestep-metadata' with 'origin'
  fetched 54bb81c..0885c6f
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
     2  8d8155bb  pending, ready  Add logout
# Several remotes, none chosen; then by name, by path, by the setting.
$ cd .. && git init -q three && cd three && git remote add a ../remote.git && git remote add b ../elsewhere.git
$ claudestep sync
! error: there are several remotes, and none is chosen
!   caused by: they are 'a', 'b'
! hint: to choose one: claudestep sync NAME, or git config branch.claudestep-metadata.remote NAME
[3]
$ claudestep sync c
! error: no remote 'c'
! hint: git remote -v
! hint: a path or an address can be given as well
[3]
$ claudestep sync b
! error: cannot fetch from 'b'
!   caused by: fatal: '../elsewhere.git' does not appear to be a git repository
!   caused by: fatal: Could not read from remote repository.
!   caused by: Please make sure you have the correct access rights
!   caused by: and the repository exists.
[7]
$ claudestep sync ../remote.git && claudestep list
[0885c6f] sync 'claudestep-metadata' with '$TESTDIR/remote.git'
  fetched nothing..0885c6f
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
$ git config remote.pushDefault a && claudestep sync
nothing to do: 'claudestep-metadata' is the same here and on 'a'
$ git for-each-ref --format='%(refname)' refs/heads refs/remotes
refs/heads/claudestep-metadata
refs/remotes/a/claudestep-metadata
