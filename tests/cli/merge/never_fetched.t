# A partial clone that has no trees: what was never fetched is named with the command that fetches it,
# by every command alike. Nobody pruned anything.
$ git init -q --bare from.git && claudestep -q -C from.git project create auth && git -C from.git config uploadpack.allowFilter true
$ git clone -q --bare --filter=tree:0 "file://$TESTDIR/from.git" to.git && cd to.git && git update-ref refs/heads/theirs claudestep-metadata && git update-ref -d refs/heads/claudestep-metadata
$ claudestep merge theirs
! error: the tree f1378ce6770dbb9d859da4f304957a5e4634c6fd is missing from this partial clone
! hint: 'git cat-file -e f1378ce6770dbb9d859da4f304957a5e4634c6fd' fetches it
[6]
$ claudestep sync origin
! error: the tree f1378ce6770dbb9d859da4f304957a5e4634c6fd is missing from this partial clone
! hint: 'git cat-file -e f1378ce6770dbb9d859da4f304957a5e4634c6fd' fetches it
[6]
$ git update-ref refs/heads/claudestep-metadata theirs; claudestep list
! error: the tree f1378ce6770dbb9d859da4f304957a5e4634c6fd is missing from this partial clone
! hint: 'git cat-file -e f1378ce6770dbb9d859da4f304957a5e4634c6fd' fetches it
[6]
$ claudestep task add auth --description one
! error: the tree f1378ce6770dbb9d859da4f304957a5e4634c6fd is missing from this partial clone
! hint: 'git cat-file -e f1378ce6770dbb9d859da4f304957a5e4634c6fd' fetches it
[6]
# One after the other is fetched.
$ git cat-file -e theirs^{tree} && claudestep task add auth --description one
! error: the blob e0eb855068c88168db29d5a942b69c99abae0688 is missing from this partial clone
! hint: 'git cat-file -e e0eb855068c88168db29d5a942b69c99abae0688' fetches it
[6]
$ git cat-file -e theirs:projects && git cat-file -e theirs:projects/auth.json && claudestep task add auth --description one
[cc1bf99] auth: add task 'one'
# doctor takes nothing for lost: README.md was never asked for.
$ claudestep doctor | grep -e '^[a-z]* *tip' -e '^problem'
ok       tip         the tip is whole
# In a clone that is whole the same tree is missing, and a commit that is at no ref has no log to look at.
$ cd ../from.git && export at=$(git rev-parse claudestep-metadata) tree=$(git rev-parse claudestep-metadata^{tree}) && git update-ref -d refs/heads/claudestep-metadata
$ rm -f objects/$(echo $tree | cut -c1-2)/$(echo $tree | cut -c3-) && claudestep merge $at
! error: the commit 31eef34573011d0834238ec2972a9313eb629ee6 is not whole: its tree f1378ce6770dbb9d859da4f304957a5e4634c6fd is missing; nothing was written
!   caused by: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
! hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
! hint: git fsck
[5]
