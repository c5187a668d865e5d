# What may not be read is not lost: no way back leads behind it. (Root may read everything: the test becomes another.)
--- file as
#!/bin/sh
if [ "$(id -u)" = 0 ]; then exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else exec "$@"; fi
--- end
$ chmod +x as && git init -q one && cd one && claudestep project create auth -q && claudestep task add auth --description "Add login" -q && claudestep task add auth --description "Add logout" -q
$ git rev-parse claudestep-metadata | sed 's|..|&/|' >../tip; if [ "$(id -u)" = 0 ]; then chown -R 65534 . && chmod 755 .. ../..; fi; chmod 0 .git/objects/$(cat ../tip)
$ ../as claudestep doctor | grep -A9 "problem  branch" | sed "s|$(cat ../tip)|TIP|g"
problem  branch      'refs/heads/claudestep-metadata' cannot be followed: cannot read the commit 83005e799c4fac5b4899f519d23a5499ab9b46ae: '$TESTDIR/one/.git/objects/TIP': Permission denied
                     hint: '$TESTDIR/one/.git/objects/TIP' may not be read here: who owns it, or root, gives the right; nothing is known to be lost before that. Then claudestep doctor looks again
ok       objects     18 loose objects
ok       worktree    the branch is checked out nowhere
1 problem, 0 warnings
$ chmod 444 .git/objects/$(cat ../tip) && ../as claudestep doctor | grep problem
[1]
# The file of the branch itself: libgit2 takes it for a locked one.
$ chmod 0 .git/refs/heads/claudestep-metadata && ../as claudestep list
! error: cannot read the ref 'refs/heads/claudestep-metadata'
!   caused by: '$TESTDIR/one/.git/refs/heads/claudestep-metadata': Permission denied
! hint: who owns the file, or root, gives the right to read it; nothing is lost
[7]
$ ../as claudestep doctor | grep -A9 "problem  branch"
problem  branch      cannot read the ref 'refs/heads/claudestep-metadata': '$TESTDIR/one/.git/refs/heads/claudestep-metadata': Permission denied
                     hint: '$TESTDIR/one/.git/refs/heads/claudestep-metadata' may not be read here: who owns it, or root, gives the right; nothing is known to be lost before that. Then claudestep doctor looks again
ok       objects     18 loose objects
1 problem, 0 warnings
$ chmod 644 .git/refs/heads/claudestep-metadata && ../as claudestep doctor | tail -n 1
all is well
# The lock that syncs queue on, in a folder that whoever is refused owns.
$ touch .git/claudestep/fetching && chmod 0 .git/claudestep/fetching && ../as claudestep doctor | grep -A3 "problem  lock"
problem  lock        '$TESTDIR/one/.git/claudestep/fetching' may not be read: no sync and no claim can take its lock
                     hint: nothing but such locks and their notes is kept there: make sure that no claudestep is at work; the next hint moves it aside then
                     hint: mv -n $TESTDIR/one/.git/claudestep/fetching $TESTDIR/one/.git/damaged-fetching
ok       remote      there is no remote: metadata stays in this repository
