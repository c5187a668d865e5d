# A commit that is not of the branch has no answer: no projects there would read as nothing spent.
$ git init -q -b main one && cd one && git commit -q --allow-empty -m start && claudestep project create auth -q
$ claudestep stats --at HEAD
! error: 'HEAD' is no commit of a metadata branch
!   caused by: it has no folder projects/ and did not begin with claudestep
! hint: claudestep log --oneline
[3]
$ claudestep budget check --limit 1 --at main
! error: 'main' is no commit of a metadata branch
!   caused by: it has no folder projects/ and did not begin with claudestep
! hint: claudestep log --oneline
[3]
$ claudestep diff main
! error: 'main' is no commit of a metadata branch
!   caused by: it has no folder projects/ and did not begin with claudestep
! hint: claudestep log --oneline
[3]
$ claudestep list --at claudestep-metadata~1
! no project to show
# The first commit of every branch is one, and has no folder projects/.
$ claudestep list --at claudestep-metadata~2
! no project to show
# What was on the branch before metadata was put beside it is of the branch.
$ claudestep --ref main project create beside --force -q && claudestep --ref main list --at main~1
! no project to show
