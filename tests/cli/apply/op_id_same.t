# An id stands for one write: the very same command is a no-op whatever became of the branch since, another of its
# kind is refused where it would do anything.
$ git init -q --bare repo.git && cd repo.git && claudestep project create auth -q && for n in 1 2 3; do claudestep task add auth --description "Task $n" -q; done && claudestep pr open auth --task 1 --pr 5 --branch b -q
$ claudestep pr close auth --pr 5 -q --op-id X && claudestep pr close auth --pr 5 --op-id X
nothing to do: 'X' was done in f758cd6
$ claudestep pr reopen auth --pr 5 --op-id X
! error: the operation id 'X' is that of another write
!   caused by: f758cd6e6bd6e7b83907f16c854816b73c6f6ce8 says: 'auth: close #5'
!   caused by: it did not do 'auth: reopen #5'
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep pr merge auth --pr 5 --op-id X --dry-run
! error: the operation id 'X' is that of another write
!   caused by: f758cd6e6bd6e7b83907f16c854816b73c6f6ce8 says: 'auth: close #5'
!   caused by: it did not do 'auth: merge #5'
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep pr reopen auth --pr 5 -q && claudestep pr close auth --pr 5 --op-id X && claudestep pr reopen auth --pr 5 --op-id X
nothing to do: 'X' was done in f758cd6
nothing to do: 'X' was done in f758cd6
$ claudestep task check auth 2 -q --op-id Y && claudestep task add auth --description "Before them" --index 1 -q && claudestep task check auth 2 --op-id Y
nothing to do: 'Y' was done in fea775c
$ claudestep task uncheck auth 3 --op-id Y
! error: the operation id 'Y' is that of another write
!   caused by: fea775cadf7773abb3fc00dbfbdf361063311e32 says: 'auth: check task 2'
!   caused by: it did not do 'auth: uncheck task 3'
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep project create pp -q --op-id Z && claudestep project create pp --op-id Z
nothing to do: 'Z' was done in 6602ee4
$ claudestep project create pp2 --op-id Z
! error: the operation id 'Z' is that of another write
!   caused by: 6602ee4ea70bad1c41575237e9367901c661fa68 says: 'pp: create'
!   caused by: it did not do 'pp2: create'
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep project delete pp -q && claudestep project create pp --op-id Z
nothing to do: 'Z' was done in 6602ee4
$ claudestep task add auth --description "Last" -q --op-id A && claudestep task add auth --description "Last" --op-id A
nothing to do: 'A' was done in 7dc6822
# Its project has another name by now: the command that was given is known, and so is the one that says that name.
$ claudestep project rename auth login -q && claudestep task add auth --description "Last" --op-id A && claudestep task add login --description "Last" --op-id A && claudestep pr close login --pr 5 --op-id X
nothing to do: 'A' was done in 7dc6822
nothing to do: 'A' was done in 7dc6822
nothing to do: 'X' was done in f758cd6
$ claudestep pr close auth --pr 5 --op-id X && claudestep project rename auth login --op-id X
nothing to do: 'X' was done in f758cd6
nothing to do: 'X' was done in f758cd6
$ claudestep project create auth -q && claudestep task add auth --description "Last" --op-id X
! error: the operation id 'X' is that of another write
!   caused by: f758cd6e6bd6e7b83907f16c854816b73c6f6ce8 says: 'auth: close #5'
!   caused by: it did not do 'auth: add task 'Last''
! hint: an --op-id stands for one write: give this one another
[4]
# What was there already when it was done was no part of it, and is none when it is asked for again.
--- file some.jsonl
{"op": "set-pr-state", "project": "login", "pr": 5, "state": "open"}
{"op": "check-task", "project": "login", "task": 4}
{"op": "add-task", "project": "login", "description": "Of some"}
--- end
$ claudestep task check login 4 -q && claudestep apply -q ../some.jsonl --op-id some && git log -1 --format=%B claudestep-metadata
login: add task 'Of some'
\
Claudestep-Op: add-task project=login
Claudestep-Op-Id: some
\
$ claudestep task uncheck login 4 -q && claudestep pr close login --pr 5 -q && claudestep apply ../some.jsonl --op-id some
nothing to do: 'some' was done in e280a24
$ claudestep task list login | grep -c "Of some"
1
# More than 20 operations are told apart as well.
$ for n in $(seq 25); do echo "{\"op\": \"add-task\", \"project\": \"login\", \"description\": \"Many $n\"}"; done > ../many.jsonl && (head -n 24 ../many.jsonl; echo '{"op": "check-task", "project": "login", "task": 1}') > ../other.jsonl
$ claudestep apply -q ../many.jsonl --op-id many && claudestep apply ../many.jsonl --op-id many && claudestep project rename login signin -q && claudestep apply ../many.jsonl --op-id many
nothing to do: 'many' was done in c8be979
nothing to do: 'many' was done in c8be979
$ claudestep project rename signin login -q && claudestep apply ../other.jsonl --op-id many
! error: the operation id 'many' is that of another write
!   caused by: c8be9796df7bfaa3f7e43bab63e94313301347d6 says: 'login: add task 'Many 1', and 24 more'
!   caused by: its 25 operations are not those that are asked for
! hint: an --op-id stands for one write: give this one another
[4]
$ head -n 3 ../many.jsonl > ../few.jsonl && claudestep apply ../few.jsonl --op-id many
! error: the operation id 'many' is that of another write
!   caused by: c8be9796df7bfaa3f7e43bab63e94313301347d6 says: 'login: add task 'Many 1', and 24 more'
!   caused by: its 25 operations are not those that are asked for
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep task add login --description "Many more" --op-id many
! error: the operation id 'many' is that of another write
!   caused by: c8be9796df7bfaa3f7e43bab63e94313301347d6 says: 'login: add task 'Many 1', and 24 more'
!   caused by: its 25 operations are not those that are asked for
! hint: an --op-id stands for one write: give this one another
[4]
# Where the history is cut off right behind it, as far as it is listed.
$ claudestep apply -q ../many.jsonl --op-id again && git clone -q --bare --depth 1 -b claudestep-metadata file://$PWD ../cut.git && cd ../cut.git
$ claudestep apply ../many.jsonl --op-id again && claudestep apply ../few.jsonl --op-id again
nothing to do: 'again' was done in 4dec1dd
nothing to do: 'again' was done in 4dec1dd
# What was carried on after a rewind of the remote is known by what each write was.
$ cd .. && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create login -q && claudestep task add login --description "Task" -q && claudestep pr open login --task 1 --pr 5 --branch b -q && claudestep sync -q --force-first
$ claudestep task add login --description "Dropped" -q && claudestep sync -q && git -C ../remote.git update-ref refs/heads/claudestep-metadata "$(git rev-parse claudestep-metadata~1)"
$ claudestep pr close login --pr 5 -q --op-id X && claudestep apply -q ../many.jsonl --op-id many && claudestep task check login 2 -q --op-id Y && claudestep task add login --description "First" --index 1 -q && claudestep project rename login auth -q && claudestep sync --accept-rewind -q
$ git log -1 --format='%(trailers:key=Claudestep-Done)' claudestep-metadata | uniq -c
      1 Claudestep-Done: set-pr-state project=login pr=5 state=closed op-id=X in=auth
     20 Claudestep-Done: add-task project=login op-id=many in=auth
      1 Claudestep-Done: more operations=25 op-id=many
      1 Claudestep-Done: check-task project=login task=2 checked=true op-id=Y in=auth
%      1\x20
$ claudestep pr reopen auth --pr 5 -q && claudestep pr close login --pr 5 --op-id X && claudestep pr close auth --pr 5 --op-id X && claudestep apply ../many.jsonl --op-id many && claudestep task check login 2 --op-id Y
nothing to do: 'X' was done in efc0ddc
nothing to do: 'X' was done in efc0ddc
nothing to do: 'many' was done in efc0ddc
nothing to do: 'Y' was done in efc0ddc
$ claudestep pr merge auth --pr 5 --op-id X
! error: the operation id 'X' is that of another write
!   caused by: efc0ddc9ede8b7074ca2fb062804f456dc3ff8d1 says: 'set-pr-state project=login pr=5 state=closed'
!   caused by: it did not do 'auth: merge #5'
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep task uncheck auth 3 --op-id Y
! error: the operation id 'Y' is that of another write
!   caused by: efc0ddc9ede8b7074ca2fb062804f456dc3ff8d1 says: 'check-task project=login task=2 checked=true'
!   caused by: it did not do 'auth: uncheck task 3'
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep apply ../other.jsonl --op-id many
nothing to do: 'many' was done in efc0ddc
