# The same run, started again, and what its claim has come to meanwhile.
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && for n in 1 2 3; do claudestep task add auth --description "Task $n" -q; done
$ claudestep prepare auth --op-id run-1 | head -1 && claudestep prepare auth --op-id run-1 | head -1
claimed in auth: task 1
claimed in auth: task 1

# The claim has run out: the same task again, for as long as a claim lasts, or the next where somebody else has it.
$ export CLAUDESTEP_NOW=2026-01-01T05:00:00Z && claudestep prepare auth --op-id run-1 | tail -1 && claudestep prepare auth --op-id run-1 | head -1
  claim        by A U Thor until 2026-01-01T07:00:00Z
claimed in auth: task 1
$ export CLAUDESTEP_NOW=2026-01-01T09:00:00Z && claudestep prepare auth --op-id run-2 | head -1 && claudestep prepare auth --op-id run-1 | head -1
claimed in auth: task 1
claimed in auth: task 2
$ claudestep task list auth && git log -3 --format='%(trailers:key=Claudestep-Op-Id)' claudestep-metadata
  TASK  ID        STATUS                        DESCRIPTION
     1  15e66171  pending, claimed by A U Thor  Task 1
     2  fb9e91ae  pending, claimed by A U Thor  Task 2
     3  74a6a7b0  pending, ready                Task 3
Claudestep-Op-Id: run-1~3
\
Claudestep-Op-Id: run-2
\
Claudestep-Op-Id: run-1~2
\

# Its pull request is there: the run is over. One that was closed leaves the task to do.
$ claudestep finalize auth --task 2 --pr 7 --branch b -q && claudestep prepare auth --op-id run-1
nothing is ready in auth
  - task 2 (fb9e91ae) is in progress: #7
! the task that this --op-id claimed is in progress or done
! hint: another --op-id claims the next
[1]
$ claudestep prepare auth --op-id run-1 --json | jq -c '[.task, .reason, .waiting_for]'
[null,"nothing_ready",["fb9e91ae"]]
! the task that this --op-id claimed is in progress or done
! hint: another --op-id claims the next
$ claudestep pr close auth --pr 7 -q && claudestep prepare auth --op-id run-1 | head -1
claimed in auth: task 2
$ claudestep prepare auth --op-id run-3 --dry-run | head -1
would: auth: claim task 3
