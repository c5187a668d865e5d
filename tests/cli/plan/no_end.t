# What is no plan by its name is not read: it may have no end.
$ git init -q repo && cd repo
$ claudestep plan diff /dev/zero --project auth
! error: cannot read a plan from '/dev/zero'
!   caused by: its name ends in none of .md, .yaml, .yml and .json
[2]
$ claudestep plan import HEAD:plan.txt --project auth
! error: cannot read a plan from 'plan.txt'
!   caused by: its name ends in none of .md, .yaml, .yml and .json
[2]
