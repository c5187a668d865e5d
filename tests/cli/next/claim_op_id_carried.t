# What the op-id of a claim is known by after `sync --accept-rewind`, where it goes on from there: put upon
# another tip once more, in a project of another name, beside the same claim of somebody else.
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
# Upon a tip where the project has another name, which is another project's here.
$ ../../claim . auth N1 && claudestep -C ../two -q project rename auth login && claudestep -C ../two -q project create auth && claudestep -C ../two -q task add auth --description "Task 1" && claudestep -C ../two -q sync
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:01:00Z
$ claudestep sync --accept-rewind -q && git log -1 --format='%(trailers:key=Claudestep-Done)' claudestep-metadata && ../../claim . login N1 && ../../claim . auth N1
Claudestep-Done: claim project=auth task=1 op-id=N1 in=login id=15e66171 by=A%20U%20Thor at=2026-01-01T00:01:00Z expires=2026-01-01T02:01:00Z
\
claimed in login: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:01:00Z
error: the write with this --op-id claimed no task of 'auth'
  caused by: e1e29d67cdec512b4ea91d6a369bb098de6320f8 says: 'claudestep: put unpushed work on 662f0af'
hint: an --op-id stands for one write: give this one another
# Upon two tips one after the other: what was carried on is carried on again.
$ ../../start b && cd ../../b/one && ../../claim . auth N1 && claudestep -q task add auth --description "New" --op-id add && claudestep sync --accept-rewind --no-push
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:03:00Z
[7e5dc06] sync 'claudestep-metadata' with 'origin'
  rewound d8e172f..99eae33
  fetched d8e172f..99eae33
  merged  both sides
$ git -C ../remote.git update-ref refs/heads/claudestep-metadata "$(git rev-parse origin/claudestep-metadata~1)" && claudestep -q project rename auth login && ../../claim . login N2
claimed in login: task 2
  description  Task 2
  id           fb9e91ae
  until 2026-01-01T02:04:00Z
$ claudestep sync --accept-rewind -q && git log -1 --format='%(trailers:key=Claudestep-Done)' claudestep-metadata && ../../claim . login N1 && ../../claim . login N2
Claudestep-Done: claim project=auth task=1 op-id=N1 in=login id=15e66171 by=A%20U%20Thor at=2026-01-01T00:03:00Z expires=2026-01-01T02:03:00Z
Claudestep-Done: add-task project=auth op-id=add in=login
Claudestep-Done: claim project=login task=2 op-id=N2 id=fb9e91ae by=A%20U%20Thor at=2026-01-01T00:04:00Z expires=2026-01-01T02:04:00Z
\
claimed in login: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:03:00Z
claimed in login: task 2
  description  Task 2
  id           fb9e91ae
  until 2026-01-01T02:04:00Z
$ claudestep task add login --description "New" --op-id add
nothing to do: 'add' was done in e74a9e5
# In one second and one name, here and on the tip, or in two clones of which one carries both on: whose claim stands
# nobody can say, so nobody is told that it is his.
$ ../../start c && cd ../../c/one && ../../claim . auth N1 && ../../claim ../two auth N2 && claudestep -C ../two -q sync && ../../claim . auth N3 && claudestep sync --accept-rewind -q
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:07:00Z
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:07:00Z
claimed in auth: task 2
  description  Task 2
  id           fb9e91ae
  until 2026-01-01T02:07:00Z
$ git log -1 --format='%(trailers:key=Claudestep-Done)' claudestep-metadata && ../../claim . auth N1
Claudestep-Done: claim project=auth task=1 op-id=N1
Claudestep-Done: claim project=auth task=2 op-id=N3 id=fb9e91ae by=A%20U%20Thor at=2026-01-01T00:07:00Z expires=2026-01-01T02:07:00Z
\
error: cannot tell which task of 'auth' was claimed as 'N1'
  caused by: 2a21fe179ef427465af51fcb7d0914d8fdde2a94 stands for several writes, and leaves that open
hint: claudestep -C . task list auth
hint: another --op-id claims the next
$ claudestep task list auth && ../../claim . auth N2 && ../../claim . auth N3
  TASK  ID        STATUS                        DESCRIPTION
     1  15e66171  pending, claimed by A U Thor  Task 1
     2  fb9e91ae  pending, claimed by A U Thor  Task 2
     3  74a6a7b0  pending, ready                Task 3
     4  1cadfa40  pending, ready                Task 4
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:07:00Z
claimed in auth: task 2
  description  Task 2
  id           fb9e91ae
  until 2026-01-01T02:07:00Z
$ ../../start d && cd ../../d/one && claudestep -C ../two -q task add auth --description "Elsewhere" && ../../claim . auth N1 && ../../claim ../two auth N2 && git fetch -q ../two claudestep-metadata && claudestep merge FETCH_HEAD -q
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:10:00Z
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:10:00Z
$ claudestep sync --accept-rewind -q && ../../claim . auth N1
error: cannot tell which task of 'auth' was claimed as 'N1'
  caused by: 77264b14fe5eaccebb73e9ed4a8f2131dba264d1 stands for several writes, and leaves that open
hint: claudestep -C . task list auth
hint: another --op-id claims the next
$ ../../claim . auth N2
error: cannot tell which task of 'auth' was claimed as 'N2'
  caused by: 77264b14fe5eaccebb73e9ed4a8f2131dba264d1 stands for several writes, and leaves that open
hint: claudestep -C . task list auth
hint: another --op-id claims the next
# The same commit brought to the new tip by somebody is no other claim.
$ ../../start e && cd ../../e/one && ../../claim . auth N1 && git push -q ../two claudestep-metadata:refs/heads/theirs && git -C ../two worktree add -q ../tree claudestep-metadata && git -C ../tree cherry-pick theirs >/dev/null && claudestep -C ../two -q sync
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:13:00Z
$ claudestep sync --accept-rewind -q && ../../claim . auth N1
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:13:00Z
# A claim that was pushed is gone with what the remote lost; asked for again it is made anew, beside those made since.
$ ../../start f && cd ../../f/one && git -C ../remote.git update-ref refs/heads/claudestep-metadata "$(git rev-parse claudestep-metadata)" && claudestep next auth --claim --op-id N1 | head -n 1
claimed in auth: task 1
$ git -C ../remote.git update-ref refs/heads/claudestep-metadata "$(git rev-parse claudestep-metadata~2)" && claudestep -C ../two next auth --claim --op-id N2 | head -n 1
claimed in auth: task 1
$ claudestep task add auth --description "Not pushed" -q && claudestep next auth --claim --op-id N1 2>&1 | head -n 1
error: the remote 'origin' was rewound
$ claudestep sync --accept-rewind -q && claudestep next auth --claim --op-id N1 | head -n 1 && claudestep next auth --claim --op-id N2 | head -n 1
claimed in auth: task 2
claimed in auth: task 1
# One that was made anew stands for the first one, which the remote has lost.
$ ../../start h && cd ../../h/one && git -C ../remote.git update-ref refs/heads/claudestep-metadata "$(git rev-parse claudestep-metadata)" && claudestep next auth --claim --op-id N1 | head -n 1 && claudestep task release auth 1 -q && claudestep sync -q
claimed in auth: task 1
$ ../../claim . auth N1 && ../../claim . auth N2
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:20:00Z
claimed in auth: task 2
  description  Task 2
  id           fb9e91ae
  until 2026-01-01T02:20:00Z
$ git -C ../remote.git update-ref refs/heads/claudestep-metadata "$(git rev-parse origin/claudestep-metadata~2)" && claudestep sync --accept-rewind -q && git log -1 --format='%(trailers:key=Claudestep-Op-Id)' claudestep-metadata && ../../claim . auth N1 && ../../claim . auth N2
Claudestep-Op-Id: N1~2
Claudestep-Op-Id: N2
Claudestep-Op-Id: N1
\
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:20:00Z
claimed in auth: task 2
  description  Task 2
  id           fb9e91ae
  until 2026-01-01T02:20:00Z
# What an older claudestep carried on says not which claim is whose.
$ ../../start g && cd ../../g/one && ../../claim . auth N1 && ../../claim . auth N2 && claudestep sync --accept-rewind --no-push -q
claimed in auth: task 1
  description  Task 1
  id           15e66171
  until 2026-01-01T02:22:00Z
claimed in auth: task 2
  description  Task 2
  id           fb9e91ae
  until 2026-01-01T02:22:00Z
$ export old=$(git log -1 --format=%B claudestep-metadata | grep -v Claudestep-Done | git commit-tree -p claudestep-metadata~1 claudestep-metadata^{tree}) && git update-ref refs/heads/claudestep-metadata $old
$ ../../claim . auth N1
error: cannot tell which task of 'auth' was claimed as 'N1'
  caused by: 1b13b80dc5c27472ecd6cd301b72652177c7ba7f stands for several writes, and leaves that open
hint: claudestep -C . task list auth
hint: another --op-id claims the next
$ claudestep prepare auth --op-id N2 --no-sync
! error: cannot tell which task of 'auth' was claimed as 'N2'
!   caused by: 1b13b80dc5c27472ecd6cd301b72652177c7ba7f stands for several writes, and leaves that open
! hint: claudestep task list auth
! hint: another --op-id claims the next
[4]
$ claudestep next auth --claim --no-sync --op-id N3 | head -n 1
claimed in auth: task 3
! claimed in this repository alone; other clones see it when the branch is pushed
