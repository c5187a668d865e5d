# A file of settings that a crash left as zeros is an error: taken for an empty one it would name no remote, and another branch.
$ git init -q --bare hub.git && git init -q repo && cd repo && git remote add origin ../hub.git && git config claudestep.ref meta
$ claudestep -q project create auth && claudestep -q task add auth --description one && claudestep -q sync --force-first
$ cp .git/config ../config && truncate -s 0 .git/config && head -c 200 /dev/zero >>.git/config
$ claudestep next auth --claim
! error: cannot read the configuration in '$TESTDIR/repo/.git/config'
!   caused by: there is a NUL byte in line 1, as a crash leaves it
! hint: write those settings anew; another clone may have the same
[5]
$ claudestep project create auth
! error: cannot read the configuration in '$TESTDIR/repo/.git/config'
!   caused by: there is a NUL byte in line 1, as a crash leaves it
! hint: write those settings anew; another clone may have the same
[5]
$ claudestep list
! error: cannot read the configuration in '$TESTDIR/repo/.git/config'
!   caused by: there is a NUL byte in line 1, as a crash leaves it
! hint: write those settings anew; another clone may have the same
[5]
$ claudestep doctor
ok       git         git version 2.39.5
problem  repository  cannot read the configuration in '$TESTDIR/repo/.git/config': there is a NUL byte in line 1, as a crash leaves it
                     hint: write those settings anew; another clone may have the same
1 problem, 0 warnings
[1]
# Behind what git can read as well.
$ cp ../config .git/config && printf '\0\0' >>.git/config && claudestep list
! error: cannot read the configuration in '$TESTDIR/repo/.git/config'
!   caused by: there is a NUL byte in line 11, as a crash leaves it
! hint: write those settings anew; another clone may have the same
[5]
$ rm .git/config && mkdir .git/config && claudestep list
! error: cannot read the configuration in '$TESTDIR/repo/.git/config'
!   caused by: it is no file
[5]
$ rmdir .git/config && ln -s config .git/config && claudestep list
! error: cannot read the configuration in '$TESTDIR/repo/.git/config'
!   caused by: Too many levels of symbolic links
[7]
$ rm .git/config && cp ../config .git/config && claudestep list && git for-each-ref --format='%(refname)' refs/heads
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
refs/heads/meta
# A device stands for a file that is left out.
$ GIT_CONFIG_GLOBAL=/dev/null claudestep list
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
# The user's own stops git itself: what it says is told, and nobody has to install it.
$ head -c 200 /dev/zero >"$HOME/.gitconfig" && claudestep doctor | head -n 2; rm "$HOME/.gitconfig"
problem  git         git refuses to run: fatal: bad config line 1 in file $HOME/.gitconfig
                     hint: what it says comes first: syncing, and work trees that have the branch checked out, need git
