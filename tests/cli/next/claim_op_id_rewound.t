# A claim is known by its op-id also after `sync --accept-rewind` put it upon another tip: it is the
# claim of that very task, whatever its index there, and never that of another agent.
--- file start
#!/bin/sh
# A remote and two clones of it; the first pushed one task more, which the remote has lost.
mkdir "$TESTDIR/$1" && cd "$TESTDIR/$1" && git init -q --bare remote.git && git init -q one && cd one
git remote add origin ../remote.git && claudestep -q project create auth
for n in 1 2 3 4; do claudestep -q task add auth --description "Task $n"; done
claudestep -q sync --force-first && git clone -q --no-checkout ../remote.git ../two && claudestep -C ../two -q init
claudestep -q task add auth --description "Dropped" && claudestep -q sync
git -C ../remote.git update-ref refs/heads/claudestep-metadata "$(git rev-parse claudestep-metadata~1)"
--- end
--- file claim
#!/bin/sh
# What an agent is told that asks by its op-id: "claim ONE auth N1".
claudestep -C "$1" next "$2" --claim --no-sync --op-id "$3" 2>&1 | sed -n '/claimed in this/d;/branch/d;s/claim   .*until/until/;p'
--- end
$ export TESTDIR && chmod +x start claim && ./start a && cd a/one
$ ../../claim . auth N1 && claudestep -q task add auth --description "First of all" --index 1 && ../../claim . auth N2 && ../../claim . auth 'run=7%20/op-id=N3'
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:01:00Z
claimed in auth: task 1
  description  First of all
  id           4e01d649
  until 2026-01-01T02:01:00Z
claimed in auth: task 3
  description  Task 2
  id           fb9e91ae
  until 2026-01-01T02:01:00Z
$ claudestep -C ../two -q task add auth --description "Somebody else's" --index 2 && claudestep -C ../two -q sync
$ claudestep sync --accept-rewind -q && git log -1 --format=%B claudestep-metadata && claudestep task list auth
claudestep: put unpushed work on f89e3ba
\
Claudestep-Op: claim project=auth task=1
Claudestep-Op: add-task project=auth index=1
Claudestep-Op: claim project=auth task=1
Claudestep-Op: claim project=auth task=3
Claudestep-Op-Id: N1
Claudestep-Op-Id: N2
Claudestep-Op-Id: run=7%20/op-id=N3
Claudestep-Done: claim project=auth task=1 op-id=N1 id=15e66171 by=A%20U%20Thor at=2026-01-01T00:01:00Z expires=2026-01-01T02:01:00Z
Claudestep-Done: claim project=auth task=1 op-id=N2 id=4e01d649 by=A%20U%20Thor at=2026-01-01T00:01:00Z expires=2026-01-01T02:01:00Z
Claudestep-Done: claim project=auth task=3 op-id=run%3D7%2520/op-id%3DN3 id=fb9e91ae by=A%20U%20Thor at=2026-01-01T00:01:00Z expires=2026-01-01T02:01:00Z
\
  TASK  ID        STATUS                        DESCRIPTION
     1  4e01d649  pending, claimed by A U Thor  First of all
     2  15e66171  pending, claimed by A U Thor  Task 1
     3  d387b37e  pending, ready                Somebody else's
     4  fb9e91ae  pending, claimed by A U Thor  Task 2
     5  74a6a7b0  pending, ready                Task 3
     6  1cadfa40  pending, ready                Task 4
$ ../../claim . auth N1 && ../../claim . auth N2 && ../../claim . auth 'run=7%20/op-id=N3'
claimed in auth: task 2
  description  Task 1
  id           15e66171
  until 2026-01-01T02:01:00Z
claimed in auth: task 1
  description  First of all
  id           4e01d649
  until 2026-01-01T02:01:00Z
claimed in auth: task 4
  description  Task 2
  id           fb9e91ae
  until 2026-01-01T02:01:00Z
$ claudestep -C ../two -q sync && ../../claim ../two auth N1 && ../../claim ../two auth N2
claimed in auth: task 2
  description  Task 1
  id           15e66171
  until 2026-01-01T02:01:00Z
claimed in auth: task 1
  description  First of all
  id           4e01d649
  until 2026-01-01T02:01:00Z
$ claudestep fsck --frame
1 file checked: nothing found
! 7 commits held to what they say of themselves
# The same where the claims are many, and other work beside them.
$ ../../start b && cd ../../b/one && for n in $(seq 25); do claudestep -q task edit auth 4 --description "Edit $n"; done
$ ../../claim . auth N1 && ../../claim . auth N2 && claudestep -q project rename auth login && ../../claim . login N3
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:08:00Z
claimed in auth: task 2
  description  Task 2
  id           fb9e91ae
  until 2026-01-01T02:08:00Z
claimed in login: task 3
  description  Task 3
  id           74a6a7b0
  until 2026-01-01T02:08:00Z
$ claudestep sync --accept-rewind -q && git log -1 --format=%B claudestep-metadata | grep -v edit-task
claudestep: put unpushed work on 3b361e1
\
Claudestep-Ops: 29
Claudestep-Op-Id: N1
Claudestep-Op-Id: N2
Claudestep-Op-Id: N3
Claudestep-Done: claim project=auth task=1 op-id=N1 in=login id=15e66171 by=A%20U%20Thor at=2026-01-01T00:08:00Z expires=2026-01-01T02:08:00Z
Claudestep-Done: claim project=auth task=2 op-id=N2 in=login id=fb9e91ae by=A%20U%20Thor at=2026-01-01T00:08:00Z expires=2026-01-01T02:08:00Z
Claudestep-Done: claim project=login task=3 op-id=N3 id=74a6a7b0 by=A%20U%20Thor at=2026-01-01T00:08:00Z expires=2026-01-01T02:08:00Z
\
$ ../../claim . login N1 && ../../claim . login N2 && ../../claim . login N3
claimed in login: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:08:00Z
claimed in login: task 2
  description  Task 2
  id           fb9e91ae
  until 2026-01-01T02:08:00Z
claimed in login: task 3
  description  Task 3
  id           74a6a7b0
  until 2026-01-01T02:08:00Z
# Somebody else claimed the same task in the same clone of the rewound remote: the claim that gave way is over.
$ ../../start c && cd ../../c/one && ../../claim . auth N1
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:11:00Z
$ ../../claim ../two auth N2 && claudestep -C ../two -q sync
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:12:00Z
$ claudestep sync --accept-rewind -q && ../../claim . auth N1 && ../../claim . auth N2
claimed in auth: task 2
  description  Task 2
  id           fb9e91ae
  until 2026-01-01T02:13:00Z
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:12:00Z
$ claudestep task list auth
  TASK  ID        STATUS                        DESCRIPTION
     1  15e66171  pending, claimed by A U Thor  Task 1
     2  fb9e91ae  pending, claimed by A U Thor  Task 2
     3  74a6a7b0  pending, ready                Task 3
     4  1cadfa40  pending, ready                Task 4
