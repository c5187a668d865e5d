# Before there is anything.
$ claudestep prime
! error: not a git repository (or any of the parent directories): '$TESTDIR'
! hint: run it inside a repository, or name one with -C or --git-dir
[3]
$ git init -q repo && cd repo && claudestep prime
there is no metadata branch claudestep-metadata yet
you are on main
\
commands
  claudestep init
      make the metadata branch
\
exit codes
   0  it is done, or the answer is yes
   1  the answer is no: findings, nothing ready, no capacity, drift
   2  the command line, or a value or file given on it, is wrong
   3  no such project, task, pull request, revision, schema or repository
   4  nothing was written: another writer is in the way, or it conflicts
   5  stored data is broken, or of a newer format; a schema cannot be used
   6  the repository uses something that cannot be opened
   7  the file system, git or a remote refused
  70  a defect of claudestep
$ claudestep prime --json | head -n 20
{
  "kind": "prime",
  "version": 1,
  "ref": "refs/heads/claudestep-metadata",
  "commit": null,
  "totals": {
    "projects": 0,
    "tasks": 0,
    "completed": 0,
    "in_progress": 0,
    "pending": 0,
    "claimed": 0,
    "open": 0,
    "cost_usd": 0
  },
  "projects": [],
  "git_branch": "main",
  "here": null,
  "claimed": [],
  "next": null,
$ claudestep prime auth
! error: no project 'auth'
!   caused by: there is no metadata branch 'refs/heads/claudestep-metadata'
! hint: claudestep init
[3]
$ claudestep init -q && claudestep prime | head -n 8
claudestep-metadata at a1aa6e8: 0 projects, 0 of 0 tasks completed, 0 open pull requests, $0.00
you are on main
\
commands
  claudestep project create NAME
      begin a project
  claudestep task add NAME --description TEXT
      give it a task
$ claudestep project create -q auth && claudestep prime | head -n 14
claudestep-metadata at c1bafec: 1 project, 0 of 0 tasks completed, 0 open pull requests, $0.00
you are on main
\
  PROJECT  DONE  STATE  OPEN  NEXT
  auth      0/0  empty     -  -
\
commands
  claudestep task add auth --description TEXT
      give it a task
  claudestep stats
      all projects, pull requests and costs
\
exit codes
   0  it is done, or the answer is yes
