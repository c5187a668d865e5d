# The archive of the tip is lost. What lay in it is told by the commits before: each project is there once, whatever was done to it since, or it is said that this cannot be told.
--- file way
#!/bin/sh
# Runs what doctor prints as the last way, as it is printed, and shows what it says and what is there then.
claudestep doctor | sed -n '/ fsck$/d; /fetch --refetch/d; s/.*hint: \(where nobody\|which\|only where\|git -C\)/\1/p' >"$TESTDIR/steps" && grep -v '^git' "$TESTDIR/steps"
grep '^git' "$TESTDIR/steps" >"$TESTDIR/run" && sh "$TESTDIR/run" && claudestep doctor | tail -n 1 && claudestep list --archived && git ls-tree -r --name-only claudestep-metadata projects archive && claudestep fsck
--- end
--- file lose
#!/bin/sh
rm -f ".git/objects/$(git rev-parse "$1" | sed 's|..|&/|')"
--- end
--- file by-hand
#!/bin/sh
# Writes a file into the branch with git's plumbing: FOLDER/NAME.
export GIT_INDEX_FILE="$TESTDIR/index"
git read-tree claudestep-metadata && git update-index --add --cacheinfo "100644,$(echo "$2" | git hash-object -w --stdin),$1" && git update-ref refs/heads/claudestep-metadata "$(git commit-tree "$(git write-tree)" -p claudestep-metadata -m "write $1")"
--- end
--- file made
#!/bin/sh
# A repository with these projects.
git init -q "$1" && shift && for name in "$@"; do claudestep project create -q $name && claudestep task add -q $name --description "Of $name"; done
--- end
# One was put away on a side that a merge brought in.
$ chmod +x way lose by-hand made && mkdir one && cd one && ../made . x y z w && claudestep project archive -q w && git branch side claudestep-metadata && claudestep project archive -q --ref side x && claudestep project archive -q y && claudestep merge -q side && claudestep task add -q z --description More && ../lose claudestep-metadata:archive && ../way
where nobody else has it: the next hint puts 'archive/' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 2 moves ago; the reflog keeps where the branch was
all is well
  PROJECT  STATE                  DONE  CREATED     UPDATED     COMPLETED
  w        not_started, archived   0/1  2026-01-01  2026-01-01  -
  x        not_started, archived   0/1  2026-01-01  2026-01-01  -
  y        not_started, archived   0/1  2026-01-01  2026-01-01  -
  z        not_started             0/2  2026-01-01  2026-01-01  -
archive/w.json
archive/x.json
archive/y.json
projects/z.json
4 files checked: nothing found
# The newest contents of what lay in it are lost as well: the version before stands for it.
$ mkdir ../two && cd ../two && ../made . a c d && claudestep task add -q c --description More && claudestep project archive -q c && claudestep task add -q a --description Last && ../lose claudestep-metadata:archive/c.json && ../lose claudestep-metadata:archive && ../way && claudestep task list c
where nobody else has it: the next hint puts 'archive/' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 3 moves ago; the reflog keeps where the branch was
all is well
  PROJECT  STATE                  DONE  CREATED     UPDATED     COMPLETED
  a        not_started             0/2  2026-01-01  2026-01-01  -
  c        not_started, archived   0/1  2026-01-01  2026-01-01  -
  d        not_started             0/1  2026-01-01  2026-01-01  -
archive/c.json
projects/a.json
projects/d.json
3 files checked: nothing found
  TASK  ID        STATUS          DESCRIPTION
     1  0a8aef93  pending, ready  Of c
# One write renamed, put away and deleted; another file lies in both folders under one name.
$ mkdir ../three && cd ../three && ../made . a c d z && claudestep project archive -q d && ../by-hand archive/README.md "Of the archive" && ../by-hand projects/README.md "Of the projects" && printf '{"op":"rename","project":"a","to":"b"}\n{"op":"archive","project":"c"}\n{"op":"delete","project":"z"}\n' | claudestep apply -q && ../lose claudestep-metadata:archive && ../way
where nobody else has it: the next hint puts 'archive/' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 1 move ago; the reflog keeps where the branch was
all is well
  PROJECT  STATE                  DONE  CREATED     UPDATED     COMPLETED
  b        not_started             0/1  2026-01-01  2026-01-01  -
  c        not_started, archived   0/1  2026-01-01  2026-01-01  -
  d        not_started, archived   0/1  2026-01-01  2026-01-01  -
archive/README.md
archive/c.json
archive/d.json
projects/README.md
projects/b.json
3 files checked: nothing found
# One was taken back and renamed.
$ mkdir ../four && cd ../four && ../made . a c d && claudestep project archive -q d && printf '{"op":"unarchive","project":"d"}\n{"op":"rename","project":"d","to":"e"}\n{"op":"archive","project":"c"}\n' | claudestep apply -q && ../lose claudestep-metadata:archive && ../way
where nobody else has it: the next hint puts 'archive/' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 1 move ago; the reflog keeps where the branch was
all is well
  PROJECT  STATE                  DONE  CREATED     UPDATED     COMPLETED
  a        not_started             0/1  2026-01-01  2026-01-01  -
  c        not_started, archived   0/1  2026-01-01  2026-01-01  -
  e        not_started             0/1  2026-01-01  2026-01-01  -
archive/c.json
projects/a.json
projects/e.json
3 files checked: nothing found
# The same in three writes, of which only the last is left; one was deleted from the archive.
$ mkdir ../five && cd ../five && ../made . a c d && claudestep project archive -q d && claudestep project archive -q a && claudestep project delete -q a && claudestep project unarchive -q d && claudestep project rename -q d e && claudestep project archive -q c && ../lose claudestep-metadata~4:archive; ../lose claudestep-metadata:archive && ../way
where nobody else has it: the next hint puts 'archive/' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 5 moves ago; the reflog keeps where the branch was
all is well
  PROJECT  STATE                  DONE  CREATED     UPDATED     COMPLETED
  c        not_started, archived   0/1  2026-01-01  2026-01-01  -
  e        not_started             0/1  2026-01-01  2026-01-01  -
archive/c.json
projects/e.json
2 files checked: nothing found
# Somebody changed the folder by hand: nobody can tell what was there. The way that leaves nothing out comes first.
$ mkdir ../six && cd ../six && ../made . a c && claudestep project archive -q c && ../by-hand archive/note one && claudestep task add -q a --description Last && ../lose claudestep-metadata:archive && claudestep doctor | grep -A 6 '^problem' && ../way && claudestep task list a
problem  tip         the tip of 'refs/heads/claudestep-metadata' is not whole: its archive tree 70756e7e1fbd27deffd29a92d5b5f140a92353b3 is missing; nothing was written: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
                     hint: cat $TESTDIR/six/.git/logs/refs/heads/claudestep-metadata
                     hint: which projects 'archive/' had cannot be told: commit 095429a does not say what it did to it
                     hint: the next hint brings it from another clone, with its path or address in the place of CLONE; then claudestep doctor looks again
                     hint: git -C $TESTDIR/six fetch --refetch CLONE refs/heads/claudestep-metadata
                     hint: only where it still says so then: the next hint goes back to the newest tip that is whole, 2 moves ago, without what was written since, in all projects; the reflog keeps where the branch was
--
problem  files       the tree 70756e7e1fbd27deffd29a92d5b5f140a92353b3 is missing
ok       objects     32 loose objects
ok       worktree    the branch is checked out nowhere
2 problems, 0 warnings
which projects 'archive/' had cannot be told: commit 095429a does not say what it did to it
only where it still says so then: the next hint goes back to the newest tip that is whole, 2 moves ago, without what was written since, in all projects; the reflog keeps where the branch was
all is well
  PROJECT  STATE                  DONE  CREATED     UPDATED     COMPLETED
  a        not_started             0/1  2026-01-01  2026-01-01  -
  c        not_started, archived   0/1  2026-01-01  2026-01-01  -
archive/c.json
projects/a.json
2 files checked: nothing found
  TASK  ID        STATUS          DESCRIPTION
     1  cb620ea4  pending, ready  Of a
# What was renamed in the folder has no other version under that name.
$ mkdir ../seven && cd ../seven && ../made . a c && claudestep project archive -q c && claudestep project rename -q c d && claudestep task add -q a --description Last && ../lose claudestep-metadata:archive && ../way
which projects 'archive/' had cannot be told: no earlier version of 'd.json' is known to be its own
only where it still says so then: the next hint goes back to the newest tip that is whole, 2 moves ago, without what was written since, in all projects; the reflog keeps where the branch was
all is well
  PROJECT  STATE                  DONE  CREATED     UPDATED     COMPLETED
  a        not_started             0/1  2026-01-01  2026-01-01  -
  c        not_started, archived   0/1  2026-01-01  2026-01-01  -
archive/c.json
projects/a.json
2 files checked: nothing found
# A merge whose sides did different things to one project, and an undo, do not tell what lies in it.
$ mkdir ../eight && cd ../eight && ../made . x v w && claudestep project archive -q v && git branch side claudestep-metadata && claudestep task add -q --ref side x --description More && claudestep project archive -q --ref side x && claudestep task add -q x --description Other && claudestep project archive -q x && claudestep merge -q side && claudestep task add -q w --description Last && ../lose claudestep-metadata:archive && ../way
which projects 'archive/' had cannot be told: commit b20e54d merged what cannot be told
only where it still says so then: the next hint goes back to the newest tip that is whole, 2 moves ago, without what was written since, in all projects; the reflog keeps where the branch was
all is well
  PROJECT  STATE                  DONE  CREATED     UPDATED     COMPLETED
  v        not_started, archived   0/1  2026-01-01  2026-01-01  -
  w        not_started             0/1  2026-01-01  2026-01-01  -
  x        not_started, archived   0/2  2026-01-01  2026-01-01  -
archive/v.json
archive/x.json
projects/w.json
3 files checked: nothing found
$ mkdir ../nine && cd ../nine && ../made . x w && claudestep project archive -q w && claudestep project archive -q x && claudestep undo -q && claudestep project archive -q x && claudestep undo -q && claudestep task add -q x --description Last && ../lose claudestep-metadata~1:archive && ../way
which projects 'archive/' had cannot be told: commit 5b55280 does not say what it did to it
only where it still says so then: the next hint puts all that the branch had 2 moves ago, of which nothing but history is lost, upon the newest tip that is whole, 6 moves ago, without what was written since the former, in all projects; the reflog keeps where the branch was
all is well
  PROJECT  STATE                  DONE  CREATED     UPDATED     COMPLETED
  w        not_started, archived   0/1  2026-01-01  2026-01-01  -
  x        not_started, archived   0/1  2026-01-01  2026-01-01  -
archive/w.json
archive/x.json
2 files checked: nothing found
# What a commit says is held to projects/.
$ mkdir ../ten && cd ../ten && ../made . a b c && claudestep project archive -q c && claudestep project archive -q b && git update-ref refs/heads/claudestep-metadata "$(git cat-file commit claudestep-metadata | sed '1,/^$/d; s/project=b/project=a/' | git commit-tree 'claudestep-metadata^{tree}' -p claudestep-metadata~1 -F -)" && claudestep task add -q a --description Last && ../lose claudestep-metadata:archive && ../way
which projects 'archive/' had cannot be told: commit b44304a did other than it says
only where it still says so then: the next hint goes back to the newest tip that is whole, 3 moves ago, without what was written since, in all projects; the reflog keeps where the branch was
all is well
  PROJECT  STATE                  DONE  CREATED     UPDATED     COMPLETED
  a        not_started             0/1  2026-01-01  2026-01-01  -
  b        not_started             0/1  2026-01-01  2026-01-01  -
  c        not_started, archived   0/1  2026-01-01  2026-01-01  -
archive/c.json
projects/a.json
projects/b.json
3 files checked: nothing found
