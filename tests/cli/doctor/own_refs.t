# Refs of a sync that somebody else left: who once ran one as root. (Root may write everything: the test becomes another.)
--- file as
#!/bin/sh
if [ "$(id -u)" = 0 ]; then exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else exec "$@"; fi
--- end
$ chmod +x as && git init -q --bare s.git && git init -q a && cd a && git remote add origin $TESTDIR/s.git && claudestep project create -q p && claudestep sync -q --force-first && claudestep task add -q p --description One && claudestep sync -q
$ if [ "$(id -u)" = 0 ]; then chown -R 65534 . ../s.git && chmod 755 .. ../..; fi; ../as claudestep doctor | tail -n 1
all is well
$ chmod 555 .git/refs/claudestep/incoming/*
$ ../as claudestep sync 2>&1 | grep -c 'Permission denied'; ../as claudestep doctor | grep -A 1 ^problem | sed "s/ is [^ ]*'s and/ is WHO's and/"; ../as claudestep doctor | tail -n 1
1
problem  remote      '$TESTDIR/a/.git/refs/claudestep/incoming/181fdd46fc4a' is WHO's and cannot be written: a sync notes there what it fetches, and claudestep sync and claims fail
                     hint: who owns it, or root, gives the right, to all that is in it as well; what was pushed is safe there
1 problem, 0 warnings
# Also where the next sync has no folder there yet.
$ chmod 755 .git/refs/claudestep/incoming/* && ../as git pack-refs --all && ../as mkdir -p .git/refs/claudestep/incoming && chmod 555 .git/refs/claudestep/incoming && ../as claudestep doctor | grep -A 1 ^problem | sed "s/ is [^ ]*'s and/ is WHO's and/"
problem  remote      '$TESTDIR/a/.git/refs/claudestep/incoming' is WHO's and cannot be written: a sync notes there what it fetches, and claudestep sync and claims fail
                     hint: who owns it, or root, gives the right, to all that is in it as well; what was pushed is safe there
# A folder and what is in it are told once.
$ chmod 755 .git/refs/claudestep/incoming && ../as claudestep sync -q && chmod 555 .git/refs/claudestep/incoming .git/refs/claudestep/incoming/* && ../as claudestep doctor | tail -n 1
1 problem, 0 warnings
$ chmod 755 .git/refs/claudestep/incoming .git/refs/claudestep/incoming/* && ../as claudestep doctor | tail -n 1 && ../as claudestep sync
all is well
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
