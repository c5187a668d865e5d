# What a work tree ignores is somebody's all the same: a write that would put something in its place
# is refused, and says where it lies.
$ git init -q --bare repo.git && claudestep -q -C repo.git project create auth
$ git -C repo.git worktree add -q "$TESTDIR/tree" claudestep-metadata && cd tree
$ echo 'projects/*.json' >>../repo.git/info/exclude
$ mkdir projects/billing.json && echo precious >projects/billing.json/notes
$ echo precious >projects/search.json
$ claudestep project create billing
! error: the work tree at '$TESTDIR/tree' has changes in the way
!   caused by: 'projects/billing.json'
! hint: there, git diff HEAD shows what a commit would do, and what it takes away would be taken back: commit there, stash or move away what somebody made; what nobody made, as a full disk or a lost index leaves it, git checkout HEAD -- PATH puts back; then run the command again
[4]
$ claudestep project create search
! error: the work tree at '$TESTDIR/tree' has changes in the way
!   caused by: 'projects/search.json'
! hint: there, git diff HEAD shows what a commit would do, and what it takes away would be taken back: commit there, stash or move away what somebody made; what nobody made, as a full disk or a lost index leaves it, git checkout HEAD -- PATH puts back; then run the command again
[4]
$ cat projects/billing.json/notes projects/search.json
precious
precious
$ rm -r projects/billing.json && claudestep project create billing && git status --porcelain
[5a1fc8f] billing: create
