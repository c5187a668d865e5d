# Where nobody reads on, the program ends as if by SIGPIPE, in silence, also when the signal is ignored.
$ mkfifo pipe
$ exec 3<>pipe 4>pipe 3>&- && claudestep help >&4
[141]
$ exec 3<>pipe 4>pipe 3>&- && trap '' PIPE && claudestep help >&4
[141]
# Output that is lost is an error.
$ claudestep help --reference >/dev/full
! error: cannot write to standard output
!   caused by: No space left on device
[7]
