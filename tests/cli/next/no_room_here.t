# Where it is this disk that is full, claiming here alone is no way out; where the remote is, it is.
--- file bin/git
#!/bin/sh
for word; do
  if [ "$word" = fetch ]; then
    echo "$SAID" >&2
    exit 128
  fi
done
exec "$REAL_GIT" "$@"
--- end
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep task add auth --description "Add login" -q
$ chmod +x ../bin/git && export REAL_GIT="$(command -v git)" PATH="$TESTDIR/bin:$PATH"
$ SAID="fatal: sha1 file '.git/objects/pack/tmp_pack' write error: No space left on device" claudestep next auth --claim
! error: cannot fetch from 'origin'
!   caused by: fatal: sha1 file '.git/objects/pack/tmp_pack' write error: No space left on device
[7]
$ SAID="fatal: unable to access 'remote.git'" claudestep next auth --claim
! error: cannot fetch from 'origin'
!   caused by: fatal: unable to access 'remote.git'
! hint: --no-sync claims in this repository alone
[7]
