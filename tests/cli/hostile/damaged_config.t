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
# So it is with each file of settings that is read: that of a work tree, one that another includes, the user's own.
$ git config extensions.worktreeConfig true && head -c 200 /dev/zero >.git/config.worktree && claudestep list
! error: cannot read the configuration in '$TESTDIR/repo/.git/config.worktree'
!   caused by: there is a NUL byte in line 1, as a crash leaves it
! hint: write those settings anew; another clone may have the same
[5]
$ rm .git/config.worktree && git config --unset extensions.worktreeConfig && git config --unset claudestep.ref && git config include.path more && printf '[claudestep]\n\tref = meta\n' >.git/more && claudestep list
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
$ head -c 200 /dev/zero >.git/more && claudestep list
! error: cannot read the configuration in '$TESTDIR/repo/.git/more'
!   caused by: there is a NUL byte in line 1, as a crash leaves it
! hint: write those settings anew; another clone may have the same
[5]
$ printf '[Include]\n\tpath = most\n' >.git/more && head -c 200 /dev/zero >.git/most && claudestep list
! error: cannot read the configuration in '$TESTDIR/repo/.git/most'
!   caused by: there is a NUL byte in line 1, as a crash leaves it
! hint: write those settings anew; another clone may have the same
[5]
$ rm .git/m* && git config include.path '~/theirs' && printf '[claudestep]\n\tref = meta\n' >"$HOME/theirs" && claudestep list
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
$ head -c 200 /dev/zero >"$HOME/theirs" && claudestep list
! error: cannot read the configuration in '$HOME/theirs'
!   caused by: there is a NUL byte in line 1, as a crash leaves it
! hint: write those settings anew; another clone may have the same
[5]
$ cp ../config .git/config && rm "$HOME/theirs" && head -c 200 /dev/zero >"$HOME/.gitconfig" && claudestep list
! error: cannot read the configuration in '$HOME/.gitconfig'
!   caused by: there is a NUL byte in line 1, as a crash leaves it
! hint: write those settings anew; another clone may have the same
[5]
$ mkdir -p "$HOME/.config/git" && mv "$HOME/.gitconfig" "$HOME/.config/git/config" && claudestep doctor
problem  git         git refuses to run: fatal: bad config line 1 in file $HOME/.config/git/config
                     hint: what it says comes first: syncing, and work trees that have the branch checked out, need git
problem  repository  cannot read the configuration in '$HOME/.config/git/config': there is a NUL byte in line 1, as a crash leaves it
                     hint: write those settings anew; another clone may have the same
2 problems, 0 warnings
[1]
# What is not there is nothing.
$ rm "$HOME/.config/git/config" && git config include.path nowhere && claudestep list
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
