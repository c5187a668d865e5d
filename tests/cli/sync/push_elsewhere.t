# What is pushed to another repository than the one that is fetched from would look dropped there by
# the next sync. Nothing is done before the two have been asked.
$ git init -q --bare up && git init -q --bare fork && git init -q one && cd one && git remote add origin ../up
$ claudestep project create auth -q && claudestep sync --force-first -q
$ cd .. && git clone -q up two --no-checkout 2>/dev/null; cd two && git remote set-url --push origin ../fork
$ claudestep task add auth --description Mine -q && claudestep sync
! error: the remote 'origin' is fetched from one repository and pushed to another
!   caused by: it is fetched from '$TESTDIR/up', where 'claudestep-metadata' is at 83724d1
!   caused by: it is pushed to '../fork', where 'claudestep-metadata' is not
! hint: to sync with one of the two: claudestep sync ADDRESS
! hint: to mean it always: git remote add NAME ADDRESS; git config branch.claudestep-metadata.remote NAME
[4]
$ git -C ../fork for-each-ref
$ claudestep sync --dry-run --json
! {"kind":"error","version":1,"code":"conflict","message":"the remote 'origin' is fetched from one repository and pushed to another","causes":["it is fetched from '$TESTDIR/up', where 'claudestep-metadata' is at 83724d1","it is pushed to '../fork', where 'claudestep-metadata' is not"],"hints":["to sync with one of the two: claudestep sync ADDRESS","to mean it always: git remote add NAME ADDRESS; git config branch.claudestep-metadata.remote NAME"],"retryable":false,"place":null}
[4]
# With one of the two it goes; so it does where both addresses lead to one repository.
$ claudestep sync ../fork --force-first
[9155579] sync 'claudestep-metadata' with '$TESTDIR/fork'
  pushed  nothing..9155579
$ git remote set-url --push origin ../two/../up && claudestep sync
[9155579] sync 'claudestep-metadata' with 'origin'
  pushed  83724d1..9155579
$ git remote set-url --push origin ../fork && claudestep sync
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
# pushInsteadOf is such an address, too.
$ git config --unset remote.origin.pushurl && git config url.../nowhere.pushInsteadOf "$(git config remote.origin.url)" && claudestep sync 2>&1 | head -1
error: cannot ask '../nowhere'
# A remote that is pushed to at two addresses has a branch when both took it.
$ cd .. && git init -q --bare h1 && git init -q --bare h2 && git init -q both && cd both && git remote add origin ../h1
$ git remote set-url --add --push origin ../h1 && git remote set-url --add --push origin ../h2
$ claudestep project create auth -q && claudestep sync --force-first -q && git -C ../h2 for-each-ref --format='%(refname)'
refs/heads/claudestep-metadata
$ printf '#!/bin/sh\necho not today\nexit 1\n' >../h2/hooks/pre-receive && chmod +x ../h2/hooks/pre-receive
$ claudestep task add auth --description two -q && claudestep sync
! error: the remote 'origin' is fetched from one repository and pushed to another
!   caused by: it is fetched from '../h1', where 'claudestep-metadata' is at c94f7ee
!   caused by: it is pushed to '../h2', where 'claudestep-metadata' is at b264ff4
!   caused by: the last push came to: [remote rejected] (pre-receive hook declined)
!   caused by: remote: not today
!   caused by: error: failed to push some refs to '../h2'
!   caused by: before the push both were alike; what was pushed stays there
! hint: to sync with one of the two: claudestep sync ADDRESS
! hint: to mean it always: git remote add NAME ADDRESS; git config branch.claudestep-metadata.remote NAME
[4]
$ claudestep sync
! error: the remote 'origin' is fetched from one repository and pushed to another
!   caused by: it is fetched from '../h1', where 'claudestep-metadata' is at c94f7ee
!   caused by: it is pushed to '../h2', where 'claudestep-metadata' is at b264ff4
! hint: to sync with one of the two: claudestep sync ADDRESS
! hint: to mean it always: git remote add NAME ADDRESS; git config branch.claudestep-metadata.remote NAME
[4]
# Two that are at one commit say so only when one of them has moved: the push is told, and stays.
$ cd .. && git clone -q --bare up level && git clone -q up three --no-checkout && cd three && git remote set-url --push origin ../level
$ claudestep task add auth --description Three -q && claudestep sync
! error: the remote 'origin' is fetched from one repository and pushed to another
!   caused by: it is fetched from '$TESTDIR/up', where 'claudestep-metadata' is at 9155579
!   caused by: it is pushed to '../level', where 'claudestep-metadata' is at 1616a5c
!   caused by: before the push both were alike; what was pushed stays there
! hint: to sync with one of the two: claudestep sync ADDRESS
! hint: to mean it always: git remote add NAME ADDRESS; git config branch.claudestep-metadata.remote NAME
[4]
$ claudestep sync 2>&1 | head -1; git -C ../level log --format=%s -1 claudestep-metadata && git -C ../up log --format=%s -1 claudestep-metadata
error: the remote 'origin' is fetched from one repository and pushed to another
auth: add task 'Three'
auth: add task 'Mine'
# Nothing here takes the other for the one that is fetched from: without it, what was pushed there is pushed again.
$ git for-each-ref --format='%(refname) %(objectname:short)' refs/remotes/origin && git config --unset-all remote.origin.pushurl && claudestep sync --dry-run
refs/remotes/origin/claudestep-metadata 9155579
would: sync 'claudestep-metadata' with 'origin'
  pushed  9155579..1616a5c
$ git remote set-url --push origin ../level && claudestep sync $(git config remote.origin.url)
[1616a5c] sync 'claudestep-metadata' with '$TESTDIR/up'
  pushed  9155579..1616a5c
# So it is with a claim, which then is not won.
$ claudestep next auth --claim 2>&1 | sed "s/\(level.* at \).*/\1.../"
error: the remote 'origin' is fetched from one repository and pushed to another
  caused by: it is fetched from '$TESTDIR/up', where 'claudestep-metadata' is at 1616a5c
  caused by: it is pushed to '../level', where 'claudestep-metadata' is at ...
  caused by: before the push both were alike; what was pushed stays there
hint: to sync with one of the two: claudestep sync ADDRESS
hint: to mean it always: git remote add NAME ADDRESS; git config branch.claudestep-metadata.remote NAME
$ claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  f57afb7d  pending, ready  Mine
     2  926f52d1  pending, ready  Three
# A mirror that hands on what is pushed is one place with what it hands it to.
$ printf '#!/bin/sh\nunset GIT_QUARANTINE_PATH GIT_DIR\ngit push -q --mirror ../up\n' >../level/hooks/post-receive && chmod +x ../level/hooks/post-receive
$ git -C ../level fetch -q ../up +claudestep-metadata:claudestep-metadata && claudestep next auth --claim
claimed in auth: task 1
  description  Mine
  id           f57afb7d
  branch       claude-chain-auth-f57afb7d
  claim        by A U Thor until 2026-01-01T02:24:00Z
