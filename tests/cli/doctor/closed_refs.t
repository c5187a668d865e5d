# A ref besides the branch of which something may not be read: it is told as that, and nothing is moved. (Root may read everything: the test becomes another.)
--- file as
#!/bin/sh
if [ "$(id -u)" = 0 ]; then exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else exec "$@"; fi
--- end
--- file looks
#!/bin/sh
../as claudestep doctor | grep -v '^ok' | sed "s/ is [a-z][a-z0-9_-]*'s/ is OWNER's/"
--- end
$ chmod +x as looks && git init -q --bare -b main shared.git && git init -q -b main one && cd one && git remote add origin "$PWD/../shared.git" && git commit -q --allow-empty -m start && git push -q origin main && claudestep project create auth -q && claudestep sync -q && export main=$(git rev-parse main | sed 's|..|&/|')
$ if [ "$(id -u)" = 0 ]; then chown -R 65534 . ../shared.git && chmod 755 .. ../..; fi; ../looks
all is well
# The file of the branch that HEAD is at, as git commit of root with a narrow umask leaves it: no write needs it.
$ chmod 0 .git/refs/heads/main && ../looks
problem  remote      'refs/heads/main' cannot be followed: '$TESTDIR/one/.git/refs/heads/main' is OWNER's and may not be read; git fetches nothing beside that, and claudestep sync fails
                     hint: who owns it, or root, gives the right; nothing is known to be lost before that. Then claudestep doctor looks again
1 problem, 0 warnings
$ ../as claudestep task add auth --description "Add login" && chmod 644 .git/refs/heads/main
[e924de3] auth: add task 'Add login'
# Its commit, and the folder that it is in.
$ chmod 0 .git/objects/$main && ../as claudestep sync 2>&1 | sed 's/[0-9a-f]\{40\}/COMMIT/; s|objects/../[0-9a-f]*|objects/COMMIT|'
error: cannot fetch from 'origin'
  caused by: fatal: loose object COMMIT (stored in $TESTDIR/one/.git/objects/COMMIT) is corrupt
  caused by: error: $TESTDIR/one/../shared.git did not send all necessary objects
hint: claudestep doctor
$ ../looks | sed "s|$main|COMMIT|"
warning  objects     '$TESTDIR/one/.git/objects/COMMIT' is OWNER's and may not be read: where git needs it, it says that it is damaged, and claudestep sync fails
                     hint: who owns it, or root, gives the right; nothing is known to be lost before that. Then claudestep doctor looks again
0 problems, 1 warning
$ chmod 444 .git/objects/$main && chmod 0 .git/objects/${main%%/*} && ../looks | sed "s|${main%%/*}'|FOLDER'|"
problem  disk        '$TESTDIR/one/.git/objects/FOLDER' cannot be written
                     hint: reading works; write as the user who owns it, or in a clone of your own
problem  remote      'refs/heads/main' and 1 other ref cannot be followed: '$TESTDIR/one/.git/objects/FOLDER' is OWNER's and may not be read; git fetches nothing beside that, and claudestep sync fails
                     hint: who owns it, or root, gives the right; nothing is known to be lost before that. Then claudestep doctor looks again
2 problems, 0 warnings
$ chmod 755 .git/objects/${main%%/*} && ../looks
all is well
# All objects: git does not even take that for a repository.
$ chmod 0 .git/objects && ../looks
problem  git         git fails in this repository: fatal: not a git repository: '$TESTDIR/one/.git'; '$TESTDIR/one/.git/objects' is OWNER's and may not be read
                     hint: who owns that, or root, gives the right to read it
                     hint: then claudestep doctor looks again, also at what it asks git for
problem  disk        '$TESTDIR/one/.git/objects' cannot be written
                     hint: reading works; write as the user who owns it, or in a clone of your own
problem  remote      cannot ask for the address of 'origin': fatal: not a git repository: '$TESTDIR/one/.git'
problem  remote      'refs/heads/main' and 1 other ref cannot be followed: '$TESTDIR/one/.git/objects' is OWNER's and may not be read; git fetches nothing beside that, and claudestep sync fails
                     hint: who owns it, or root, gives the right; nothing is known to be lost before that. Then claudestep doctor looks again
problem  branch      'refs/heads/claudestep-metadata' cannot be followed: cannot read the commit e924de3699c49c148e80f3d477928355ecc606af: '$TESTDIR/one/.git/objects/e9/24de3699c49c148e80f3d477928355ecc606af': Permission denied
                     hint: once git works here, claudestep doctor tells the way out
5 problems, 0 warnings
$ chmod 755 .git/objects && ../as claudestep sync
[e924de3] sync 'claudestep-metadata' with 'origin'
  pushed  31eef34..e924de3
