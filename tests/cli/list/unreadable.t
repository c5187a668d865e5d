# Where the only file cannot be read, the answer does not sound as if there were no project.
$ git init -q --bare repo.git && cd repo.git && claudestep init >out
$ blob=$(printf '{' | git hash-object -w --stdin)
> projects=$(printf '100644 blob %s\tauth.json\n' $blob | git mktree)
> tree=$(printf '040000 tree %s\tprojects\n' $projects | git mktree)
> git update-ref refs/heads/claudestep-metadata $(git commit-tree $tree -m 'by hand')
$ claudestep list
! warning: cannot read 'projects/auth.json': line 1, column 2: expected a key in double quotes or '}', found the end of the document: the object that starts at line 1, column 1 is not closed
! no project to show; 1 file could not be read
$ claudestep pr list
! warning: cannot read 'projects/auth.json': line 1, column 2: expected a key in double quotes or '}', found the end of the document: the object that starts at line 1, column 1 is not closed
! no pull request to show; 1 file could not be read
