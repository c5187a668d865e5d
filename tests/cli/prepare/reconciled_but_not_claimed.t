# What prepare reconciles stays when the claim behind it is refused: the error says which is done.
$ git init -q --bare shared.git && git init -q repo && cd repo && git remote add origin ../shared.git && git commit -q --allow-empty -m start && git push -q origin main && git fetch -q
$ claudestep project create auth -q && claudestep task add auth --description "Add login" -q && claudestep task add auth --description "Add logout" -q
$ claudestep pr open auth --task 1 --pr 3 --branch feat -q && claudestep task add auth --description "Add roles" --op-id run-1 -q && claudestep sync --force-first -q
$ git checkout -q -b feat && git commit -q --allow-empty -m feat && git checkout -q main && git merge -q --no-ff -m "Merge pull request #3 from x/feat" feat && git push -q origin main && git fetch -q
$ claudestep prepare auth --op-id run-1
! reconciled: 1 change
! error: the records were reconciled, as commit 74d9f4a0421ebe4d0d390175b81f9a1e45352581, but no task was claimed
!   caused by: the write with this --op-id claimed no task of 'auth'
!   caused by: 12ea521fa2deb35657e096f705e8f2a87f092b27 says: 'auth: add task 'Add roles''
! hint: an --op-id stands for one write: give this one another
! hint: the reconciliation stays, and is not to be done again
! hint: claudestep log
[4]
$ git log -1 --format=%s claudestep-metadata && git -C ../shared.git log -1 --format=%s claudestep-metadata
auth: merge #3
auth: merge #3
# The remote does not take the claim: the same, with the exit code of that.
$ git switch -q -c next && git commit -q --allow-empty -m next && git switch -q main && claudestep pr open auth --task 2 --pr 4 --branch next -q && git merge -q --no-ff -m "Merge pull request #4 from x/next" next && git push -q origin main && git fetch -q
$ claudestep sync -q && printf '#!/bin/sh\nexit 1\n' >../shared.git/hooks/pre-receive && chmod +x ../shared.git/hooks/pre-receive
$ claudestep prepare auth --op-id run-2 --json
! {"kind":"error","version":1,"code":"rejected","message":"the records were reconciled, as commit e4dbb7c446a85200408f037c1a5322ae6b7696a5, but no task was claimed","causes":["the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)","error: failed to push some refs to '../shared.git'"],"hints":["nothing was written; try again once the remote lets it","--no-sync claims in this repository alone","the reconciliation stays, and is not to be done again","claudestep log"],"retryable":false,"place":null}
[7]
$ claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  completed       Add login
     2  8d8155bb  completed       Add logout
     3  cb4016fc  pending, ready  Add roles
