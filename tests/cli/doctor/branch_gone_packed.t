# The file of the branch is gone, and packed-refs has an older value, as git gc left it: what was written since is not given up in silence. Its reflog tells where it was.
--- file follow
#!/bin/sh
# Runs what doctor prints as the way, as it is printed.
claudestep doctor | sed -n 's/.*hint: \(git -C .* update-ref \)/\1/p' >"$TESTDIR/way"; cat "$TESTDIR/way"; sh "$TESTDIR/way"
--- end
$ chmod +x follow && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create auth -q && claudestep task add auth --description "Add login" -q && claudestep sync --force-first -q && git pack-refs --all && claudestep task add auth --description "Add logout" -q && claudestep task add auth --description "Add tokens" -q
$ rm .git/refs/heads/claudestep-metadata && claudestep task list auth
! error: the file of the branch 'claudestep-metadata' is gone, and packed-refs has an older value
!   caused by: it was last at 56cbb9401e05d73961bfe9fe737222d901a36363, which is built on that and to which the next hint puts it back
! hint: git update-ref refs/heads/claudestep-metadata 56cbb9401e05d73961bfe9fe737222d901a36363 33cb71f1b308c0040d4489e5ab3270d1d8c7f457
[5]
$ claudestep task add auth --description "Add roles"
! error: the file of the branch 'claudestep-metadata' is gone, and packed-refs has an older value
!   caused by: it was last at 56cbb9401e05d73961bfe9fe737222d901a36363, which is built on that and to which the next hint puts it back
! hint: git update-ref refs/heads/claudestep-metadata 56cbb9401e05d73961bfe9fe737222d901a36363 33cb71f1b308c0040d4489e5ab3270d1d8c7f457
[5]
$ claudestep sync
! error: the file of the branch 'claudestep-metadata' is gone, and packed-refs has an older value
!   caused by: it was last at 56cbb9401e05d73961bfe9fe737222d901a36363, which is built on that and to which the next hint puts it back
! hint: git update-ref refs/heads/claudestep-metadata 56cbb9401e05d73961bfe9fe737222d901a36363 33cb71f1b308c0040d4489e5ab3270d1d8c7f457
[5]
$ claudestep next auth --claim
! error: the file of the branch 'claudestep-metadata' is gone, and packed-refs has an older value
!   caused by: it was last at 56cbb9401e05d73961bfe9fe737222d901a36363, which is built on that and to which the next hint puts it back
! hint: git update-ref refs/heads/claudestep-metadata 56cbb9401e05d73961bfe9fe737222d901a36363 33cb71f1b308c0040d4489e5ab3270d1d8c7f457
[5]
$ claudestep fsck
refs/heads/claudestep-metadata: error: the file of the branch 'claudestep-metadata' is gone, and packed-refs has an older value: it was last at 56cbb9401e05d73961bfe9fe737222d901a36363, which is built on that and to which the next hint puts it back [ref/broken]
  hint: decide which commit it should name; its log, $(git rev-parse --git-path logs/REF), lists those that it named before
1 file checked: 1 error
[1]
$ claudestep doctor | grep -A3 problem
problem  branch      the file of the branch 'claudestep-metadata' is gone, and packed-refs has an older value: it was last at 56cbb9401e05d73961bfe9fe737222d901a36363, which is built on that and to which the next hint puts it back
                     hint: git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 56cbb9401e05d73961bfe9fe737222d901a36363 33cb71f1b308c0040d4489e5ab3270d1d8c7f457
                     hint: then claudestep doctor looks again
ok       objects     22 loose objects
--
1 problem, 0 warnings
$ ../follow && claudestep doctor | tail -n 1 && claudestep task list auth && claudestep sync
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 56cbb9401e05d73961bfe9fe737222d901a36363 33cb71f1b308c0040d4489e5ab3270d1d8c7f457
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
     2  8d8155bb  pending, ready  Add logout
     3  caec18de  pending, ready  Add tokens
[56cbb94] sync 'claudestep-metadata' with 'origin'
  pushed  33cb71f..56cbb94
# Also after one write; reads beside a writer who has told the reflog and not yet moved the branch show what was before.
$ git pack-refs --all && claudestep task edit auth 1 --description "Add a login" -q && rm .git/refs/heads/claudestep-metadata && : >.git/refs/heads/claudestep-metadata.lock && claudestep task list auth && rm .git/refs/heads/claudestep-metadata.lock && claudestep task list auth -q
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
     2  8d8155bb  pending, ready  Add logout
     3  caec18de  pending, ready  Add tokens
! error: the file of the branch 'claudestep-metadata' is gone, and packed-refs has an older value
!   caused by: it was last at 8e076fff2d05d801c369b8ceaf195bbabf21f3c2, which is built on that and to which the next hint puts it back
! hint: git update-ref refs/heads/claudestep-metadata 8e076fff2d05d801c369b8ceaf195bbabf21f3c2 56cbb9401e05d73961bfe9fe737222d901a36363
[5]
$ ../follow && claudestep task list auth
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 8e076fff2d05d801c369b8ceaf195bbabf21f3c2 56cbb9401e05d73961bfe9fe737222d901a36363
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add a login
     2  8d8155bb  pending, ready  Add logout
     3  caec18de  pending, ready  Add tokens
# With a work tree on the branch.
$ git pack-refs --all && git worktree add -q ../tree claudestep-metadata && claudestep task edit auth 2 --description "Add a logout" -q && rm .git/refs/heads/claudestep-metadata && ../follow && claudestep doctor | tail -n 1 && git -C ../tree status --short
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata da3e3e30bf878840cb6b5e890c1cfcd017d789d9 8e076fff2d05d801c369b8ceaf195bbabf21f3c2
all is well
# What git does to refs and reflogs is none of it: a branch that is moved back, lines taken out of the reflog, no more of it.
$ git worktree remove ../tree && git update-ref refs/heads/claudestep-metadata claudestep-metadata~1 && git pack-refs --all && claudestep task list auth && git update-ref refs/heads/claudestep-metadata claudestep-metadata@{1} && git pack-refs --all
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add a login
     2  8d8155bb  pending, ready  Add logout
     3  caec18de  pending, ready  Add tokens
$ git reflog delete claudestep-metadata@{0} && claudestep task list auth -q | wc -l && git reflog expire --expire=now --all && claudestep doctor | tail -n 1
4
all is well
$ git config core.logAllRefUpdates false && claudestep task add auth --description "Add roles" -q && git pack-refs --all && claudestep doctor | tail -n 1 && claudestep task add auth --description "Add groups" -q && git pack-refs --all && claudestep task list auth | wc -l
all is well
6
# In a repository that is pushed to git keeps no reflog, and what went cannot be known there. Who wrote it is told.
$ claudestep sync -q && git -C ../remote.git pack-refs --all && claudestep task add auth --description "Add keys" -q && claudestep sync -q && rm ../remote.git/refs/heads/claudestep-metadata && claudestep -C ../remote.git doctor | tail -n 1; claudestep sync
all is well
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at 813f30c, which does not contain e4e56df that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log 813f30c..e4e56df
! hint: to give it back what it lost, before the next claudestep sync: git push origin e4e56df487a0:refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
