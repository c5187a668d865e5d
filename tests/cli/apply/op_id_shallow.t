# A shallow clone may lack the write that has the id: then none is made with it.
$ git init -q -b main one && cd one && claudestep project create auth -q && claudestep task add auth --description "A" -q --op-id run-7 && claudestep task add auth --description "B" -q --op-id run-8
$ git clone -q --depth 1 -b claudestep-metadata file://$PWD ../cut && cd ../cut && claudestep task add auth --description "A" --op-id run-7
! error: cannot tell whether 'run-7' was done before; nothing was written
!   caused by: this clone is shallow, and what it does not have of the metadata branch may be of the time that an --op-id is remembered
! hint: git fetch --unshallow
! hint: in a workflow: actions/checkout with fetch-depth: 0
[6]
$ claudestep task add auth --description "A" --op-id run-7 --dry-run
! error: cannot tell whether 'run-7' was done before; nothing was written
!   caused by: this clone is shallow, and what it does not have of the metadata branch may be of the time that an --op-id is remembered
! hint: git fetch --unshallow
! hint: in a workflow: actions/checkout with fetch-depth: 0
[6]
$ claudestep next auth --claim --op-id run-9
! error: cannot tell whether 'run-9' was done before; nothing was written
!   caused by: this clone is shallow, and what it does not have of the metadata branch may be of the time that an --op-id is remembered
! hint: git fetch --unshallow
! hint: in a workflow: actions/checkout with fetch-depth: 0
[6]
$ claudestep prepare auth --op-id run-9
! error: cannot tell whether 'run-9' was done before; nothing was written
!   caused by: this clone is shallow, and what it does not have of the metadata branch may be of the time that an --op-id is remembered
! hint: git fetch --unshallow
! hint: in a workflow: actions/checkout with fetch-depth: 0
[6]
$ git log --format=%s claudestep-metadata
auth: add task 'B'
# What is here is known, and who gives no id needs none.
$ claudestep task add auth --description "B" --op-id run-8
nothing to do: 'run-8' was done in 334f637
$ claudestep task add auth --description "C"
[c14ced8] auth: add task 'C'
# What is here may be older than what is not: `reconcile` and whoever gives a date say so of their commits.
$ GIT_COMMITTER_DATE=2020-01-01T00:00:00Z claudestep -C ../one task add auth --description "Old" -q && git clone -q --depth 1 -b claudestep-metadata file://$PWD/../one ../old && claudestep -C ../old task add auth --description "A" --op-id run-7
! error: cannot tell whether 'run-7' was done before; nothing was written
!   caused by: this clone is shallow, and what it does not have of the metadata branch may be of the time that an --op-id is remembered
! hint: git -C ../old fetch --unshallow
! hint: in a workflow: actions/checkout with fetch-depth: 0
[6]
# The way out.
$ git fetch -q --unshallow && claudestep task add auth --description "A" --op-id run-7
nothing to do: 'run-7' was done in 3363d0a
