# A write whose answer cannot be told has landed all the same, and the error says as which commit.
$ git init -q --bare repo.git && cd repo.git && claudestep -q project create auth
$ claudestep task add auth --description 'Add login' >/dev/full
! error: the write is done as commit e65abf8bc0b77a39a827a594c348855bb1590fe4, but its answer is lost
!   caused by: cannot write to standard output
!   caused by: No space left on device
! hint: claudestep log
! hint: run again, the command may write a second time
[7]
$ git rev-parse claudestep-metadata
e65abf8bc0b77a39a827a594c348855bb1590fe4
$ claudestep task add auth --description 'Add logout' --json >/dev/full
! {"kind":"error","version":1,"code":"io","message":"the write is done as commit cf27a8e48fb26782a32dd36e2402ce13866bb311, but its answer is lost","causes":["cannot write to standard output","No space left on device"],"hints":["claudestep log","run again, the command may write a second time"],"retryable":false,"place":null}
[7]
# With an id it may be run again.
$ claudestep task add auth --description 'Add sessions' --op-id run-1 >/dev/full
! error: the write is done as commit 2007c9b72f3b1fbad35a68ff3627368596c075d7, but its answer is lost
!   caused by: cannot write to standard output
!   caused by: No space left on device
! hint: claudestep log
! hint: run again with this --op-id, the command writes nothing more
[7]
$ claudestep task add auth --description 'Add sessions' --op-id run-1
nothing to do: 'run-1' was done in 2007c9b
# Where nothing was written nothing is said of it.
$ claudestep init >/dev/full
! error: cannot write to standard output
!   caused by: No space left on device
[7]
$ claudestep task add auth --description 'Add tests' --dry-run >/dev/full
! error: cannot write to standard output
!   caused by: No space left on device
[7]
