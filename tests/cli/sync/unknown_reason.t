# A refusal whose reason no git of today gives is tried twice again, and then shown.
--- file bin/git
#!/bin/sh
for word; do
  if [ "$word" = push ]; then
    echo once >>"$TESTDIR/pushes"
    echo "error: something that is yet to be thought of" >&2
    printf '!\tx:refs/heads/claudestep-metadata\t[rejected] (%s)\n' "a new reason"
    exit 1
  fi
done
exec "$REAL_GIT" "$@"
--- end
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep sync --force-first -q && claudestep task add auth --description "Add login" -q
$ chmod +x ../bin/git && export TESTDIR REAL_GIT="$(command -v git)" && PATH="$TESTDIR/bin:$PATH" claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [rejected] (a new reason)
!   caused by: error: something that is yet to be thought of
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
$ grep -c once ../pushes
3
$ claudestep sync -q && git -C ../remote.git rev-list --count claudestep-metadata
4
