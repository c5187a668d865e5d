# A remote with two addresses is fetched from the first and pushed to both. What only the second took is
# not what is fetched: it is not noted as such, so that it does not look rewound, and nothing goes.
$ git init -q --bare r.git && git init -q one && cd one && git remote add origin ../r.git
$ claudestep project create auth -q && claudestep sync --force-first -q && git clone -q --bare ../r.git ../r2.git
$ git remote set-url --add origin ../r2.git && printf '#!/bin/sh\nexit 1\n' >../r.git/hooks/pre-receive && chmod +x ../r.git/hooks/pre-receive
$ claudestep task add auth --description Precious -q && claudestep sync
! error: the remote 'origin' is fetched from one repository and pushed to another
!   caused by: it is fetched from '../r.git', where 'claudestep-metadata' is at 83724d1
!   caused by: it is pushed to '../r2.git', where 'claudestep-metadata' is at 339305b
!   caused by: the last push came to: [remote rejected] (pre-receive hook declined)
!   caused by: error: failed to push some refs to '../r.git'
!   caused by: before the push both were alike; what was pushed stays there
! hint: to sync with one of the two: claudestep sync ADDRESS
! hint: to mean it always: git remote add NAME ADDRESS; git config branch.claudestep-metadata.remote NAME
[4]
$ git for-each-ref --format='%(refname) %(objectname:short)' refs/remotes/origin
refs/remotes/origin/claudestep-metadata 83724d1
$ rm ../r.git/hooks/pre-receive && claudestep sync --accept-rewind
! error: the remote 'origin' is fetched from one repository and pushed to another
!   caused by: it is fetched from '../r.git', where 'claudestep-metadata' is at 83724d1
!   caused by: it is pushed to '../r2.git', where 'claudestep-metadata' is at 339305b
! hint: to sync with one of the two: claudestep sync ADDRESS
! hint: to mean it always: git remote add NAME ADDRESS; git config branch.claudestep-metadata.remote NAME
[4]
$ git config --unset remote.origin.url r2 && claudestep sync
[339305b] sync 'claudestep-metadata' with 'origin'
  pushed  83724d1..339305b
# A claim that only one of them took is not won, and is told.
$ git -C ../r2.git fetch -q ../r.git claudestep-metadata:claudestep-metadata && git remote set-url --add origin ../r2.git
$ printf '#!/bin/sh\nexit 1\n' >../r.git/hooks/pre-receive && chmod +x ../r.git/hooks/pre-receive
$ claudestep next auth --claim 2>&1 | sed "s/\(r2\.git.* at \).*/\1.../"
error: the remote 'origin' is fetched from one repository and pushed to another
  caused by: it is fetched from '../r.git', where 'claudestep-metadata' is at 339305b
  caused by: it is pushed to '../r2.git', where 'claudestep-metadata' is at ...
  caused by: the last push came to: [remote rejected] (pre-receive hook declined)
  caused by: error: failed to push some refs to '../r.git'
  caused by: before the push both were alike; what was pushed stays there
hint: to sync with one of the two: claudestep sync ADDRESS
hint: to mean it always: git remote add NAME ADDRESS; git config branch.claudestep-metadata.remote NAME
# Nor is one where they differ from the beginning, or the second has nothing.
$ rm ../r.git/hooks/pre-receive && claudestep next auth --claim 2>&1 | head -1; git -C ../r.git log --format=%s -1 claudestep-metadata
error: the remote 'origin' is fetched from one repository and pushed to another
auth: add task 'Precious'
$ git init -q --bare ../empty && git remote set-url origin ../empty r2 && claudestep sync 2>&1 | head -3; git -C ../empty for-each-ref
error: the remote 'origin' is fetched from one repository and pushed to another
  caused by: it is fetched from '../r.git', where 'claudestep-metadata' is at 339305b
  caused by: it is pushed to '../empty', where 'claudestep-metadata' is not
# An address that is pushed to elsewhere is no better than a name.
$ git config --unset remote.origin.url empty && git config url.$TESTDIR/r2.git.pushInsteadOf $TESTDIR/r.git && claudestep sync ../r.git 2>&1 | sed "s/\(r2\.git.* at \).*/\1.../"
error: the remote '$TESTDIR/r.git' is fetched from one repository and pushed to another
  caused by: it is fetched from '$TESTDIR/r.git', where 'claudestep-metadata' is at 339305b
  caused by: it is pushed to '$TESTDIR/r2.git', where 'claudestep-metadata' is at ...
hint: to sync with one of the two: claudestep sync ADDRESS
hint: to mean it always: git remote add NAME ADDRESS; git config branch.claudestep-metadata.remote NAME
$ git config --unset url.$TESTDIR/r2.git.pushInsteadOf && claudestep sync ../r.git
nothing to do: 'claudestep-metadata' is the same here and on '$TESTDIR/r.git'
# Settings that git includes for a remote count, as git counts them.
$ printf '[remote "origin"]\n\tpushurl = ../empty\n' >../more && git config 'includeIf.hasconfig:remote.*.url:../r.git.path' $TESTDIR/more && claudestep sync 2>&1 | head -3
error: the remote 'origin' is fetched from one repository and pushed to another
  caused by: it is fetched from '../r.git', where 'claudestep-metadata' is at 339305b
  caused by: it is pushed to '../empty', where 'claudestep-metadata' is not
