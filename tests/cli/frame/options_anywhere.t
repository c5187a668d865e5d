# Options stand before the command, between its words, before and after operands; -- ends them.
$ git init -q repo && claudestep -C repo init >out && claudestep -C repo project create auth >out
$ claudestep -C repo show auth --json >one
$ claudestep --json -C repo show auth | cmp - one
$ claudestep show -Crepo --format=json auth | cmp - one
$ claudestep show --git-dir repo/.git --format json -- auth | cmp - one
$ claudestep task -C repo list auth --json >two && claudestep task list auth -C repo --json | cmp - two
$ git -C repo claudestep show auth --json | cmp - one
# Several -C go on from each other, as git's do.
$ mkdir -p repo/a/b && claudestep -C repo -C a/b -C .. show auth --json | cmp - one
$ claudestep -C repo/none show auth
! error: cannot change to 'repo/none'
!   caused by: No such file or directory
[2]
$ claudestep -C one show auth
! error: cannot change to 'one'
!   caused by: Not a directory
[2]
# What begins with a dash is an operand after --.
$ claudestep -C repo show -- --json
! error: '--json' is no project name: it begins with '-'
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
