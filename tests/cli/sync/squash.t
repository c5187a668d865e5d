# What a guard refuses for the way there, though the branch has it all again, `sync --squash` pushes as one commit: where
# somebody took away by hand what another changed meanwhile, and the merge kept it.
$ git init -q --bare hub.git && (cd hub.git && claudestep -q hooks install) && for who in ann bob; do git init -q $who && git -C $who config user.name $who && git -C $who remote add origin ../hub.git; done
$ cd ann && claudestep -q project create auth && claudestep -q task add auth --description One && claudestep -q task add auth --description Two && claudestep -q pr open auth --task 1 --pr 7 --branch x && claudestep -q sync --force-first && cd ../bob && claudestep -q sync && git worktree add -q ../tree claudestep-metadata
$ cd ../ann && claudestep -q pr assign auth --pr 7 --reviewer zoe && claudestep -q sync
$ cd ../tree && git rm -q projects/auth.json && git commit -q -m 'by hand' && cd ../bob && claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: 311da6af3d2a:projects/auth.json: error: 'A U Thor' made 'by hand': it takes away the project 'auth', which 0cf95357bfc0 wrote [push/metadata-lost]
!   caused by: remote:   hint: where the branch has it again, 'claudestep sync --squash' pushes that; else 'claudestep undo COMMIT' takes back all that this commit did, and 'project delete', 'pr reopen' or 'undo' do what was meant
!   caused by: remote: the push is refused: metadata would be lost or broken
!   caused by: error: failed to push some refs to '../hub.git'
!   caused by: before that, what 'origin' had was brought in here, as commit ec2a61000bbe, which stays
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
! hint: where the branch here has all of it again, to push that as one commit: claudestep sync --squash
[7]
$ claudestep -q project create login && claudestep -q task add login --description Form --op-id run-1 && claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  in_progress     One
     2  94a72c07  pending, ready  Two
$ claudestep next login --claim 2>&1 | grep hint
  caused by: remote:   hint: where the branch has it again, 'claudestep sync --squash' pushes that; else 'claudestep undo COMMIT' takes back all that this commit did, and 'project delete', 'pr reopen' or 'undo' do what was meant
hint: nothing was written; try again once the remote lets it
hint: where the branch here has all of it again, to push that as one commit: claudestep sync --squash
hint: --no-sync claims in this repository alone
$ git rev-parse claudestep-metadata >../before && claudestep sync --squash --dry-run --json && git rev-parse claudestep-metadata | cmp - ../before
{
  "kind": "sync",
  "version": 1,
  "remote": "origin",
  "ref": "refs/heads/claudestep-metadata",
  "commit": null,
  "local_before": "b7e5c1faafb7e482eae4365b4dab185a57f7da19",
  "remote_before": "0cf95357bfc0b20f596e2851f2bce2abb3a1e065",
  "fetched": false,
  "merged": false,
  "pushed": true,
  "rewound": false,
  "squashed": "b7e5c1faafb7e482eae4365b4dab185a57f7da19",
  "receipts": [],
  "retries": 0
}
$ claudestep sync --squash && git -C ../tree status --short --branch && git log -1 --format=%B claudestep-metadata && git reflog -1 --format=%gs claudestep-metadata
[24b0def] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to b7e5c1f
  pushed  0cf9535..24b0def
\## claudestep-metadata
claudestep: put unpushed work on 0cf9535
\
Claudestep-Op: by-hand project=auth
Claudestep-Op: create-project project=login
Claudestep-Op: add-task project=login
Claudestep-Op-Id: run-1
Claudestep-Done: add-task project=login op-id=run-1
Claudestep-Dropped: deletion project=auth kept=the%20project dropped=deleted
\
claudestep: put unpushed work on 0cf9535
$ claudestep task add login --description Form --op-id run-1 && claudestep sync --squash
nothing to do: 'run-1' was done in 24b0def
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
$ cd ../ann && claudestep -q sync && claudestep task list auth && claudestep task list login && claudestep fsck --frame | tail -1
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  in_progress     One
     2  94a72c07  pending, ready  Two
  TASK  ID        STATUS          DESCRIPTION
     1  2e0e960a  pending, ready  Form
2 files checked: 1 warning
! 6 commits held to what they say of themselves

# A merge made with git for which a person took one side: what it dropped has to be here again, first.
$ claudestep -q pr open auth --task 2 --pr 8 --branch y && claudestep -q task edit auth 1 --description First && claudestep -q sync
$ cd ../bob && claudestep -q task add auth --description Three && cd ../tree && git fetch -q origin claudestep-metadata && git merge -q -s ours --no-edit FETCH_HEAD && cd ../bob && claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: 353dd16e878c:projects/auth.json: error: the merge drops what 99d2ce1d04d6 did to the description of task 1 [frame/lost-update]
!   caused by: remote:   hint: if the lost change should stand, do it again; what a push was refused for, 'claudestep sync --squash' pushes then
!   caused by: remote: 353dd16e878c:projects/auth.json: error: the merge drops what 99d2ce1d04d6 did to #8 [frame/lost-update]
!   caused by: remote: the push is refused: metadata would be lost or broken
!   caused by: error: failed to push some refs to '../hub.git'
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
! hint: where the branch here has all of it again, to push that as one commit: claudestep sync --squash
[7]
$ git rev-parse claudestep-metadata >../before && claudestep sync --squash
! error: what was never pushed takes away what 99d2ce1 has
!   caused by: it puts the description of task 1 back to what it was before 99d2ce1d04d6
!   caused by: it takes away #8, which 6af333215b3e wrote
!   caused by: nothing was put together, and nothing was pushed
! hint: to see all that is another here: git diff 99d2ce1 claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
[4]
$ git rev-parse claudestep-metadata | cmp - ../before && claudestep -q task edit auth 1 --description First && claudestep sync --squash 2>&1 | grep 'caused by: it'
  caused by: it takes away #8, which 6af333215b3e wrote
$ claudestep -q pr open auth --task 2 --pr 8 --branch y && claudestep sync --squash && cd ../ann && claudestep -q sync && claudestep task list auth && claudestep fsck --frame | tail -1
[9f425e4] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to 97b3c2a
  pushed  99d2ce1..9f425e4
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  in_progress     First
     2  94a72c07  in_progress     Two
     3  926f52d1  pending, ready  Three
2 files checked: 2 warnings, 1 note
! 9 commits held to what they say of themselves

# A hook of the remote that refuses it all the same: the error says where the branch was.
$ printf '#!/bin/sh\necho no; exit 1\n' >../hub.git/hooks/update && chmod +x ../hub.git/hooks/update && cd ../bob && claudestep -q task add login --description More && claudestep sync --squash
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (hook declined)
!   caused by: remote: no
!   caused by: remote: error: hook declined to update refs/heads/claudestep-metadata
!   caused by: error: failed to push some refs to '../hub.git'
!   caused by: before that, what was never pushed was put together as commit ff3244bca434, which stays; the branch was at 4e22ab3f3904
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
$ rm ../hub.git/hooks/update && claudestep -q sync

# A remote that is named is named in the hint, and so is another branch. Without a push there is nothing to put together.
$ cd ../tree && git rm -q projects/login.json && git commit -q -m 'by hand' && cd ../bob && claudestep sync ../hub.git 2>&1 | grep 'as one commit'
hint: where the branch here has all of it again, to push that as one commit: claudestep sync $TESTDIR/hub.git --squash
$ git init -q --bare ../new.git && git branch -q team/meta origin/claudestep-metadata && claudestep --ref team/meta sync ../new.git
! error: the remote '$TESTDIR/new.git' is empty
!   caused by: a forge makes the first branch that it gets its default: the one that people see and clone
! hint: push the code first; or, to push 'team/meta' all the same: claudestep sync $TESTDIR/new.git --ref team/meta --force-first
[4]
$ claudestep sync --squash --no-push
! error: --no-push cannot be used with --squash
! hint: claudestep help sync
[2]
$ claudestep sync --squash --no-fetch
! error: --no-fetch cannot be used with --squash
! hint: claudestep help sync
[2]
