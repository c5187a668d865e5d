# The commands of a hint are for the branch that was named.
$ git init -q --bare ../hub.git && git init -q && git remote add origin ../hub.git && claudestep --ref team init -q && claudestep --ref team project create auth -q && claudestep --ref team task add web --description One
! error: no project 'web'
! hint: claudestep --ref team list
! hint: claudestep --ref team project create web
[3]
$ claudestep -C . --ref team show autt; claudestep --ref team sync; claudestep --ref team undo auth
! error: no project 'autt'
! hint: did you mean 'auth'?
! error: the remote 'origin' is empty
!   caused by: a forge makes the first branch that it gets its default: the one that people see and clone
! hint: push the code first; or, to push 'team' all the same: claudestep sync --ref team --force-first
! error: 'auth' does not name a commit
[3]
$ claudestep --ref team project archive auth -q; claudestep --ref team task add auth --description One
[3f21485] auth: add task 'One'
# One that was not named is not.
$ claudestep list
! there is no metadata branch 'refs/heads/claudestep-metadata' here, nor was it fetched from 'origin'
! hint: claudestep sync
