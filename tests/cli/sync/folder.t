# REMOTE is a name, a path or an address; a folder is one without a slash as well.
$ git init -q one && cd one && git init -q --bare hub && mkdir sub
$ claudestep project create auth -q && claudestep sync hub --force-first | grep -o 'nothing.*'
nothing..83724d1
$ cd sub && claudestep sync hub
! error: no remote 'hub'
! hint: git remote -v
! hint: a path or an address can be given as well
[3]
$ claudestep sync ../hub && cd .. && claudestep sync . | grep -o 'is the same.*on'
nothing to do: 'claudestep-metadata' is the same here and on '$TESTDIR/one/hub'
is the same here and on '$TESTDIR/on
# The name of a remote comes before a folder of that name.
$ git init -q --bare ../other && git remote add hub ../other && claudestep sync hub 2>&1 | head -1
error: the remote 'hub' is empty
$ claudestep sync ./hub | cut -d' ' -f1-3
nothing to do:
