# Who packs the remote may take an object away at the moment at which git is to read it there. Git is asked again.
--- file bin/hidden
#!/bin/sh
# git-upload-pack or git-receive-pack, which does not find the branch's newest tree the first time(s).
serve=$1; shift
times=$(cat "$TESTDIR/times")
if [ "$times" -eq 0 ]; then exec "$serve" "$@"; fi
echo $((times - 1)) >"$TESTDIR/times"
tree=$(git -C "$TESTDIR/remote.git" rev-parse 'claudestep-metadata^{tree}' | sed 's|^..|&/|')
mv "$TESTDIR/remote.git/objects/$tree" "$TESTDIR/hidden"
"$serve" "$@"
code=$?
mkdir -p "$(dirname "$TESTDIR/remote.git/objects/$tree")" && mv "$TESTDIR/hidden" "$TESTDIR/remote.git/objects/$tree"
exit $code
--- end
$ chmod +x bin/hidden && export TESTDIR && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep sync --force-first -q && git clone -q --no-local -b claudestep-metadata ../remote.git ../two
$ claudestep task add auth --description "Add login" -q && claudestep sync -q
$ cd ../two && git config remote.origin.uploadpack '"$TESTDIR/bin/hidden" git-upload-pack' && echo 1 >../times && claudestep sync
[d8f9856] sync 'claudestep-metadata' with 'origin'
  fetched 83724d1..d8f9856
$ cat ../times
0
$ cd ../one && claudestep task add auth --description "Add logout" -q && git config remote.origin.receivepack '"$TESTDIR/bin/hidden" git-receive-pack' && echo 1 >../times && claudestep sync
[3c1a39d] sync 'claudestep-metadata' with 'origin'
  pushed  d8f9856..3c1a39d
$ cat ../times
0
# A claim tries again as well.
$ cd ../two && echo 1 >../times && claudestep next auth --claim && cat ../times
claimed in auth: task 1
  description  Add login
  id           0e100ea6
  branch       claude-chain-auth-0e100ea6
  claim        by A U Thor until 2026-01-01T02:07:00Z
0
# What is not there again soon is missing for good.
$ cd ../one && claudestep sync -q && claudestep task add auth --description "Reset it" -q && claudestep sync -q
$ cd ../two && echo 100 >../times && claudestep sync 2>&1 | head -n1; cat ../times
error: cannot fetch from 'origin'
97
$ cd ../one && claudestep task add auth --description "Lock it" -q && echo 100 >../times && claudestep sync >../said 2>&1 || echo "exit $?"; sed 's/[0-9a-f]\{40\}/.../' ../said | sort; cat ../times
exit 7
  caused by: error: failed to push some refs to '../remote.git'
  caused by: error: remote unpack failed: unpack-objects abnormal exit
  caused by: remote: fatal: unresolved deltas left after unpacking
error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (unpacker error)
hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
97
$ echo 0 >../times && claudestep sync -q && cd ../two && claudestep sync -q && claudestep show auth --json | grep -c '"description"'; git -C ../remote.git fsck --strict
4
! notice: HEAD points to an unborn branch (main)
