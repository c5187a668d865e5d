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
