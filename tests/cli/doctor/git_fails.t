# Where git does not work, nothing that it fails with is taken for lost objects.
$ git init -q --bare -b main shared.git && git init -q -b main one && cd one && git remote add origin "$PWD/../shared.git" && git commit -q --allow-empty -m start && git push -q origin main && claudestep project create auth -q && claudestep sync -q && claudestep task add auth --description "Add login" -q
$ claudestep doctor | grep -v '^ok'
all is well
$ git config core.compression 99 && claudestep doctor | grep -v '^ok'
problem  git         git fails in this repository: fatal: bad zlib compression level 99
                     hint: where a setting is named, the next hint says which file has it
                     hint: git -C $TESTDIR/one config --list --show-origin
warning  tip         the tip is whole; what it is built on is not looked at, since git does not work here
1 problem, 1 warning
$ git config --unset core.compression; mkdir ../bin && ln -s "$(command -v claudestep)" ../bin/ && PATH=$PWD/../bin claudestep doctor >../said; grep -v '^ok' ../said
problem  git         git cannot be run
                     hint: install git: syncing, and work trees that have the branch checked out, need it
problem  hooks       cannot run 'git': no such program or folder
problem  remote      cannot run 'git': no such program or folder
warning  tip         the tip is whole; what it is built on is not looked at, since git does not work here
3 problems, 1 warning
# What is lost all the same is told, and the way back once git can be asked.
$ tip=$(git rev-parse claudestep-metadata | sed 's|..|&/|'); git config core.compression 99; mv .git/objects/$tip ../object && claudestep doctor | grep -v '^ok'
problem  git         git fails in this repository: fatal: bad zlib compression level 99
                     hint: where a setting is named, the next hint says which file has it
                     hint: git -C $TESTDIR/one config --list --show-origin
problem  branch      'refs/heads/claudestep-metadata' cannot be followed: the commit 33cb71f1b308c0040d4489e5ab3270d1d8c7f457 is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: once git works here, claudestep doctor tells the way out
2 problems, 0 warnings
$ git config --unset core.compression; mv ../object .git/objects/$tip && claudestep doctor | grep -v '^ok'
problem  branch      'refs/heads/claudestep-metadata' cannot be followed: the commit 33cb71f1b308c0040d4489e5ab3270d1d8c7f457 is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
                     hint: cat $TESTDIR/one/.git/logs/refs/heads/claudestep-metadata
                     hint: where nobody else has it: the next hint goes back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was
                     hint: git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 31eef34573011d0834238ec2972a9313eb629ee6 33cb71f1b308c0040d4489e5ab3270d1d8c7f457
1 problem, 0 warnings
# A work tree on the branch is not taken for a damaged one either.
$ git init -q ../w && cd ../w && claudestep project create auth -q && git checkout -q claudestep-metadata && git config core.compression 99 && claudestep doctor | grep -v '^ok'
problem  git         git fails in this repository: fatal: bad zlib compression level 99
                     hint: where a setting is named, the next hint says which file has it
                     hint: git -C $TESTDIR/w config --list --show-origin
warning  tip         the tip is whole; what it is built on is not looked at, since git does not work here
problem  worktree    the work tree '$TESTDIR/w' has the branch checked out, and git cannot say how it stands: fatal: bad zlib compression level 99; every write is refused meanwhile
                     hint: where something is told of the branch above, mend that first; else git status there shows all that git says
2 problems, 1 warning
