# Missing and corrupt objects, and a ref that names something else, are findings: fsck never dies of them.
$ git init -q --bare repo.git && cd repo.git
$ claudestep project create auth >out && claudestep task add auth --description 'Add login' >out
$ blob=$(git rev-parse claudestep-metadata:projects/auth.json); mv "objects/$(echo "$blob" | cut -c1-2)/$(echo "$blob" | cut -c3-)" ../blob
$ claudestep fsck
projects/auth.json: error: the blob 851d47e40a6337226dc0444f1c31ee7d97bfc1ba is missing [object/missing]
  hint: decide where to take it from: other clones, work trees and the reflog may have it; 'git fsck' names what is missing
0 files checked: 1 error
[1]
$ blob=$(git rev-parse claudestep-metadata:projects/auth.json); other=$(git rev-parse claudestep-metadata:README.md); cp "objects/$(echo "$other" | cut -c1-2)/$(echo "$other" | cut -c3-)" "objects/$(echo "$blob" | cut -c1-2)/$(echo "$blob" | cut -c3-)"
$ claudestep fsck
projects/auth.json: error: cannot read the blob 851d47e40a6337226dc0444f1c31ee7d97bfc1ba: object hash mismatch - expected 851d47e40a6337226dc0444f1c31ee7d97bfc1ba but got 63508630c56c23384f8a09bdec564bb2e6c998d5 [object/corrupt]
  hint: decide where to take a whole copy from: another clone has the same object under the same id
0 files checked: 1 error
[1]
$ blob=$(git rev-parse claudestep-metadata:projects/auth.json); mv -f ../blob "objects/$(echo "$blob" | cut -c1-2)/$(echo "$blob" | cut -c3-)"
$ claudestep fsck
1 file checked: nothing found
$ tree=$(git rev-parse claudestep-metadata:projects); rm -f "objects/$(echo "$tree" | cut -c1-2)/$(echo "$tree" | cut -c3-)"
$ claudestep fsck
projects/: error: the tree 13d99d37e84220a178e998efcf8b3879e5e98a03 is missing [object/missing]
  hint: decide where to take it from: other clones, work trees and the reflog may have it; 'git fsck' names what is missing
0 files checked: 1 error
[1]
$ git rev-parse claudestep-metadata^{tree} >../tree && cp ../tree refs/heads/claudestep-metadata
$ claudestep fsck
refs/heads/claudestep-metadata: error: 'refs/heads/claudestep-metadata' names a tree, not a commit [ref/broken]
  hint: decide which commit it should name; its log, $(git rev-parse --git-path logs/REF), lists those that it named before
0 files checked: 1 error
[1]
$ claudestep fsck --fix
refs/heads/claudestep-metadata: error: 'refs/heads/claudestep-metadata' names a tree, not a commit [ref/broken]
  hint: decide which commit it should name; its log, $(git rev-parse --git-path logs/REF), lists those that it named before
0 files checked: 1 error
! what is left a person must decide; 'claudestep explain CODE' says more
[1]
