# A claim that the remote took is won, also where the local branch cannot be brought along.
$ git init -q --bare remote.git && git init -q here && cd here && git remote add origin ../remote.git
$ claudestep -q project create auth && claudestep -q task add auth --description 'Add login' && claudestep -q sync --force-first
$ echo taken >.git/refs/heads/claudestep-metadata.lock
$ claudestep next auth --claim --timeout 1s 2>&1 | sed 's/for [0-9]* second[s]*/for a while/'
warning: the write is on 'origin', but the local branch was not brought along: the branch 'refs/heads/claudestep-metadata' is locked: '$TESTDIR/here/.git/refs/heads/claudestep-metadata.lock' has been there for a while; claudestep sync does it
claimed in auth: task 1
  description  Add login
  id           0e100ea6
  branch       claude-chain-auth-0e100ea6
  claim        by A U Thor until 2026-01-01T02:03:00Z
$ git rev-parse origin/claudestep-metadata | cmp - ../remote.git/refs/heads/claudestep-metadata
$ rm .git/refs/heads/claudestep-metadata.lock && claudestep sync -q
$ claudestep task list auth
  TASK  ID        STATUS                        DESCRIPTION
     1  0e100ea6  pending, claimed by A U Thor  Add login
