# A way back and the operation ids of what it meets.
--- file follow
#!/bin/sh
# Runs what doctor prints as the way, as it is printed.
claudestep doctor | sed -n '/ fsck$/d; s/.*hint: \(where nobody else\|git -C\)/\1/p' >way && sed -n 1p way && sed 1d way | sh
--- end
$ chmod +x follow && git init -q one && cd one && claudestep -q project create auth && for task in One Two Three; do claudestep -q task add auth --description $task; done
# What is left out is gone with its id: asked for again, it is done anew.
$ claudestep -q pr open auth --task 1 --pr 7 --branch b --reviewer bob --op-id run-1 && claudestep -q next auth --claim --no-sync --op-id agent-1 && tip=$(git rev-parse claudestep-metadata) && rm .git/objects/$(echo $tip | sed 's|..|&/|')
claimed in auth: task 2
  description  Two
  id           94a72c07
  branch       claude-chain-auth-94a72c07
  claim        by A U Thor until 2026-01-01T02:01:00Z
$ ../follow && claudestep task list auth
where nobody else has it: the next hint goes back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  in_progress     One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
$ claudestep next auth --claim --no-sync --op-id agent-1 && claudestep -q pr open auth --task 1 --pr 7 --branch b --reviewer bob --op-id run-1
claimed in auth: task 2
  description  Two
  id           94a72c07
  branch       claude-chain-auth-94a72c07
  claim        by A U Thor until 2026-01-01T02:03:00Z
! claimed in this repository alone; other clones see it when the branch is pushed
# What is kept, with its history lost, has no id any more: asked for again under it, a task is added once more.
$ claudestep -q task add auth --description Four --op-id run-2 && claudestep -q project create web && lost=$(git rev-parse claudestep-metadata~1) && rm .git/objects/$(echo $lost | sed 's|..|&/|')
$ ../follow && claudestep task add auth --description Four --op-id run-2; claudestep task list auth
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 2 moves ago
[0681516] auth: add task 'Four'
  TASK  ID          STATUS                        DESCRIPTION
     1  8b125077    in_progress                   One
     2  94a72c07    pending, claimed by A U Thor  Two
     3  926f52d1    pending, ready                Three
     4  12f5aedc    pending, ready                Four
     5  12f5aedc-2  pending, ready                Four
