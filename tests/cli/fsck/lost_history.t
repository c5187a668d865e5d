# A commit of the history is missing, and a remote has been synced with: which one is missing is said, the files of both tips are looked at, and no project is taken for one that is there twice.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep project create web -q && claudestep sync --force-first -q && claudestep task add auth --description One -q && claudestep sync -q && claudestep task add auth --description Two -q
$ lose() { rm -f .git/objects/$(git rev-parse "$1" | sed 's|..|&/|'); } && lose claudestep-metadata~2 && claudestep fsck
refs/heads/claudestep-metadata: error: the commit b6511e5ec9bf36877cdf972a0dec263944945d65 is missing [object/missing]
  hint: decide where to take it from: other clones, work trees and the reflog may have it; 'git fsck' names what is missing
3 files checked: 1 error
[1]
# A history that is not whole is not held to what it says.
$ claudestep fsck --frame
refs/heads/claudestep-metadata: error: the commit b6511e5ec9bf36877cdf972a0dec263944945d65 is missing [object/missing]
  hint: decide where to take it from: other clones, work trees and the reflog may have it; 'git fsck' names what is missing
refs/heads/claudestep-metadata: note: the history cannot be judged: the commit b6511e5ec9bf36877cdf972a0dec263944945d65 is missing [frame/not-judged]
  hint: if something is lost, bring it back first: claudestep doctor tells the way out
3 files checked: 1 error, 1 note
! 0 commits held to what they say of themselves
[1]
# The commit that the remote was known to be at.
$ git fetch -q --refetch origin && claudestep fsck && lose() { rm -f .git/objects/$(git rev-parse "$1" | sed 's|..|&/|'); } && lose origin/claudestep-metadata && claudestep fsck
2 files checked: nothing found
refs/heads/claudestep-metadata: error: the commit 8a704eef288fff28882137791a6cbb67da24be3b is missing [object/missing]
  hint: decide where to take it from: other clones, work trees and the reflog may have it; 'git fsck' names what is missing
refs/remotes/origin/claudestep-metadata: error: 'refs/remotes/origin/claudestep-metadata' cannot be followed: the commit 8a704eef288fff28882137791a6cbb67da24be3b is missing [ref/broken]
  hint: decide which commit it should name; its log, $(git rev-parse --git-path logs/REF), lists those that it named before
2 files checked: 2 errors
[1]
# It is there, and damaged.
$ git fetch -q --refetch origin && file=.git/objects/$(git rev-parse claudestep-metadata~1 | sed 's|..|&/|') && chmod u+w $file && : >$file && claudestep fsck --frame
refs/heads/claudestep-metadata: error: cannot read the commit 8a704eef288fff28882137791a6cbb67da24be3b: the file of the object 8a704eef288fff28882137791a6cbb67da24be3b is damaged or cut short [object/corrupt]
  hint: decide where to take a whole copy from: another clone has the same object under the same id
refs/remotes/origin/claudestep-metadata: error: 'refs/remotes/origin/claudestep-metadata' cannot be followed: cannot read the commit 8a704eef288fff28882137791a6cbb67da24be3b: the file of the object 8a704eef288fff28882137791a6cbb67da24be3b is damaged or cut short [ref/broken]
  hint: decide which commit it should name; its log, $(git rev-parse --git-path logs/REF), lists those that it named before
refs/heads/claudestep-metadata: note: the history cannot be judged: cannot read the commit 8a704eef288fff28882137791a6cbb67da24be3b: the file of the object 8a704eef288fff28882137791a6cbb67da24be3b is damaged or cut short [frame/not-judged]
  hint: if something is lost, bring it back first: claudestep doctor tells the way out
2 files checked: 2 errors, 1 note
! 0 commits held to what they say of themselves
[1]
# A folder that only an earlier commit has: the tip is whole, and its history is judged up to there.
$ cd .. && git init -q two && cd two && claudestep project create auth -q && claudestep task add auth --description One -q && claudestep task add auth --description Two -q
$ rm -f .git/objects/$(git rev-parse claudestep-metadata~1:projects | sed 's|..|&/|') && claudestep fsck --frame
098eec8a545f: error: it cannot be judged: the tree ede45be2c6eb3552f65b3511749e2645f302f9d5 is missing [frame/damaged]
  hint: bring back what is lost, if anything is: claudestep doctor tells the way out; 'git show' has the commit
98856ba2eef5: error: it cannot be judged: the tree ede45be2c6eb3552f65b3511749e2645f302f9d5 is missing [frame/damaged]
1 file checked: 2 errors
! 1 commit held to what they say of themselves
[1]
