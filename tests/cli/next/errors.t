$ git init -q --bare repo.git && cd repo.git
$ claudestep next auth
! error: no project 'auth'
!   caused by: there is no metadata branch 'refs/heads/claudestep-metadata'
! hint: claudestep init
[3]
$ claudestep project create auth -q
$ claudestep next auht
! error: no project 'auht'
! hint: did you mean 'auth'?
[3]
$ claudestep next a/b
! error: 'a/b' is no project name: it contains '/'
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep next
! error: missing operand 'PROJECT'
! hint: usage: claudestep next PROJECT [--claim] [--ttl T] [--no-sync] [--dry-run] [--op-id ID] [--timeout T] [--force] [--base BRANCH]
[2]
$ cd .. && claudestep next auth
! error: not a git repository (or any of the parent directories): '$TESTDIR'
! hint: run it inside a repository, or name one with -C or --git-dir
[3]
