# Fetched from one repository and pushed to another: every sync is refused, so doctor warns. It asks neither,
# so that two addresses which differ only in how one gets there are taken for one repository.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep -q project create auth && claudestep -q sync --force-first && claudestep doctor | grep 'remote\|well'
ok       remote      'origin'
all is well
$ git clone -q --bare ../remote.git ../fork.git && git config remote.origin.pushurl ../fork.git
$ claudestep -q task add auth --description "Add login" && claudestep sync -q && claudestep -q task add auth --description "Add logout" && claudestep sync -q
! error: the remote 'origin' is fetched from one repository and pushed to another
!   caused by: it is fetched from '../remote.git', where 'claudestep-metadata' is at 83724d1
!   caused by: it is pushed to '../fork.git', where 'claudestep-metadata' is at 6ae2610
!   caused by: before the push both were alike; what was pushed stays there
! hint: to sync with one of the two: claudestep sync ADDRESS
! hint: to mean it always: git remote add NAME ADDRESS; git config branch.claudestep-metadata.remote NAME
[4]
$ claudestep doctor | grep -A1 'remote\|^[0-9]'
warning  remote      'origin' is fetched from '../remote.git' and pushed to '../fork.git': where these are two repositories, claudestep sync and claims are refused
                     hint: to give the metadata a remote of its own: git remote add NAME ADDRESS; git config branch.claudestep-metadata.remote NAME
ok       remote      'origin'
ok       ref         'refs/heads/claudestep-metadata'
--
0 problems, 1 warning
$ git config remote.origin.pushurl https://me:secret@example.org/fork.git && claudestep doctor --json | grep -A2 '"warning"'
      "status": "warning",
      "message": "'origin' is fetched from '../remote.git' and pushed to 'https://example.org/fork.git': where these are two repositories, claudestep sync and claims are refused",
      "hints": [
$ git config remote.origin.url https://example.org/team/code && git config remote.origin.pushurl git@example.org:team/code.git && claudestep doctor | grep 'remote\|well'
ok       remote      'origin'
all is well
# What is set for all addresses is seen as well.
$ git config --unset remote.origin.pushurl && git config url.ssh://git@example.org/other/.pushInsteadOf https://example.org/team/ && claudestep doctor | grep 'remote\|well\|warning'
warning  remote      'origin' is fetched from 'https://example.org/team/code' and pushed to 'ssh://example.org/other/code': where these are two repositories, claudestep sync and claims are refused
                     hint: to give the metadata a remote of its own: git remote add NAME ADDRESS; git config branch.claudestep-metadata.remote NAME
ok       remote      'origin'
0 problems, 1 warning
