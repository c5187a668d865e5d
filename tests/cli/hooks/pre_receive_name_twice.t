# A commit whose tree has a name twice is let in where what is built upon it has the name once: as in the merge
# that mended it, it counts as one that left the project alone.
--- file entry.py
import sys
for word in sys.argv[1:]:
    name, blob = word.split(",")
    sys.stdout.buffer.write(f"100644 {name}\0".encode() + bytes.fromhex(blob))
--- end
--- file odd.sh
# Makes refs/heads/odd: the commit $1 with these entries as projects/.
parent=$1
shift
tree=$(python3 ../entry.py "$@" | git hash-object -t tree -w --stdin --literally)
root=$(printf '040000 tree %s\tprojects\n' $tree | git mktree)
git update-ref refs/heads/odd $(git commit-tree -p $parent -m odd $root)
--- end
--- file push
#!/bin/sh
# Pushes and prints what the remote says, without the spaces that git ends its lines with.
git push -q origin "$@" 2>&1 | sed -n 's/^remote: \(.*[^ ]\) *$/\1/p'
--- end
$ chmod +x push && git init -q --bare shared.git && claudestep -C shared.git -q hooks install
$ git init -q repo && cd repo && git remote add origin ../shared.git
$ claudestep project create -q auth && claudestep task add -q auth --description one && git update-ref refs/heads/start claudestep-metadata
$ claudestep task add -q auth --description ours && claudestep sync -q --force-first
$ export whole=$(git rev-parse start:projects/auth.json) && export junk=$(git show start:projects/auth.json | sed s/one/uno/ | git hash-object -w --stdin)
$ sh ../odd.sh start auth.json,$whole auth.json,$junk && claudestep merge odd
[4bc6d34] merge 'odd' into 'claudestep-metadata'
  projects/auth.json: content: kept 'edf13e4f71edca08997ccaa93e792e7fef5cd065', gave up 'f318a80b66c102513cd3f86f5258fa32a824d17d'
$ git ls-tree -r --name-only claudestep-metadata projects && ../push claudestep-metadata && claudestep fsck --frame
projects/auth.json
d27284fc8850:projects/auth.json: note: 'projects/auth.json' is there twice: as in a merge it is taken for what it was before [frame/not-judged]
  hint: nothing needs to be done; 'git show' has the commit
refs/heads/claudestep-metadata: note: 1 commit of others touched no project file [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
1 file checked: 2 notes
! 4 commits held to what they say of themselves
# It gives nobody a way around the guard: who takes one of the two afterwards did that to what was there before.
$ git update-ref refs/heads/tip claudestep-metadata && export whole=$(git rev-parse tip:projects/auth.json) && export junk=$(git rev-parse start:projects/auth.json)
$ sh ../odd.sh tip auth.json,$whole auth.json,$junk && ../push odd:claudestep-metadata
projects/auth.json: error: 'projects/auth.json' is in its folder twice [push/unusable-file]
  hint: put a file in its place, and push that
the push is refused: metadata would be lost or broken
$ git update-ref refs/heads/lost $(git commit-tree -p odd -m 'the other of the two' start^{tree}) && ../push lost:claudestep-metadata
65ef9d5e4741:projects/auth.json: error: 'A U Thor' made 'the other of the two': it takes away task 2, which af50db89b3c0 wrote [push/metadata-lost]
  hint: where the branch has it again, 'claudestep sync --squash' pushes that; else 'claudestep undo COMMIT' takes back all that this commit did, and 'project delete', 'pr reopen' or 'undo' do what was meant
the push is refused: metadata would be lost or broken
$ git update-ref refs/heads/kept $(git commit-tree -p odd -m 'the right one' tip^{tree}) && ../push kept:claudestep-metadata && git -C ../shared.git log --format=%s -2 claudestep-metadata
the right one
odd
# Of a name that is new with it the greater id stands for the project.
$ sh ../odd.sh tip auth.json,$whole new.json,$whole new.json,$junk && git update-ref refs/heads/claudestep-metadata odd
$ claudestep fsck --frame | grep '^[0-9a-f]*:projects/new.json'
1df615033e9e:projects/new.json: note: 'projects/new.json' is there twice: as in a merge it is taken for what it was before [frame/not-judged]
1df615033e9e:projects/new.json: note: 'A U Thor' made 'odd': it adds the project 'new' [frame/foreign-commit]
d85737cd3c54:projects/new.json: note: 'projects/new.json' is there twice: as in a merge it is taken for what it was before [frame/not-judged]
! 5 commits held to what they say of themselves
! hint: to repair 1 of 8 in one commit: claudestep fsck --fix
