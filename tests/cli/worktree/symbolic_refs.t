# The branch is a symbolic ref, and a work tree has checked out what it stands for.
$ git init -q --bare repo.git && cd repo.git && claudestep -q project create auth
$ git branch other claudestep-metadata
$ git symbolic-ref refs/heads/claudestep-metadata refs/heads/other
$ git worktree add -q "$TESTDIR/tree" other
$ claudestep -q task add auth --description 'Add login' && git -C ../tree status --porcelain
$ git -C ../tree show other:projects/auth.json | cmp - ../tree/projects/auth.json
# The other way round: HEAD names the symbolic ref, the write what it stands for.
$ git -C ../tree symbolic-ref HEAD refs/heads/claudestep-metadata
$ claudestep -q --ref other task add auth --description 'Add logout'
$ git -C ../tree status --porcelain
$ claudestep doctor | grep worktree
ok       worktree    the work tree '$TESTDIR/tree' has the branch checked out and is clean: writes bring it along
# A branch that stands for one that may not be written may not be written either.
$ git update-ref refs/tags/t other && git symbolic-ref refs/heads/alias refs/tags/t
$ claudestep --ref alias task add auth --description 'Add tests'
! error: 'refs/heads/alias' stands for another ref
!   caused by: 'refs/tags/t' is not a branch
!   caused by: only refs under refs/heads/ are written
! hint: name a branch with --ref
[2]
