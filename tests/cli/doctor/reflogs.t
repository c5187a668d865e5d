# What a write tells of its move: the reflogs of the branch and, where HEAD is at it, of HEAD. One that may not be written, or has something else in its place, is told. (Root may write everything: the test becomes another.)
--- file as
#!/bin/sh
if [ "$(id -u)" = 0 ]; then exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else exec "$@"; fi
--- end
--- file follow
#!/bin/sh
# Shows what doctor says is wrong, and runs the commands that it prints, as they are printed.
../as claudestep doctor >"$TESTDIR/said"; sed -n '/^problem/p; /^ *hint/p' "$TESTDIR/said"; sed -n 's/.*hint: \(mv\|git\) /\1 /p' "$TESTDIR/said" >"$TESTDIR/steps"; sh "$TESTDIR/steps" && ../as claudestep doctor | tail -n 1
--- end
$ chmod +x as follow && umask 077 && git init -q --bare --shared=group -b claudestep-metadata shared.git && cd shared.git && claudestep project create auth -q && umask 022
# Who comes second may write them as well.
$ stat -c '%a %n' refs/heads/claudestep-metadata logs logs/HEAD logs/refs/heads logs/refs/heads/claudestep-metadata
660 refs/heads/claudestep-metadata
2770 logs
660 logs/HEAD
2770 logs/refs/heads
660 logs/refs/heads/claudestep-metadata
$ if [ "$(id -u)" = 0 ]; then chown -R 65534 . && chmod 755 .. ../..; fi; chmod 444 logs/HEAD && ../as claudestep task add auth --description One
! error: cannot move the ref 'refs/heads/claudestep-metadata'
!   caused by: '$TESTDIR/shared.git/logs/HEAD': Permission denied
! hint: claudestep doctor
[7]
$ ../as claudestep doctor | grep -A 1 ^problem | sed "s/ is [^ ]*'s and/ is WHO's and/"; echo 'ref: refs/heads/main' >HEAD; ../as claudestep doctor | tail -n 1; echo 'ref: refs/heads/claudestep-metadata' >HEAD
problem  disk        '$TESTDIR/shared.git/logs/HEAD' is WHO's and cannot be written: while HEAD is at the branch, every write is refused
                     hint: who owns it, or root, gives the right
all is well
$ chmod 664 logs/HEAD && ../as claudestep task add auth --description One && ../as claudestep doctor | tail -n 1
[5d90a52] auth: add task 'One'
all is well
# Folders in their place that have nothing in them are taken away, as git does.
$ rm logs/HEAD logs/refs/heads/claudestep-metadata && ../as mkdir -p logs/HEAD/a/b logs/HEAD/c logs/refs/heads/claudestep-metadata/a/b && ../as claudestep doctor | tail -n 1; ../as claudestep task add auth --description Two && wc -l <logs/HEAD
all is well
[e1a6caf] auth: add task 'Two'
1
# Others are told.
$ rm logs/HEAD && ../as mkdir -p logs/HEAD/a && ../as touch logs/HEAD/a/x && ../as claudestep task add auth --description Three
! error: cannot move the ref 'refs/heads/claudestep-metadata'
!   caused by: '$TESTDIR/shared.git/logs/HEAD': Directory not empty
! hint: claudestep doctor
[7]
$ ../follow && ../as claudestep task add auth --description Three
problem  disk        '$TESTDIR/shared.git/logs/HEAD' is no file, and a reflog has to be there: every write is refused
                     hint: the next hint moves it aside; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/shared.git/logs/HEAD $TESTDIR/shared.git/damaged-logs-HEAD
all is well
[c219f4b] auth: add task 'Three'
# Where no reflog is made, writes pass by a folder in the place of that of HEAD, and make none in a folder that takes none.
$ ../as git config core.logAllRefUpdates false && mv logs/HEAD HEAD.log && ../as mkdir logs/HEAD && ../as touch logs/HEAD/x && ../as claudestep task add auth --description Four && ../as claudestep doctor | tail -n 1
[b558144] auth: add task 'Four'
all is well
$ rm -r logs/HEAD && chmod 555 logs && ../as claudestep task add auth --description Five && ../as claudestep doctor | grep ^problem; chmod 755 logs && mv HEAD.log logs/HEAD && ../as git config --unset core.logAllRefUpdates
[c5300ff] auth: add task 'Five'
$ rm logs/refs/heads/claudestep-metadata && ../as mkdir logs/refs/heads/claudestep-metadata && ../as touch logs/refs/heads/claudestep-metadata/x && ../as claudestep task add auth --description Six
! error: cannot move the ref 'refs/heads/claudestep-metadata'
!   caused by: '$TESTDIR/shared.git/logs/refs/heads/claudestep-metadata' is no file, and its reflog has to be there
! hint: move that out of the git folder, then try again
[5]
$ ../follow && ../as claudestep task add auth --description Six
problem  disk        '$TESTDIR/shared.git/logs/refs/heads/claudestep-metadata' is no file, and a reflog has to be there: every write is refused
                     hint: the next hint moves it aside; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/shared.git/logs/refs/heads/claudestep-metadata $TESTDIR/shared.git/damaged-logs-refs-heads-claudestep-metadata
all is well
[d78fbfd] auth: add task 'Six'
# So is a file where a folder has to be.
$ rm -r logs/refs && ../as touch logs/refs && ../as claudestep task add auth --description Seven
! error: cannot move the ref 'refs/heads/claudestep-metadata'
!   caused by: '$TESTDIR/shared.git/logs/refs/heads/claudestep-metadata': Not a directory
! hint: claudestep doctor
[7]
$ ../follow && ../as claudestep task add auth --description Seven
problem  disk        '$TESTDIR/shared.git/logs/refs' is no folder, and a reflog has to be there: every write is refused
                     hint: the next hint moves it aside; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/shared.git/logs/refs $TESTDIR/shared.git/damaged-logs-refs
all is well
[017e59a] auth: add task 'Seven'
$ rm -r logs && ../as touch logs && ../as claudestep task add auth --description Eight
! error: cannot move the ref 'refs/heads/claudestep-metadata'
!   caused by: '$TESTDIR/shared.git/logs/refs/heads/claudestep-metadata': Not a directory
! hint: claudestep doctor
[7]
$ ../follow && ../as claudestep task add auth --description Eight && ls -d damaged-*
problem  disk        '$TESTDIR/shared.git/logs' is no folder, and a reflog has to be there: every write is refused
                     hint: the next hint moves it aside; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/shared.git/logs $TESTDIR/shared.git/damaged-logs
all is well
[e13ed51] auth: add task 'Eight'
damaged-logs
damaged-logs-HEAD
damaged-logs-refs
damaged-logs-refs-heads-claudestep-metadata
