# An id that ends in ~ and a number is what a claim that is made anew gets. Nobody gives one, and what a write of
# an earlier version has that was no claim stands for no other when it is carried on.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create auth -q && claudestep sync -q --force-first
$ claudestep task add auth --description "x" --op-id build~3
! error: option '--op-id': 'build~3' ends in ~ and a number
!   caused by: claudestep ends the id of a claim so that it makes anew for an --op-id whose claim is over
! hint: give another id, one that ends otherwise: run-7/2, say
[2]
$ claudestep next auth --claim --op-id ~3
! error: option '--op-id': '~3' ends in ~ and a number
!   caused by: claudestep ends the id of a claim so that it makes anew for an --op-id whose claim is over
! hint: give another id, one that ends otherwise: run-7/2, say
[2]
$ claudestep fsck --fix --op-id run-7~2
! error: option '--op-id': 'run-7~2' ends in ~ and a number
!   caused by: claudestep ends the id of a claim so that it makes anew for an --op-id whose claim is over
! hint: give another id, one that ends otherwise: run-7/2, say
[2]
$ claudestep task add auth --description "x" --op-id run-7~2x --dry-run -q
--- file older
#!/bin/sh
# Gives the newest commit, which has the operation id $1, the id $2.
git update-ref refs/heads/claudestep-metadata "$(git log -1 --format=%B claudestep-metadata | sed "s/Id: $1\$/Id: $2/" |
  git commit-tree 'claudestep-metadata^{tree}' -p claudestep-metadata~1)"
--- end
$ chmod +x ../older && claudestep task add auth --description "Dropped" -q && claudestep sync -q && git -C ../remote.git update-ref refs/heads/claudestep-metadata "$(git rev-parse claudestep-metadata~1)"
$ claudestep task add auth --description "first" -q --op-id old && ../older old build~3
$ claudestep next auth --claim --no-sync -q --op-id old >../claimed && ../older old '~3'
$ claudestep task add auth --description "third" -q && claudestep next auth --claim --no-sync -q --op-id old >../claimed && ../older old 'run-7~2'
$ claudestep sync --accept-rewind -q && git log -1 --format='%(trailers:key=Claudestep-Op-Id)' claudestep-metadata
Claudestep-Op-Id: build~3
Claudestep-Op-Id: ~3
Claudestep-Op-Id: run-7~2
Claudestep-Op-Id: run-7
\
$ claudestep task add auth --description "second" --op-id build
[e5c431b] auth: add task 'second'
