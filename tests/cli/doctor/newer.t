# A file that a newer claudestep wrote is not well: it can be read, and no write to it goes through.
$ git init -q one && cd one && claudestep project create -q a && claudestep project create -q b && git worktree add -q ../w claudestep-metadata && sed -i 's/"2.0"/"3.7"/' ../w/projects/b.json && git -C ../w commit -qam newer && claudestep doctor | grep -A1 '^[a-z]* *files'
problem  files       'projects/b.json' was written by a newer claudestep: it can be read, and every write to it is refused
                     hint: this claudestep writes schema 2.0: use a newer one
$ claudestep task add b --description x
! error: cannot change 'b': it was written by a newer claudestep (schema 3.7)
! hint: this claudestep writes schema 2.0: use a newer one
[5]
$ sed -i 's/"2.0"/"3.7"/' ../w/projects/a.json && git -C ../w commit -qam newer && claudestep doctor | grep -A1 '^[a-z]* *files'
problem  files       2 project files were written by a newer claudestep, the first of them 'projects/a.json': they can be read, and every write to them is refused
                     hint: this claudestep writes schema 2.0: use a newer one
