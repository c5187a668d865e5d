# The remote has lost its only branch: each hint leads on, and the last one out.
$ git init -q --bare hub.git && git init -q one && cd one && git remote add origin ../hub.git
$ claudestep -q project create auth && claudestep -q sync --force-first && claudestep -q task add auth --description One && git -C ../hub.git update-ref -d refs/heads/claudestep-metadata
$ claudestep sync
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' is not there any more; it was at 83724d1
!   caused by: somebody forced it, or took it away; nothing was changed here
! hint: to push the branch again: claudestep sync --accept-rewind
[4]
$ claudestep sync --accept-rewind
! error: the remote 'origin' is empty
!   caused by: a forge makes the first branch that it gets its default: the one that people see and clone
! hint: push the code first; or, to push 'claudestep-metadata' all the same: claudestep sync --accept-rewind --force-first
[4]
$ claudestep sync --accept-rewind --force-first
[4817046] sync 'claudestep-metadata' with 'origin'
  rewound 4817046..nothing
  pushed  nothing..4817046
