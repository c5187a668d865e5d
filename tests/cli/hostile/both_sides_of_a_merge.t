# What other tools may leave on either side of a merge: nothing of it ends the merge of the rest, and
# what cannot be merged is said with its place, nothing having been written.
$ git init -q --bare repo.git && cd repo.git && claudestep project create -q auth && claudestep task add -q auth --description one
$ git update-ref refs/heads/start claudestep-metadata && claudestep task add -q auth --description ours && git update-ref refs/heads/ours claudestep-metadata
--- file side.sh
# Makes refs/heads/other: the commit `start` with the raw tree of standard input as projects/.
tree=$(git hash-object -t tree -w --stdin --literally)
root=$(printf '040000 tree %s\tprojects\n' $tree | git mktree)
git update-ref refs/heads/other $(git commit-tree -p start -m odd $root)
git update-ref refs/heads/claudestep-metadata ours
--- end
--- file entry.py
import sys
for word in sys.argv[1:]:
    mode, name, blob = word.split(",")
    sys.stdout.buffer.write(f"{mode} {name}\0".encode() + bytes.fromhex(blob))
--- end
$ export blob=$(git rev-parse start:projects/auth.json)
# A tree whose entries are not sorted, with a name that is no project's.
$ python3 ../entry.py "100644,zeta.json,$blob" "100644,auth.json,$blob" "100644,no name.json,$blob" | sh ../side.sh
$ claudestep merge other && git ls-tree --name-only claudestep-metadata projects/
[7f7933c] merge 'other' into 'claudestep-metadata'
projects/auth.json
projects/no name.json
projects/zeta.json
# One name twice: what was changed here stays, and the way on is free.
$ export junk=$(git show start:projects/auth.json | sed s/one/uno/ | git hash-object -w --stdin)
$ python3 ../entry.py "100644,auth.json,$blob" "100644,auth.json,$junk" | sh ../side.sh
$ claudestep merge other ; claudestep task list auth && claudestep undo && claudestep fsck --frame
[6d257d8] merge 'other' into 'claudestep-metadata'
  projects/auth.json: content: kept 'b3c2905d786e8b6e74c71ea24dc9a87ea788a59b', gave up 'a1e72511b2b272b7f88bad4f9bdbdcdb5b722e3b'
  TASK  ID        STATUS          DESCRIPTION
     1  7692c3ad  pending, ready  one
     2  ae0bec9e  pending, ready  ours
[771910b] auth: undo "add task 'ours'"
833875272a76:projects/auth.json: note: 'projects/auth.json' is there twice: as in a merge it is taken for what it was before [frame/not-judged]
  hint: nothing needs to be done; 'git show' has the commit
refs/heads/claudestep-metadata: note: 1 commit of others touched no project file [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
1 file checked: 2 notes
! 5 commits held to what they say of themselves
# A file that is missing, on the side that is merged in and needed; then one that is damaged.
$ python3 ../entry.py "100644,auth.json,1111111111111111111111111111111111111111" | sh ../side.sh
$ claudestep merge other
! error: cannot merge 'projects/auth.json': the blob 1111111111111111111111111111111111111111 is missing
! hint: git fsck
! hint: to bring what a remote has: git fetch --refetch
[5]
$ git rev-parse claudestep-metadata ours | uniq | wc -l
1
$ export bad=$(sed s/one/uno/ <<END | git hash-object -w --stdin
> $(git show start:projects/auth.json)
> END
> )
$ file=objects/$(echo $bad | cut -c1-2)/$(echo $bad | cut -c3-); chmod u+w $file; printf x | dd of=$file bs=1 seek=20 conv=notrunc 2>/dev/null
$ python3 ../entry.py "100644,auth.json,$bad" | sh ../side.sh && claudestep merge other 2>&1 | sed "s/$bad/BAD/"
error: cannot merge 'projects/auth.json': cannot read the blob BAD
  caused by: the file of the object BAD is damaged or cut short
hint: git fsck
hint: to bring what a remote has: git fetch --refetch
# A commit with an encoding that it does not keep to, and bytes that are no text in author and message.
$ git cat-file commit start | sed 's/^author .*</author \xff\xfe </; s/^$/encoding klingon\n/' | sed "\$a \\\\xff\\x1b[31m" | git hash-object -t commit -w --stdin --literally >../odd
$ git update-ref refs/heads/claudestep-metadata ours && git update-ref refs/heads/other $(git commit-tree -p $(cat ../odd) -m child "$(git rev-parse ours^{tree})")
$ claudestep merge other && claudestep log | cat
[6503ae0] merge 'other' into 'claudestep-metadata'
01a96ba  2026-01-01 00:15  A U Thor
  auth  task 2: added 'ours'
5a372b9  2026-01-01 00:01  A U Thor
  auth  task 2: added 'ours'
39ef7ed  2026-01-01 00:00  \xff\xfe
  auth  task 1: added 'one'
9c41053  2026-01-01 00:00  A U Thor
  auth  task 1: added 'one'
31eef34  2026-01-01 00:00  A U Thor
  auth  created
# Fifty thousand entries on one side.
$ seq -f "100644 blob $blob	p%05.0f.json" 50000 | git mktree >../many && git update-ref refs/heads/claudestep-metadata ours
$ git update-ref refs/heads/other $(git commit-tree -p start -m many $(printf '040000 tree %s\tprojects\n' $(cat ../many) | git mktree))
$ claudestep merge other && git ls-tree claudestep-metadata:projects | wc -l && claudestep task list auth
[a0a2c0d] merge 'other' into 'claudestep-metadata'
  auth: deletion: kept 'the project', gave up 'deleted'
50001
  TASK  ID        STATUS          DESCRIPTION
     1  7692c3ad  pending, ready  one
     2  ae0bec9e  pending, ready  ours
