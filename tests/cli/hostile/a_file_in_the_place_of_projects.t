# Whatever is asked of such a branch, the answer is that it is broken, and where.
$ git init -q --bare repo.git && cd repo.git && claudestep -q init
$ echo 'not a folder' | git hash-object -w --stdin | xargs printf '100644 blob %s\tprojects\n' | git mktree >../tree
$ git update-ref refs/heads/claudestep-metadata $(git commit-tree -p claudestep-metadata -m odd $(cat ../tree))
$ claudestep show auth
! error: projects: 'projects' on the metadata branch is a file, not a folder
! hint: git log 39ba71f -- projects
[5]
$ claudestep task add auth --description 'Add login'
! error: projects: 'projects' on the metadata branch is a file, not a folder
! hint: git log 39ba71f -- projects
[5]
$ claudestep project create auth
! error: projects: 'projects' on the metadata branch is a file, not a folder
! hint: git log 39ba71f -- projects
[5]
$ claudestep project create auth --dry-run
! error: projects: 'projects' on the metadata branch is a file, not a folder
! hint: git log 39ba71f -- projects
[5]
