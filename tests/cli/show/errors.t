# No such project, in every way.
$ git init -q --bare repo.git && cd repo.git
$ claudestep show auth
! error: no project 'auth'
!   caused by: there is no metadata branch 'refs/heads/claudestep-metadata'
! hint: claudestep init
[3]
$ claudestep project create auth -q && claudestep project create billing -q
$ claudestep show auht
! error: no project 'auht'
! hint: did you mean 'auth'?
[3]
$ claudestep show AUTH
! error: no project 'AUTH'
! hint: did you mean 'auth'?
[3]
$ claudestep show something-else
! error: no project 'something-else'
! hint: claudestep list
[3]
$ claudestep show something-else --json
! {"kind":"error","version":1,"code":"not_found","message":"no project 'something-else'","causes":[],"hints":["claudestep list"],"retryable":false,"place":null}
[3]
$ claudestep show a/b
! error: 'a/b' is no project name: it contains '/'
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep show ..
! error: '..' is no project name: it begins with '.'
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep show ""
! error: '' is no project name: it is empty
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep show "$(printf "a\nb\033[31m")"
! error: 'a\nb\x1b[31m' is no project name: it contains '\n'
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep show
! error: missing operand 'PROJECT'
! hint: usage: claudestep show PROJECT [--raw]
[2]
$ claudestep show auth billing
! error: unexpected operand 'billing'
! hint: usage: claudestep show PROJECT [--raw]
[2]
$ claudestep show auth --at no-such-revision
! error: no revision or date 'no-such-revision'
! hint: name a revision as git does (claudestep-metadata~3), a date (2026-01-27), an instant or an age (7d)
[3]
$ claudestep show auth --at 2020-01-01
! error: the metadata branch has no commit as old as '2020-01-01'
[3]
