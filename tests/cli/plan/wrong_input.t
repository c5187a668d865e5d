# What is no plan is refused with a reason.
--- file empty.md
Nothing to do.
--- end
$ git init -q repo && cd repo && claudestep init -q
$ claudestep plan import ../empty.md --project auth
! error: cannot read a plan from 'empty.md'
!   caused by: it has no tasks
! hint: a task is a line such as '- [ ] Add user authentication'
[2]
$ claudestep plan import ../nowhere.md --project auth
! error: cannot read '../nowhere.md'
!   caused by: No such file or directory
[2]
$ claudestep plan import claude-step/auth/spec.md
! error: cannot read 'claude-step/auth/spec.md'
!   caused by: No such file or directory
[2]
$ claudestep plan import nowhere/plan.txt
! error: cannot read a plan from 'nowhere/plan.txt'
!   caused by: its name ends in none of .md, .yaml, .yml and .json
[2]
$ cp ../empty.md plan.md && claudestep plan import plan.md
! error: the place of 'plan.md' does not say which project it plans
! hint: name it with --project P
[2]
$ printf 'x' > plan.txt && claudestep plan import plan.txt --project auth
! error: cannot read a plan from 'plan.txt'
!   caused by: its name ends in none of .md, .yaml, .yml and .json
[2]
$ printf -- '- [ ] a\377\n' > bad.md && claudestep plan import bad.md --project auth
! error: cannot read a plan from 'bad.md'
!   caused by: byte 8 is not UTF-8
[2]
$ claudestep plan import HEAD:plan.md --project auth
! error: 'HEAD' does not name a commit
[3]
$ git add . && git commit -qm plan && claudestep plan import HEAD:nowhere.md --project auth
! error: cannot read 'HEAD:nowhere.md'
!   caused by: 'nowhere.md' is not in 'HEAD'
[3]
$ claudestep plan import HEAD:../plan.md --project auth
! error: cannot read 'HEAD:../plan.md'
!   caused by: '../plan.md' is no path from the root of the tree
[2]
$ claudestep plan import :plan.md --project auth
! error: cannot read ':plan.md'
!   caused by: it names no revision
! hint: commits and files are read, and not git's index
[2]
$ printf -- '- [ ] a\n' > plan.md && claudestep plan diff plan.md --project auth
! error: no project 'auth'
! hint: claudestep list
[3]
$ claudestep plan import plan.md --project a/b
! error: 'a/b' is no project name: it contains '/'
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep plan import plan.md --project auth && printf -- '- [ ] \033[31mred\n' > plan.md && claudestep plan diff plan.md --project auth
[2012e2f] auth: create
          auth: set the plan (1 task)
+ task 1: \x1b[31mred
- task 1: a
! 1 task added
! hint: to take it over: claudestep plan import
