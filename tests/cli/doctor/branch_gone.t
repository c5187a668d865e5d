# The file of the branch is gone, or packed-refs is: its reflog, which git takes away with a branch, tells that there was one. It is not taken for a branch that never was.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep sync --force-first -q && claudestep task add auth --description "Add login" -q
$ rm .git/refs/heads/claudestep-metadata && claudestep task list auth
! error: the branch 'claudestep-metadata' is gone, and its reflog is not: git takes both
!   caused by: it was last at 9d8281712e7a0d3878d88cae4b540c10fec48d6b, to which the next hint puts it back
! hint: git update-ref refs/heads/claudestep-metadata 9d8281712e7a0d3878d88cae4b540c10fec48d6b 0000000000000000000000000000000000000000
[5]
$ claudestep task add auth --description "Add logout"
! error: the branch 'claudestep-metadata' is gone, and its reflog is not: git takes both
!   caused by: it was last at 9d8281712e7a0d3878d88cae4b540c10fec48d6b, to which the next hint puts it back
! hint: git update-ref refs/heads/claudestep-metadata 9d8281712e7a0d3878d88cae4b540c10fec48d6b 0000000000000000000000000000000000000000
[5]
$ claudestep sync
! error: the branch 'claudestep-metadata' is gone, and its reflog is not: git takes both
!   caused by: it was last at 9d8281712e7a0d3878d88cae4b540c10fec48d6b, to which the next hint puts it back
! hint: git update-ref refs/heads/claudestep-metadata 9d8281712e7a0d3878d88cae4b540c10fec48d6b 0000000000000000000000000000000000000000
[5]
$ claudestep doctor | grep -A2 problem
problem  branch      the branch 'claudestep-metadata' is gone, and its reflog is not: git takes both: it was last at 9d8281712e7a0d3878d88cae4b540c10fec48d6b, to which the next hint puts it back
                     hint: git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 9d8281712e7a0d3878d88cae4b540c10fec48d6b 0000000000000000000000000000000000000000
                     hint: then claudestep doctor looks again
--
1 problem, 0 warnings
$ claudestep fsck
refs/heads/claudestep-metadata: error: the branch 'claudestep-metadata' is gone, and its reflog is not: git takes both: it was last at 9d8281712e7a0d3878d88cae4b540c10fec48d6b, to which the next hint puts it back [ref/broken]
  hint: decide which commit it should name; its log, $(git rev-parse --git-path logs/REF), lists those that it named before
1 file checked: 1 error
[1]
$ claudestep doctor --json | jq -r '.checks[].hints[] | select(startswith("git -C"))' >../back && sh ../back && claudestep doctor | tail -n 1 && claudestep task list auth && claudestep sync
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
[9d82817] sync 'claudestep-metadata' with 'origin'
  pushed  83724d1..9d82817
$ git pack-refs --all && : >.git/packed-refs && claudestep list
! error: the branch 'claudestep-metadata' is gone, and its reflog is not: git takes both
!   caused by: it was last at 9d8281712e7a0d3878d88cae4b540c10fec48d6b, to which the next hint puts it back
! hint: git update-ref refs/heads/claudestep-metadata 9d8281712e7a0d3878d88cae4b540c10fec48d6b 0000000000000000000000000000000000000000
[5]
$ claudestep doctor --json | jq -r '.checks[].hints[] | select(startswith("git -C") and contains("refs/heads"))' >../back && sh ../back && claudestep list && claudestep sync
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
# Who takes the branch away with git takes its reflog away as well.
$ git branch -q -D claudestep-metadata && claudestep list && claudestep doctor | tail -n 1
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
all is well
