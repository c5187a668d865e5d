# What a filter left out is not missing: trees of earlier commits are as little there as those of the tip.
$ git init -q --bare from.git && claudestep -q -C from.git project create auth
$ git -C from.git config uploadpack.allowFilter true
$ git clone -q --bare --filter=tree:0 "file://$TESTDIR/from.git" to.git && cd to.git
$ claudestep fsck | sed 's/[0-9a-f]\{40\}/ID/g'
refs/heads/claudestep-metadata: warning: the tree ID of commit ID is missing from this partial clone [object/not-fetched]
  hint: fetch it with 'git cat-file -e' and the id, then check again
refs/heads/claudestep-metadata: warning: the tree ID is missing from this partial clone [object/not-fetched]
0 files checked: 2 warnings
$ claudestep fsck --json | grep -c 'object/missing'
0
[1]
