# Where one hook has no place, none is written, nor the branch that was asked for with them.
$ git init -q repo && cd repo && rm -f .git/hooks/* && mkdir -p .git/hooks/pre-commit
$ claudestep hooks install
! error: '$TESTDIR/repo/.git/hooks/pre-commit' is no file
[4]
$ ls .git/hooks
pre-commit
$ claudestep init --hooks
! error: '$TESTDIR/repo/.git/hooks/pre-commit' is no file
[4]
$ ls .git/hooks; git for-each-ref
pre-commit
# Two of which one was moved aside before, perhaps by an installation that was cut off.
$ rmdir .git/hooks/pre-commit && echo '#!/usr/bin/python3' >.git/hooks/pre-commit && chmod +x .git/hooks/pre-commit && cp .git/hooks/pre-commit .git/hooks/pre-commit.before-claudestep
$ claudestep init --hooks
! error: there is a hook '$TESTDIR/repo/.git/hooks/pre-commit' and another that was moved aside before
! hint: keep one of the two: '$TESTDIR/repo/.git/hooks/pre-commit.before-claudestep'
[4]
$ ls .git/hooks; git for-each-ref
pre-commit
pre-commit.before-claudestep
$ rm .git/hooks/pre-commit && claudestep init --hooks -q && claudestep hooks status
git runs hooks from $TESTDIR/repo/.git/hooks
  HOOK          STATE
  post-merge    installed
  post-rewrite  installed
  post-commit   installed
  pre-commit    installed, with another hook
  pre-push      not installed
  pre-receive   not installed
