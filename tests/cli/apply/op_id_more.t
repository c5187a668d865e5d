# More than the earlier write did is another write: the operations that it has are each asked for once.
--- file two.jsonl
{"op": "add-task", "project": "auth", "description": "X"}
{"op": "add-task", "project": "auth", "description": "Y"}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep project create auth -q && cp ../two.jsonl ../three.jsonl && sed '1s/X/Z/;2d' ../two.jsonl >> ../three.jsonl && (cat ../two.jsonl; tail -n 1 ../two.jsonl) > ../twice.jsonl
$ claudestep apply -q ../two.jsonl --op-id run && claudestep apply ../two.jsonl --op-id run
nothing to do: 'run' was done in ba88e78
$ claudestep apply ../three.jsonl --op-id run
! error: the operation id 'run' is that of another write
!   caused by: ba88e789dd77c42e9bfe242b6652e7efdb021786 says: 'auth: add task 'X', and 1 more'
!   caused by: it did not do 'auth: add task 'Z''
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep apply ../twice.jsonl --op-id run
! error: the operation id 'run' is that of another write
!   caused by: ba88e789dd77c42e9bfe242b6652e7efdb021786 says: 'auth: add task 'X', and 1 more'
!   caused by: it did not do 'auth: add task 'Y''
! hint: an --op-id stands for one write: give this one another
[4]
# So are others of which it did as many, and fewer.
$ tail -n 1 ../three.jsonl | claudestep apply - --op-id run
! error: the operation id 'run' is that of another write
!   caused by: ba88e789dd77c42e9bfe242b6652e7efdb021786 says: 'auth: add task 'X', and 1 more'
!   caused by: its 2 operations are not those that are asked for
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep task add auth --description "S" -q --op-id one && claudestep apply ../two.jsonl --op-id one
! error: the operation id 'one' is that of another write
!   caused by: 5f68d478e1e99a728d127d1e6fa6b81db3f47597 says: 'auth: add task 'S''
!   caused by: it did not do 'auth: add task 'Y''
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep task list auth | grep -c pending
3
--- file o1.json
[{"type": "PRCreation", "model": "m", "cost_usd": 0.5, "operation_id": "o1"}]
--- end
--- file o2.json
[{"type": "PRCreation", "model": "m", "cost_usd": 0.5, "operation_id": "o2"}]
--- end
$ claudestep finalize auth --task 1 --pr 1 --branch b --ops ../o1.json --op-id ops -q && claudestep op add auth --pr 1 --ops ../o1.json --op-id ops
nothing to do: 'ops' was done in 20fe066
$ claudestep op add auth --pr 1 --ops ../o2.json --op-id ops
! error: the operation id 'ops' is that of another write
!   caused by: 20fe06609455998cc155ecdb03935c743e8ed79f says: 'auth: open #1 for task 1, and 1 more'
!   caused by: its 2 operations are not those that are asked for
! hint: an --op-id stands for one write: give this one another
[4]
# What had no effect at first is a part of the command all the same, also where it would have one now.
--- file there.jsonl
{"op": "check-task", "project": "auth", "task": 2}
{"op": "check-task", "project": "auth", "task": 2, "checked": false}
{"op": "check-task", "project": "auth", "task": 2}
{"op": "add-task", "project": "auth", "description": "T"}
--- end
$ claudestep task check auth 2 -q && claudestep apply -q ../there.jsonl --op-id there && git log -1 --format=%b claudestep-metadata | head -n 4
Claudestep-Op: check-task project=auth task=2 checked=false
Claudestep-Op: check-task project=auth task=2 checked=true
Claudestep-Op: add-task project=auth
Claudestep-Op-Id: there
$ claudestep task uncheck auth 2 -q && claudestep apply ../there.jsonl --op-id there
nothing to do: 'there' was done in 427bab0
# In a shallow clone trailers have to do: of what always has an effect there are no more than were listed.
$ git clone -q --bare --depth 2 -b claudestep-metadata file://$PWD ../cut.git && cd ../cut.git && claudestep apply ../there.jsonl --op-id there
nothing to do: 'there' was done in 427bab0
$ (cat ../there.jsonl; tail -n 1 ../there.jsonl) > ../longer.jsonl && claudestep apply ../longer.jsonl --op-id there
! error: the operation id 'there' is that of another write
!   caused by: 427bab099e43aecd1a1114ffaba2b2e1938a59fa says: 'auth: uncheck task 2, and 2 more'
!   caused by: it did not do 'auth: add task 'T''
! hint: an --op-id stands for one write: give this one another
[4]
