# Values are compared under whatever name the project has by now, and a name is that of one project.
$ git init -q --bare repo.git && cd repo.git && claudestep project create auth -q && claudestep project create web -q && claudestep task add auth --description "One" -q --op-id A
$ claudestep project rename auth login -q && claudestep task add login --description "One" --op-id A && claudestep task add auth --description "One" --op-id A
nothing to do: 'A' was done in 12f0943
nothing to do: 'A' was done in 12f0943
$ claudestep task add login --description "Two" --op-id A
! error: the operation id 'A' is that of another write
!   caused by: 12f094348708bc81fce502ea33f7203d561ea06e says: 'auth: add task 'One''
!   caused by: it did 'login: add task 'Two'' with something else than is given now
! hint: an --op-id stands for one write: give this one another
[4]
# Two exchange their names.
$ claudestep project rename web auth -q && claudestep task add login --description "Two" --op-id A
! error: the operation id 'A' is that of another write
!   caused by: 12f094348708bc81fce502ea33f7203d561ea06e says: 'auth: add task 'One''
!   caused by: it did 'login: add task 'Two'' with something else than is given now
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep task add auth --description "Two" --op-id A
! error: the operation id 'A' is that of another write
!   caused by: 12f094348708bc81fce502ea33f7203d561ea06e says: 'auth: add task 'One''
!   caused by: it did 'auth: add task 'Two'' with something else than is given now
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep task add login --description "One" --op-id A && claudestep task add auth --description "One" --op-id A
nothing to do: 'A' was done in 12f0943
nothing to do: 'A' was done in 12f0943
# So is what made one, and what renamed one.
$ claudestep project create shop -q --op-id C && claudestep project rename shop store -q --op-id R && claudestep project rename store stand -q && claudestep project create shop --op-id C && claudestep project rename shop store --op-id R
nothing to do: 'C' was done in 1f563f6
nothing to do: 'R' was done in 4d81541
$ claudestep project create stand --op-id C && claudestep project rename stand store --op-id R
nothing to do: 'C' was done in 1f563f6
nothing to do: 'R' was done in 4d81541
# One that was deleted and made anew is another, also under the name that it gets then.
$ claudestep project create gone -q && claudestep task add gone --description "One" -q --op-id G && claudestep task add gone --description "Two" -q && claudestep task check gone 2 -q --op-id H && claudestep project delete gone -q
$ claudestep project create gone -q && claudestep task add gone --description "One" -q && claudestep task add gone --description "Two" -q && claudestep project rename gone back -q
$ claudestep task add back --description "One" --op-id G
! error: the operation id 'G' is that of another write
!   caused by: 74564ff9736204a496e3569b82b48de738408591 says: 'gone: add task 'One''
!   caused by: it did not do 'back: add task 'One''
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep task check back 2 --op-id H
! error: the operation id 'H' is that of another write
!   caused by: 8431a0700c2e62c585851f29c01abad97644ca01 says: 'gone: check task 2'
!   caused by: it did not do 'back: check task 2'
! hint: an --op-id stands for one write: give this one another
[4]
# A deletion that is taken back leaves it what it was.
$ claudestep project delete login -q && claudestep undo -q && claudestep project rename login signin -q && claudestep task add signin --description "One" --op-id A
nothing to do: 'A' was done in 12f0943
$ claudestep task add signin --description "Two" --op-id A
! error: the operation id 'A' is that of another write
!   caused by: 12f094348708bc81fce502ea33f7203d561ea06e says: 'auth: add task 'One''
!   caused by: it did 'signin: add task 'Two'' with something else than is given now
! hint: an --op-id stands for one write: give this one another
[4]
