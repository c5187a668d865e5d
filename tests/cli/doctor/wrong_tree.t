# A tree that somebody wrote by hand is wrong, and nothing is lost: files of projects stand in it as folders. No commit of the same tree is offered; the branch goes back to where it was right.
--- file by-hand
#!/bin/sh
# Puts a tree upon the branch that has what its projects/ has, as folders.
python3 -c '
import subprocess, sys
for line in subprocess.check_output(["git", "ls-tree", "claudestep-metadata:projects"]).splitlines():
    head, name = line.split(b"\t")
    sys.stdout.buffer.write(b"40000 " + name + b"\0" + bytes.fromhex(head.split()[2].decode()))
' >"$TESTDIR/raw" && projects=$(git hash-object -t tree -w --literally "$TESTDIR/raw") &&
  root=$(git ls-tree claudestep-metadata | sed "s/tree .*\tprojects/tree $projects\tprojects/" | git mktree --missing) &&
  git update-ref refs/heads/claudestep-metadata "$(git commit-tree "$root" -p claudestep-metadata -m 'by hand')"
--- end
--- file follow
#!/bin/sh
# Runs what doctor prints, as it is printed.
claudestep doctor | sed -n 's/.*hint: \(where nobody\|git -C\)/\1/p' | tee "$TESTDIR/way" && sed 1d "$TESTDIR/way" | sh && claudestep doctor | tail -n 1
--- end
$ chmod +x by-hand follow && git init -q one && cd one && claudestep project create -q auth && claudestep project create -q web && claudestep task add -q auth --description One && ../by-hand && claudestep list
! warning: cannot read 'projects/auth.json': it is a folder
! warning: cannot read 'projects/web.json': it is a folder
! no project to show; 2 files could not be read
$ ../follow && claudestep list
where nobody else has it: the next hint goes back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 30cad154ab39329c4b5c433993aabf8ac4453b8e be230e8665f0c18cdaf430d2bf6c297baee97259
all is well
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  web      empty         0/0  2026-01-01  2026-01-01  -
# With a remote that has what was before.
$ cd .. && git init -q --bare remote.git && cd one && git remote add origin ../remote.git && claudestep sync -q --force-first && claudestep task add -q auth --description Two && ../by-hand && ../follow && claudestep sync && claudestep task list auth
where nobody else has it: the next hint goes back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata bd1debed90ef9ba94c5d7207d14d44fd7029714c 9e1e6835e682d82ae10d6127735deb83fc86506e
all is well
[bd1debe] sync 'claudestep-metadata' with 'origin'
  pushed  30cad15..bd1debe
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
# Another folder is none, and writes went on: it alone is left out, or is as it was before; sync says where to ask.
--- file no-folder
#!/bin/sh
# Puts a file upon the branch under the name of a folder.
blob=$(echo one | git hash-object -w --stdin) && git ls-tree claudestep-metadata | python3 -c '
import sys
for line in sys.stdin.read().splitlines():
    head, name = line.split("\t")
    mode, _, object = head.split()
    if name != "notes":
        sys.stdout.buffer.write(mode.lstrip("0").encode() + b" " + name.encode() + b"\0" + bytes.fromhex(object))
    if name == "README.md":
        sys.stdout.buffer.write(b"40000 notes\0" + bytes.fromhex(sys.argv[1]))
' "$blob" >"$TESTDIR/raw" && root=$(git hash-object -t tree -w --literally "$TESTDIR/raw") &&
  git update-ref refs/heads/claudestep-metadata "$(git commit-tree "$root" -p claudestep-metadata -m 'by hand')"
--- end
$ cd .. && chmod +x no-folder && git init -q two && cd two && claudestep project create -q auth && ../no-folder && for task in One Two; do claudestep task add -q auth --description $task; done && claudestep doctor | grep '^problem' && git init -q --bare ../two.git && git remote add origin ../two.git && claudestep sync --force-first
problem  tip         'notes/' is damaged, or is no folder: the object 5626abf0f72e58d7a153368ba57db4c673c0e171 is a blob, not a tree
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (unpacker error)
!   caused by: error: Object 5626abf0f72e58d7a153368ba57db4c673c0e171 not a tree
!   caused by: fatal: bad tree object 5626abf0f72e58d7a153368ba57db4c673c0e171
!   caused by: error: remote unpack failed: eof before pack header was fully read
!   caused by: error: failed to push some refs to '../two.git'
! hint: claudestep doctor
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
$ ../follow && claudestep task list auth && git ls-tree --name-only claudestep-metadata && claudestep sync -q --force-first
where nobody else has it: the next hint leaves out 'notes/', of which no version is whole, and keeps all else, upon the newest tip that is whole, 3 moves ago; the reflog keeps where the branch was; what it may have merged of the remote 'origin' is not noted: of that what was taken away may be there again after the next claudestep sync, and what was changed may give way to what it replaced, so look at it then
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/two read-tree "$(git -C $TESTDIR/two ls-tree 317cb0f424da70ec954cff411f689ab2760c0b92 | sed -e '/^040000 tree 5626abf0f72e58d7a153368ba57db4c673c0e171/d' | git -C $TESTDIR/two mktree --missing)" && git -C $TESTDIR/two commit-tree "$(git -C $TESTDIR/two write-tree)" -p 8eeb9f8927eb8e8de593287a80874626086f5077 -m '1 folder left out, the history between is lost'; rm -f "$GIT_INDEX_FILE")" ec9ec0bb3605ca7402bf32146d868dcd63f18025
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
.nojekyll
README.md
projects
