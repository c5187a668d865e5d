# What lies in projects/ and is no project's file is said once, with its place.
$ git init -q --bare repo.git && cd repo.git && claudestep project create -q auth
$ link=$(printf auth.json | git hash-object -w --stdin); blob=$(git rev-parse claudestep-metadata:projects/auth.json); tree=$(printf '120000 blob %s\tlink.json\n100644 blob %s\tauth.json\n100644 blob %s\tno name.json\n100644 blob %s\t-x.json\n' $link $blob $blob $blob | git mktree); root=$(printf '040000 tree %s\tprojects\n' $tree | git mktree); git update-ref refs/heads/claudestep-metadata $(git commit-tree -m odd -p claudestep-metadata $root)
$ claudestep show link
! error: projects/link.json: the project file is a symbolic link
[5]
$ claudestep show link --json
! {"kind":"error","version":1,"code":"corrupt","message":"the project file is a symbolic link","causes":[],"hints":[],"retryable":false,"place":{"file":"projects/link.json","line":null,"column":null}}
[5]
$ claudestep show 'no name'
! error: 'no name' is no project name: it contains ' '
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep list
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  auth     empty   0/0  2026-01-01  2026-01-01  -
! warning: cannot read 'projects/-x.json': it is not named like a project: it begins with '-'
! warning: cannot read 'projects/link.json': it is a symbolic link
! warning: cannot read 'projects/no name.json': it is not named like a project: it contains ' '
$ claudestep task add link --description "Through the link"
! error: projects/link.json: the project file is a symbolic link
[5]
$ claudestep project rename link other
! error: projects/link.json: the project file is a symbolic link
[5]
$ claudestep pr import - </dev/null
! error: standard input:1:1: expected a value, found nothing: the document is empty
[2]
$ claudestep show nothing
! error: no project 'nothing'
! hint: claudestep list
[3]
