# The remote was rewound to before a project was made that has unpushed work: the commit which puts that on the
# new tip makes the project again, and says so.
$ git init -q --bare hub && git init -q one && cd one && git remote add origin ../hub
$ claudestep project create auth -q && claudestep task add auth --description Pushed -q && claudestep sync --force-first -q
$ git -C ../hub update-ref refs/heads/claudestep-metadata claudestep-metadata~2
$ claudestep task add auth --description Mine -q && claudestep project rename auth login -q
$ claudestep sync --accept-rewind
[addb407] sync 'claudestep-metadata' with 'origin'
  rewound ae6873a..e1487f4
  fetched ae6873a..e1487f4
  merged  both sides
  pushed  e1487f4..addb407
  gave way: login: deletion: kept 'the project', gave up 'deleted'
$ git log -1 --format=%B claudestep-metadata
claudestep: put unpushed work on e1487f4
\
Claudestep-Op: create-project project=auth
Claudestep-Op: add-task project=auth
Claudestep-Op: rename project=auth to=login
Claudestep-Dropped: deletion project=login kept=the%20project dropped=deleted
\
$ claudestep task list login && claudestep fsck --frame
  TASK  ID        STATUS          DESCRIPTION
     1  579e8c6a  pending, ready  Pushed
     2  f57afb7d  pending, ready  Mine
1 file checked: nothing found
! 1 commit held to what they say of themselves
