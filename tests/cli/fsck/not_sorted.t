# A tree whose entries are not in git's order, as a broken program wrote it: fsck names it, all of it
# can be read, and what is written to the folder puts it in order.
$ git init -q --bare repo.git && cd repo.git && claudestep project create -q auth && claudestep project create -q zed
--- file unsort.py
import subprocess, sys
git = lambda *words, **more: subprocess.run(("git",) + words, check=True, stdout=subprocess.PIPE, **more).stdout.strip()
def tree(*entries):
    raw = b"".join(mode + b" " + name + b"\0" + bytes.fromhex(id.decode()) for mode, name, id in entries)
    return git("hash-object", "-t", "tree", "-w", "--literally", "--stdin", input=raw)
ref = "claudestep-metadata"
of = lambda path: git("rev-parse", ref + ":" + path)
projects = tree((b"100644", b"zed.json", of("projects/zed.json")), (b"100644", b"auth.json", of("projects/auth.json")))
root = tree((b"40000", b"projects", projects), (b"100644", b"README.md", of("README.md")))
git("update-ref", "refs/heads/" + ref, git("commit-tree", root.decode(), "-p", ref, "-m", "not sorted").decode())
--- end
$ python3 ../unsort.py && git show claudestep-metadata:projects/auth.json
! fatal: path 'projects/auth.json' does not exist in 'claudestep-metadata'
[128]
$ claudestep fsck
projects/: error: 'auth.json' stands behind 'zed.json' [tree/not-sorted]
  hint: the next command that writes there puts it in order; where a remote refuses the commits before that, begin a branch anew from the files
refs/heads/claudestep-metadata: error: 'README.md' stands behind 'projects' [tree/not-sorted]
2 files checked: 2 errors
[1]
$ claudestep list
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  auth     empty   0/0  2026-01-01  2026-01-01  -
  zed      empty   0/0  2026-01-01  2026-01-01  -
$ claudestep task add auth --description one
[b4d4012] auth: add task 'one'
$ claudestep fsck && git ls-tree -r --name-only claudestep-metadata && git fsck --strict 2>&1 | grep -c treeNotSorted
2 files checked: nothing found
README.md
projects/auth.json
projects/zed.json
2
$ claudestep log | cat
b4d4012  2026-01-01 00:04  A U Thor
  auth  task 1: added 'one'
6dc7f1f  2026-01-01 00:00  A U Thor
  zed  created
31eef34  2026-01-01 00:00  A U Thor
  auth  created
$ claudestep fsck --frame
refs/heads/claudestep-metadata: note: 1 commit of others touched no project file [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
2 files checked: 1 note
! 3 commits held to what they say of themselves
