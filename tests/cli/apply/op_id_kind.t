# Writes that decide by what the branch has are held to the kind of what the earlier write did.
$ git init -q --bare repo.git && cd repo.git && claudestep project create auth -q && for n in 1 2 3; do claudestep task add auth --description "Task $n" -q; done
$ claudestep task check auth 1 -q --op-id X
$ claudestep undo --op-id X
! error: the operation id 'X' is that of another write
!   caused by: 9d1f7b4c1ccfb10e7cadca79b53154c0253125bf says: 'auth: check task 1'
!   caused by: it was no undo
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep migrate --op-id X
! error: the operation id 'X' is that of another write
!   caused by: 9d1f7b4c1ccfb10e7cadca79b53154c0253125bf says: 'auth: check task 1'
!   caused by: it was no migrate
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep undo $(git rev-parse claudestep-metadata~1) -q --op-id U && claudestep undo $(git rev-parse claudestep-metadata~2) --op-id U && claudestep undo $(git rev-parse --short claudestep-metadata~2) --op-id U && claudestep undo --op-id U
nothing to do: 'U' was done in 2893f45
nothing to do: 'U' was done in 2893f45
nothing to do: 'U' was done in 2893f45
$ claudestep undo $(git rev-parse claudestep-metadata~3) --op-id U
! error: the operation id 'U' is that of another write
!   caused by: 2893f453fd064127478425830843205cc74f9584 says: 'auth: undo "add task 'Task 3'"'
!   caused by: it was no undo of 3f5876b3102e083e30605bdabb92579c4f70a2d1
! hint: an --op-id stands for one write: give this one another
[4]
# A commit that is named by where it is is another one when the command is repeated.
$ claudestep undo claudestep-metadata -q --op-id V && claudestep undo claudestep-metadata --op-id V
nothing to do: 'V' was done in 3abbddb
--- file older
#!/bin/sh
# Puts a file in the place of the project's: "older JQ-FILTER".
git show claudestep-metadata:projects/auth.json | jq "$1" > ../auth.json
GIT_INDEX_FILE=$PWD/../index && export GIT_INDEX_FILE && git read-tree claudestep-metadata
git update-index --add --cacheinfo "100644,$(git hash-object -w ../auth.json),projects/auth.json"
git update-ref refs/heads/claudestep-metadata "$(git commit-tree -p claudestep-metadata -m older "$(git write-tree)")"
--- end
$ chmod +x ../older && ../older 'del(.tasks[].id)' && claudestep fsck --fix --op-id X
! error: the operation id 'X' is that of another write
!   caused by: 9d1f7b4c1ccfb10e7cadca79b53154c0253125bf says: 'auth: check task 1'
!   caused by: it was no repair
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep migrate -q --op-id M && claudestep migrate --op-id M
nothing to do: 'M' was done in 79b1525
$ ../older '.project = "web"' && claudestep fsck --fix -q --op-id R && ../older '.project = "web"' && claudestep fsck --fix --op-id R | head -1
projects/auth.json:9:22: warning: the description of task 1 is a stand-in, 'Task 1' [task/placeholder]
  hint: give it the real words: claudestep task edit, or import the plan
projects/auth.json:16:22: warning: the description of task 2 is a stand-in, 'Task 2' [task/placeholder]
projects/auth.json:22:22: warning: the description of task 3 is a stand-in, 'Task 3' [task/placeholder]
nothing to do: 'R' was done in 67275df
! what is left a person must decide; 'claudestep explain CODE' says more
$ claudestep fsck --fix --op-id M
! error: the operation id 'M' is that of another write
!   caused by: 79b15258c664bdbbb8cc4204a0858aef52f834ce says: 'auth: migrate to schema 2.0'
!   caused by: it was no repair
! hint: an --op-id stands for one write: give this one another
[4]
