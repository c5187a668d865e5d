# What is there already goes on running, and comes back byte for byte.
$ git init -q repo && cd repo && rm -f .git/hooks/*
--- file repo/.git/hooks/post-commit
#!/bin/bash -e
echo "theirs: $0"
exit 3
--- end
--- file repo/.git/hooks/pre-commit
#!/usr/bin/env python3
import sys
print('theirs:', sys.argv)
sys.exit(0)
--- end
--- file repo/.git/hooks/post-merge
#!/bin/sh
echo never
--- end
--- file repo/tool
#!/bin/sh
echo "linked: $*"
--- end
$ chmod 750 .git/hooks/post-commit && chmod 755 .git/hooks/pre-commit tool
$ ln -s ../../tool .git/hooks/post-rewrite
$ ls -l .git/hooks | awk 'NR > 1 {print $1, $9, $10, $11}' >before
$ cp -a .git/hooks ../before
$ claudestep hooks install
post-merge: installed; the hook that was there is called by it
post-rewrite: installed; the hook that was there is called by it
post-commit: installed in the script that was there
pre-commit: installed; the hook that was there is called by it
$ ls -l .git/hooks | awk 'NR > 1 {print $1, $9, $10, $11}'
%-rwxr-x--- post-commit \x20
%-rwxr-xr-x post-merge \x20
%-rw-r--r-- post-merge.before-claudestep \x20
%-rwxr-xr-x post-rewrite \x20
lrwxrwxrwx post-rewrite.before-claudestep -> ../../tool
%-rwxr-xr-x pre-commit \x20
%-rwxr-xr-x pre-commit.before-claudestep \x20
$ cat .git/hooks/post-commit
\#!/bin/bash -e
\# >>> claudestep: put in by 'claudestep hooks install', cut out by 'claudestep hooks uninstall'
if command -v claudestep >/dev/null 2>&1; then
  claudestep hooks run post-commit "$@" </dev/null || :
fi
\# <<< claudestep
echo "theirs: $0"
exit 3
$ cat .git/hooks/pre-commit
\#!/bin/sh
\# >>> claudestep: put in by 'claudestep hooks install', cut out by 'claudestep hooks uninstall'
if command -v claudestep >/dev/null 2>&1; then
  # 1 refuses, and so does one that a closed pipe ended (141) while it gave its reasons. One that
  # crashes, or is too old for this, keeps nothing back.
  claudestep hooks run pre-commit "$@" </dev/null || case $? in 1 | 141) exit 1 ;; esac
fi
\# <<< claudestep
[ ! -x "$0.before-claudestep" ] || exec "$0.before-claudestep" "$@"
$ claudestep hooks install
nothing to do: the hooks are installed
$ claudestep hooks status
git runs hooks from $TESTDIR/repo/.git/hooks
  HOOK          STATE
  post-merge    installed, with another hook
  post-rewrite  installed, with another hook
  post-commit   installed, with another hook
  pre-commit    installed, with another hook
  pre-push      not installed
  pre-receive   not installed
$ git commit -q --allow-empty -m one
! theirs: ['.git/hooks/pre-commit.before-claudestep']
! theirs: .git/hooks/post-commit
$ git commit -q --allow-empty --amend -m two
! theirs: ['.git/hooks/pre-commit.before-claudestep']
! theirs: .git/hooks/post-commit
! linked: amend
$ claudestep hooks uninstall
post-merge: taken out; the hook that was there is back
post-rewrite: taken out; the hook that was there is back
post-commit: taken out of the script that it was in
pre-commit: taken out; the hook that was there is back
$ ls -l .git/hooks | awk 'NR > 1 {print $1, $9, $10, $11}' | cmp - before
$ diff -r --no-dereference .git/hooks ../before && echo the same
the same
# What somebody wrote beside our lines since stays.
$ claudestep -q hooks install post-merge pre-commit && printf 'echo mine\n' >>.git/hooks/pre-commit
$ claudestep hooks uninstall pre-commit
pre-commit: taken out of the script that it was in
$ cat .git/hooks/pre-commit
\#!/bin/sh
[ ! -x "$0.before-claudestep" ] || exec "$0.before-claudestep" "$@"
echo mine
$ git commit -q --allow-empty -m three
! theirs: ['.git/hooks/pre-commit.before-claudestep']
! theirs: .git/hooks/post-commit
# A hook moved aside by hand goes on, too; two of them are one too many.
$ claudestep hooks install pre-commit
pre-commit: installed in the script that was there
$ claudestep hooks uninstall pre-commit && chmod -x .git/hooks/pre-commit
pre-commit: taken out of the script that it was in
$ claudestep hooks install pre-commit
! error: there is a hook '$TESTDIR/repo/.git/hooks/pre-commit' and another that was moved aside before
! hint: keep one of the two: '$TESTDIR/repo/.git/hooks/pre-commit.before-claudestep'
[4]
