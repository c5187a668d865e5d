# A second write under the id of another, of which the trailers say the same, is refused where the state before it is here.
$ git init -q --bare repo.git && cd repo.git && claudestep project create auth -q && for n in 1 2 3; do claudestep task add auth --description "Task $n" -q; done
$ claudestep task edit auth 1 --description "b" -q --op-id E && claudestep task edit auth 1 --description "b" --op-id E
nothing to do: 'E' was done in d929a59
$ claudestep task edit auth 1 --description "c" --op-id E
! error: the operation id 'E' is that of another write
!   caused by: d929a5939271d09f4453492441681274137d5208 says: 'auth: reword task 1'
!   caused by: it did 'auth: reword task 1' with something else than is given now
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep task add auth --description "One" -q --op-id A && claudestep task add auth --description "One" --op-id A
nothing to do: 'A' was done in dba375d
$ claudestep task add auth --description "Two" --op-id A
! error: the operation id 'A' is that of another write
!   caused by: dba375d1ad8c9bb7d92fa9fd1398197f28efb238 says: 'auth: add task 'One''
!   caused by: it did 'auth: add task 'Two'' with something else than is given now
! hint: an --op-id stands for one write: give this one another
[4]
--- file run.json
[{"operation_id": "o1", "type": "code", "model": "m", "cost_usd": 1.50, "note": {"b": 1, "a": [1.0]}}]
--- end
--- file other.json
[{"operation_id": "o2", "type": "code", "model": "m", "cost_usd": 2}]
--- end
$ claudestep finalize auth --task 2 --pr 5 --branch b --title "T1" --ops ../run.json -q --op-id F && claudestep finalize auth --task 2 --pr 5 --branch b --title "T1" --ops ../run.json --op-id F
nothing to do: 'F' was done in 512e73c
$ claudestep finalize auth --task 2 --pr 5 --branch b --title "T2" --reviewer bob --ops ../run.json --op-id F
! error: the operation id 'F' is that of another write
!   caused by: 512e73c8fe564d0283875bcb455f207fe9b39eab says: 'auth: open #5 for task 2, and 1 more'
!   caused by: its 2 operations did the like, but not with what is given now
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep finalize auth --task 2 --pr 5 --branch b --title "T1" --ops ../other.json --op-id F
! error: the operation id 'F' is that of another write
!   caused by: 512e73c8fe564d0283875bcb455f207fe9b39eab says: 'auth: open #5 for task 2, and 1 more'
!   caused by: its 2 operations did the like, but not with what is given now
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep pr retitle auth --pr 5 --title "two" -q --op-id T && claudestep pr retitle auth --pr 5 --title "three" --op-id T
! error: the operation id 'T' is that of another write
!   caused by: a1a1fb80191e3fc02ad9487515386f2e8cab2877 says: 'auth: retitle #5'
!   caused by: it did 'auth: retitle #5' with something else than is given now
! hint: an --op-id stands for one write: give this one another
[4]
# What is there already would do nothing, and is no other write.
$ claudestep pr retitle auth --pr 5 --title "three" -q && claudestep pr retitle auth --pr 5 --title "three" --op-id T
nothing to do: 'T' was done in a1a1fb8
# The very same command is a no-op whatever became of the branch since.
$ claudestep task edit auth 1 --description "z" -q && claudestep task edit auth 1 --description "b" --op-id E && claudestep task add auth --description "One" --op-id A
nothing to do: 'E' was done in d929a59
nothing to do: 'A' was done in dba375d
$ claudestep project rename auth login -q && claudestep task edit auth 1 --description "b" --op-id E && claudestep task edit login 1 --description "b" --op-id E && claudestep finalize auth --task 2 --pr 5 --branch b --title "T1" --ops ../run.json --op-id F
nothing to do: 'E' was done in d929a59
nothing to do: 'E' was done in d929a59
nothing to do: 'F' was done in 512e73c
# Times that were filled in are not given: neither a later clock nor git's makes another write of it.
$ export GIT_COMMITTER_DATE=2020-01-01T00:00:00Z && claudestep pr close login --pr 5 -q --op-id C && claudestep pr reopen login --pr 5 -q && unset GIT_COMMITTER_DATE && claudestep pr close login --pr 5 --op-id C
nothing to do: 'C' was done in 6e38a0a
# Of several operations only those that did anything are compared.
--- file some.jsonl
{"op": "edit-task", "project": "login", "task": 2, "description": "Task 2"}
{"op": "edit-task", "project": "login", "task": 3, "description": "Third"}
--- end
--- file others.jsonl
{"op": "edit-task", "project": "login", "task": 2, "description": "Task 2"}
{"op": "edit-task", "project": "login", "task": 3, "description": "3rd"}
--- end
$ claudestep apply -q ../some.jsonl --op-id S && claudestep task edit login 2 --description "Second" -q && claudestep task edit login 3 --description "x" -q && claudestep apply ../some.jsonl --op-id S
nothing to do: 'S' was done in abf315e
$ claudestep apply ../others.jsonl --op-id S
! error: the operation id 'S' is that of another write
!   caused by: abf315e6962e4e25615f8f9fe2e343c310f64c4f says: 'login: reword task 3'
!   caused by: it did not do 'login: reword task 2'
! hint: an --op-id stands for one write: give this one another
[4]
# Of a merge and a claim only the times are not compared.
$ claudestep -q pr reopen login --pr 5 && claudestep -q pr merge login --pr 5 --merge-commit 1111111111111111111111111111111111111111 --op-id M && claudestep pr merge login --pr 5 --merge-commit 1111111111111111111111111111111111111111 --op-id M
nothing to do: 'M' was done in c57a123
$ claudestep pr merge login --pr 5 --merge-commit 2222222222222222222222222222222222222222 --op-id M
! error: the operation id 'M' is that of another write
!   caused by: c57a1235384265e993c34fd808ee65f0d349e69e says: 'login: merge #5'
!   caused by: it did 'login: merge #5' with something else than is given now
! hint: an --op-id stands for one write: give this one another
[4]
$ claim() { printf '{"op":"claim","project":"login","task":3,"by":"bot","reviewer":"%s"}\n' $1 | claudestep apply --op-id K; }; claim ann; claim ann; printf '{"op":"release","project":"login","task":3}\n' | claudestep apply -q; claim ann; claim bob
[5820af1] login: claim task 3
nothing to do: 'K' was done in 5820af1
nothing to do: 'K' was done in 5820af1
! error: the operation id 'K' is that of another write
!   caused by: 5820af11fb5aa4ed4a2d4995ec15d2bfc7117c80 says: 'login: claim task 3'
!   caused by: it did 'login: claim task 3' with something else than is given now
! hint: an --op-id stands for one write: give this one another
[4]
# A time that is given is compared, and how long a claim lasts.
$ claudestep -q pr open login --task 1 --pr 6 --branch b6 && claudestep pr merge login --pr 6 --at-time 2026-01-01T00:00:00Z --op-id W -q && claudestep pr merge login --pr 6 --at-time 2026-01-01T00:00:00Z --op-id W
nothing to do: 'W' was done in cb0d5b1
! warning: #6 in 'login' is recorded as merged at 2026-01-01T00:00:00Z, before it was opened at 2026-01-01T00:18:00Z
$ claudestep pr merge login --pr 6 --at-time 2025-12-02T00:00:00Z --op-id W
! error: the operation id 'W' is that of another write
!   caused by: cb0d5b15c77d36bf6d7282ed9af830edf7e968b5 says: 'login: merge #6'
!   caused by: it did 'login: merge #6' with something else than is given now
! hint: an --op-id stands for one write: give this one another
[4]
$ claim() { printf '{"op":"claim","project":"login","task":3,"by":"bob","ttl_seconds":%s}\n' $1 | claudestep apply --op-id N; }; printf '{"op":"release","project":"login","task":3}\n' | claudestep apply -q; claim 600; claim 600; printf '{"op":"release","project":"login","task":3}\n' | claudestep apply -q; claim 600; claim 7000
[6c95cc8] login: claim task 3
nothing to do: 'N' was done in 6c95cc8
nothing to do: 'N' was done in 6c95cc8
! error: the operation id 'N' is that of another write
!   caused by: 6c95cc8adf83ce7f08ecc2a8f9b5bfabee8b585d says: 'login: claim task 3'
!   caused by: it did 'login: claim task 3' with something else than is given now
! hint: an --op-id stands for one write: give this one another
[4]
# Where the state before it is not here, what trailers do not say is not told apart.
$ claudestep task edit login 1 --description "last" -q --op-id L && git clone -q --bare --depth 1 -b claudestep-metadata file://$PWD ../cut.git && cd ../cut.git
$ claudestep task edit login 1 --description "other" --op-id L
nothing to do: 'L' was done in 433d429
