# The reflog of the ref that notes what the remote has may not be written, as sudo git fetch leaves it. (Root may write everything: the test becomes another.)
--- file as
#!/bin/sh
if [ "$(id -u)" = 0 ]; then exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else exec "$@"; fi
--- end
$ chmod +x as && git init -q --bare -b main shared.git && git init -q -b main one && cd one && git remote add origin "$PWD/../shared.git" && git commit -q --allow-empty -m start && git push -q origin main && claudestep project create auth -q && claudestep sync -q
$ if [ "$(id -u)" = 0 ]; then chown -R 65534 . ../shared.git && chmod 755 .. ../..; fi; chmod 444 .git/logs/refs/remotes/origin/claudestep-metadata && ../as claudestep task add auth --description "Add logout" && ../as claudestep sync
[934bf53] auth: add task 'Add logout'
[934bf53] sync 'claudestep-metadata' with 'origin'
  pushed  31eef34..934bf53
! warning: it was pushed, but 'refs/remotes/origin/claudestep-metadata' was not brought along: cannot move the ref 'refs/remotes/origin/claudestep-metadata': '$TESTDIR/one/.git/logs/refs/remotes/origin/claudestep-metadata': Permission denied; nothing is lost, and the next sync does it once it may
$ ../as claudestep sync
! error: cannot move the ref 'refs/remotes/origin/claudestep-metadata'
!   caused by: '$TESTDIR/one/.git/logs/refs/remotes/origin/claudestep-metadata': Permission denied
! hint: claudestep doctor
[7]
$ ../as claudestep doctor | grep -v '^ok' | sed "s/ is [a-z][a-z0-9_-]*'s/ is OWNER's/"
problem  remote      '$TESTDIR/one/.git/logs/refs/remotes/origin/claudestep-metadata' is OWNER's and cannot be written: 'refs/remotes/origin/claudestep-metadata', which notes what the remote has, stays where it is, and claudestep sync fails
                     hint: who owns it, or root, gives the right; what was pushed is safe there
1 problem, 0 warnings
$ chmod 644 .git/logs/refs/remotes/origin/claudestep-metadata && ../as claudestep sync && ../as claudestep doctor | tail -n 1
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
all is well
