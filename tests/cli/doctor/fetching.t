# Who holds the lock that those who fetch queue on is named.
$ git init -q --bare -b main shared.git && git init -q -b main one && cd one && git remote add origin "$PWD/../shared.git" && git commit -q --allow-empty -m start && git push -q origin main && claudestep project create auth -q && claudestep sync -q
$ flock .git/claudestep/fetching claudestep doctor | grep -v '^ok' | sed 's/process [0-9][0-9]*/process N/'
warning  lock        '$TESTDIR/one/.git/claudestep/fetching' is held: a claudestep is fetching at this moment, and other syncs and claims wait
                     hint: process N holds it: flock .git/claudestep/fetching claudestep doctor
                     hint: where it stays so, that process hangs: it has to be ended
0 problems, 1 warning
$ claudestep doctor | grep -v '^ok'
all is well
