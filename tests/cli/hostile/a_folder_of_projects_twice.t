# A program that is no git wrote a tree that has projects/ twice. Nothing is lost: the cause is told, and who says which of the two counts goes on from there.
--- file by-hand
#!/bin/sh
# Puts a tree upon the branch that has projects/ twice, the second time as $1.
python3 -c '
import subprocess, sys
raw = b""
for line in subprocess.check_output(["git", "ls-tree", "claudestep-metadata"]).splitlines():
    head, name = line.split(b"\t")
    mode, _, oid = head.split()
    ids = [oid, sys.argv[1].encode()] if name == b"projects" else [oid]
    for one in ids:
        raw += mode.lstrip(b"0") + b" " + name + b"\0" + bytes.fromhex(one.decode())
sys.stdout.buffer.write(raw)
' "$1" >"$TESTDIR/raw" && root=$(git hash-object -t tree -w --literally "$TESTDIR/raw") &&
  git update-ref refs/heads/claudestep-metadata "$(git commit-tree "$root" -p claudestep-metadata -m 'by hand')"
--- end
--- file follow
#!/bin/sh
# Runs what doctor prints, as it is printed: of the choices the first.
claudestep doctor | sed -n 's/.*hint: git/git/p' >"$TESTDIR/steps"; sh "$TESTDIR/steps" 2>&1 | sed 's/.*\(cannot lock ref\).*/\1/'; claudestep doctor | tail -n 1
--- end
$ chmod +x by-hand follow && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create -q auth && claudestep project create -q web && claudestep task add -q auth --description One && claudestep sync -q --force-first
$ ../by-hand $(git hash-object -t tree -w /dev/null) && claudestep list
! error: the tree 41f1f433431f2f3bc8214306e1d5be7d271f1a6b has 'projects' twice
!   caused by: whatever wrote that tree put two entries of one name into it, which git does not; nothing is lost, but nobody can tell which of them is meant
! hint: claudestep doctor
[5]
$ claudestep task add auth --description Two
! error: the tree 41f1f433431f2f3bc8214306e1d5be7d271f1a6b has 'projects' twice
!   caused by: whatever wrote that tree put two entries of one name into it, which git does not; nothing is lost, but nobody can tell which of them is meant
! hint: claudestep doctor
[5]
$ claudestep doctor | grep -v ^ok
problem  branch      the tree 41f1f433431f2f3bc8214306e1d5be7d271f1a6b has 'projects' twice: whatever wrote that tree put two entries of one name into it, which git does not; nothing is lost, but nobody can tell which of them is meant
                     hint: choose which of them is kept; the other stays in the history, and of the commands that follow the first that is typed moves the branch, the others are refused then; afterwards claudestep doctor looks again
                     hint: the next hint keeps 05e355da2ac3, a folder of 2 files:
                     hint: git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/one commit-tree "$(git -C $TESTDIR/one ls-tree 41f1f433431f2f3bc8214306e1d5be7d271f1a6b | grep -v -e ' 4b825dc642cb6eb9a060e54bf8d69288fbee4904.projects$' | git -C $TESTDIR/one mktree --missing)" -p 2005530b273fa2ed5d8acac201c5020cca8d2be6 -m 'projects/ is there once, as a person chose')" 2005530b273fa2ed5d8acac201c5020cca8d2be6
                     hint: the next hint keeps 4b825dc642cb, a folder of 0 files:
                     hint: git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/one commit-tree "$(git -C $TESTDIR/one ls-tree 41f1f433431f2f3bc8214306e1d5be7d271f1a6b | grep -v -e ' 05e355da2ac38228af78cd2e80416d6b8265cbd8.projects$' | git -C $TESTDIR/one mktree --missing)" -p 2005530b273fa2ed5d8acac201c5020cca8d2be6 -m 'projects/ is there once, as a person chose')" 2005530b273fa2ed5d8acac201c5020cca8d2be6
1 problem, 0 warnings
$ claudestep fsck
projects: error: the folder has two entries of this name [tree/duplicate-entry]
  hint: decide which of the two is true: of a file 'git ls-tree BRANCH projects/' lists both. Then 'git worktree add DIR BRANCH', there 'git rm --cached' it, put the true content in its place, 'git add' it and commit; of projects or archive itself 'claudestep doctor' prints the commands
2 files checked: 1 error
[1]
$ ../follow && claudestep list && claudestep task add auth --description Two && claudestep sync
cannot lock ref
all is well
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  web      empty         0/0  2026-01-01  2026-01-01  -
[0d4e3d2] auth: add task 'Two'
[0d4e3d2] sync 'claudestep-metadata' with 'origin'
  pushed  30cad15..0d4e3d2
# What is built upon it can be told and checked.
$ claudestep log --json | grep -c '"kind":"commit"'; claudestep log | head -n 4; claudestep fsck && claudestep undo
0
0d4e3d2  2026-01-01 00:05  A U Thor
  auth  task 2: added 'Two'
65f0535  2026-01-01 00:05  A U Thor
  auth  created with 1 task
2 files checked: nothing found
[4b3c21f] auth: undo "add task 'Two'"
# Twice the same: there is nothing to choose. It came with a fetch.
$ ../by-hand $(git rev-parse claudestep-metadata:projects) && git push -q origin claudestep-metadata && git update-ref refs/heads/claudestep-metadata claudestep-metadata~1 && claudestep list
! error: the tree 99de34d425989a2b00a905ef9d72cd6f45c7b3bb has 'projects' twice
!   caused by: whatever wrote that tree put two entries of one name into it, which git does not; nothing is lost, but nobody can tell which of them is meant
! hint: claudestep doctor
[5]
$ claudestep doctor | grep -A9 ^problem
problem  branch      the tree 99de34d425989a2b00a905ef9d72cd6f45c7b3bb has 'projects' twice: whatever wrote that tree put two entries of one name into it, which git does not; nothing is lost, but nobody can tell which of them is meant
                     hint: the two are the same: the next hint keeps one; then claudestep doctor looks again
                     hint: git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/one commit-tree "$(git -C $TESTDIR/one ls-tree 99de34d425989a2b00a905ef9d72cd6f45c7b3bb | sort -u | git -C $TESTDIR/one mktree --missing)" -p 7458f4afba7a467b83835d23684a8bb5489bcf94 -m 'projects/ is there once, as a person chose')" 4b3c21fde758fe812d9c29a1a77b8bbcfab85fd4
ok       objects     30 loose objects
ok       worktree    the branch is checked out nowhere
1 problem, 0 warnings
$ ../follow && claudestep sync && claudestep list
all is well
[c1cf88a] sync 'claudestep-metadata' with 'origin'
  pushed  7458f4a..c1cf88a
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  web      empty         0/0  2026-01-01  2026-01-01  -
# Both sides went on: the local one can be mended by itself.
$ git clone -q ../remote.git -b claudestep-metadata ../two && (cd ../two && claudestep task add -q web --description Three && claudestep sync -q) && ../by-hand $(git hash-object -t tree -w /dev/null) && git fetch -q && claudestep task add auth --description Four
! error: the tree 41f1f433431f2f3bc8214306e1d5be7d271f1a6b has 'projects' twice
!   caused by: whatever wrote that tree put two entries of one name into it, which git does not; nothing is lost, but nobody can tell which of them is meant
! hint: claudestep doctor
[5]
$ ../follow && claudestep task add auth --description Four && claudestep task list
cannot lock ref
all is well
[9e63b3a] auth: add task 'Four'
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  auth        1  8b125077  pending, ready  One
  auth        2  12f5aedc  pending, ready  Four
  web         1  926f52d1  pending, ready  Three
! merged what 'refs/remotes/origin/claudestep-metadata' has
# A side that is merged.
$ git branch -q kept claudestep-metadata && ../by-hand $(git hash-object -t tree -w /dev/null) && git branch -q twice claudestep-metadata && git update-ref refs/heads/claudestep-metadata kept && claudestep task add -q web --description Five && claudestep merge twice
! error: a tree to be merged has 'projects' twice
!   caused by: nobody can tell which of the two is meant: who has that side mends it first, as claudestep doctor says there
[5]
# At an old commit.
$ claudestep list --at $(git log --format=%h --grep='by hand' claudestep-metadata | tail -n 1)
! error: the tree 41f1f433431f2f3bc8214306e1d5be7d271f1a6b has 'projects' twice
!   caused by: whatever wrote that tree put two entries of one name into it, which git does not; nothing is lost, but nobody can tell which of them is meant
! hint: git fsck
[5]
# Two who have it both mend it, and work on: their lines merge, and nothing that one of them kept goes.
$ claudestep sync -q && rm -rf ../two && ../by-hand $(git rev-parse kept:projects) && git push -q origin claudestep-metadata && git clone -q --bare ../remote.git ../two
$ ../follow && claudestep task add -q web --description Six && claudestep sync -q && cd ../two && ../follow && claudestep task add -q auth --description Seven && claudestep sync && claudestep task list
cannot lock ref
all is well
cannot lock ref
all is well
[757d13b] sync 'claudestep-metadata' with 'origin'
  fetched 22ec77e..1c92c9b
  merged  both sides
  pushed  1c92c9b..757d13b
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  auth        1  8b125077  pending, ready  One
  auth        2  12f5aedc  pending, ready  Four
  auth        3  9092f169  pending, ready  Seven
  web         1  926f52d1  pending, ready  Three
  web         2  6ab523c5  pending, ready  Five
  web         3  58ea8edc  pending, ready  Six
