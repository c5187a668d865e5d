# A merge that was made by git alone, and for which a person took one side, is refused until what it dropped is done again.
$ export W=$PWD && git init -q --bare r.git && claudestep -C r.git -q hooks install && for i in a b; do git init -q $i && git -C $i remote add origin ../r.git; done
$ cd $W/a && claudestep -q project create p && claudestep -q task add p --description one && claudestep -q sync --force-first && cd ../b && claudestep -q sync && git worktree add -q ../tree claudestep-metadata
$ cd $W/a && claudestep -q task add p --description from-a && claudestep -q task edit p 1 --description uno && claudestep -q sync
$ cd $W/b && claudestep -q task add p --description from-b && git fetch -q && cd ../tree && git merge -q -s ours -m 'merge by hand' origin/claudestep-metadata && cd ../b && claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: f3c3990d8a2a:projects/p.json: error: the merge drops what 1c7f24d43428 did to the description of task 1 [frame/lost-update]
!   caused by: remote:   hint: decide whether the lost change should stand, and if so do it again; a merge for which a push is refused gets in by that alone, and an operation may take the change back then
!   caused by: remote: f3c3990d8a2a:projects/p.json: error: the merge drops what 1c7f24d43428 did to task 2 [frame/lost-update]
!   caused by: remote: the push is refused: metadata would be lost or broken
!   caused by: error: failed to push some refs to '../r.git'
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
$ cd $W/b && claudestep -q task add p --description from-a && claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: f3c3990d8a2a:projects/p.json: error: the merge drops what 1c7f24d43428 did to the description of task 1 [frame/lost-update]
!   caused by: remote:   hint: decide whether the lost change should stand, and if so do it again; a merge for which a push is refused gets in by that alone, and an operation may take the change back then
!   caused by: remote: the push is refused: metadata would be lost or broken
!   caused by: error: failed to push some refs to '../r.git'
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
# An operation may go on from there.
$ cd $W/b && claudestep -q task edit p 1 --description eins && claudestep sync -q && claudestep task list p
  TASK  ID        STATUS          DESCRIPTION
     1  7692c3ad  pending, ready  eins
     2  749a2a8f  pending, ready  from-b
     3  bd4d35fe  pending, ready  from-a
