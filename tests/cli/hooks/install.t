# Installed, again, as seen by status, and gone again.
$ git init -q repo && cd repo && rm -f .git/hooks/*
$ claudestep hooks install
post-merge: installed
post-rewrite: installed
post-commit: installed
pre-commit: installed
$ claudestep hooks install
nothing to do: the hooks are installed
$ claudestep hooks status
git runs hooks from $TESTDIR/repo/.git/hooks
  HOOK          STATE
  post-merge    installed
  post-rewrite  installed
  post-commit   installed
  pre-commit    installed
  pre-push      not installed
  pre-receive   not installed
$ cat .git/hooks/post-merge
\#!/bin/sh
\# >>> claudestep: put in by 'claudestep hooks install', cut out by 'claudestep hooks uninstall'
if command -v claudestep >/dev/null 2>&1; then
  claudestep hooks run post-merge "$@" </dev/null || :
fi
\# <<< claudestep
$ cat .git/hooks/pre-commit
\#!/bin/sh
\# >>> claudestep: put in by 'claudestep hooks install', cut out by 'claudestep hooks uninstall'
if command -v claudestep >/dev/null 2>&1; then
  # 1 refuses, and so does one that a closed pipe ended (141) while it gave its reasons. One that
  # crashes, or is too old for this, keeps nothing back.
  claudestep hooks run pre-commit "$@" </dev/null || case $? in 1 | 141) exit 1 ;; esac
fi
\# <<< claudestep
$ ls .git/hooks
post-commit
post-merge
post-rewrite
pre-commit
$ claudestep hooks uninstall
post-merge: taken out
post-rewrite: taken out
post-commit: taken out
pre-commit: taken out
$ claudestep hooks uninstall
nothing to do: no hook is installed
$ ls .git/hooks
$ claudestep hooks status
git runs hooks from $TESTDIR/repo/.git/hooks
  HOOK          STATE
  post-merge    not installed
  post-rewrite  not installed
  post-commit   not installed
  pre-commit    not installed
  pre-push      not installed
  pre-receive   not installed
[1]
# One hook by name; an older one is brought up to date; one that is not executable is made so.
$ claudestep hooks install pre-push
pre-push: installed
$ cat .git/hooks/pre-push
\#!/bin/sh
\# >>> claudestep: put in by 'claudestep hooks install', cut out by 'claudestep hooks uninstall'
if command -v claudestep >/dev/null 2>&1; then
  claudestep_refs=$(cat)
  # 1 refuses, and so does one that a closed pipe ended (141) while it gave its reasons. One that
  # crashes, or is too old for this, keeps nothing back.
  printf "%s\n" "$claudestep_refs" | claudestep hooks run pre-push "$@" || case $? in 1 | 141) exit 1 ;; esac
  # What comes below reads the same lines.
  if [ -z "$claudestep_refs" ]; then exec </dev/null; else exec <<END
$claudestep_refs
END
  fi
fi
\# <<< claudestep
$ sed -i 's/2>&1/2>\/dev\/null/' .git/hooks/pre-push && chmod -x .git/hooks/pre-push
$ claudestep hooks status | grep pre-push
  pre-push      installed, but not executable: git ignores it
$ chmod +x .git/hooks/pre-push && claudestep hooks status | grep pre-push
  pre-push      installed by another version
$ claudestep hooks install pre-push
pre-push: brought up to date
$ claudestep hooks status --json
{
  "kind": "hooks",
  "version": 1,
  "folder": "$TESTDIR/repo/.git/hooks",
  "hooks_path": null,
  "scope": null,
  "writable": true,
  "program": "$SCRATCH/bin/claudestep",
  "hooks": [
    {
      "hook": "post-merge",
      "file": "$TESTDIR/repo/.git/hooks/post-merge",
      "installed": false,
      "reachable": false,
      "executable": false,
      "current": false,
      "chained": false
    },
    {
      "hook": "post-rewrite",
      "file": "$TESTDIR/repo/.git/hooks/post-rewrite",
      "installed": false,
      "reachable": false,
      "executable": false,
      "current": false,
      "chained": false
    },
    {
      "hook": "post-commit",
      "file": "$TESTDIR/repo/.git/hooks/post-commit",
      "installed": false,
      "reachable": false,
      "executable": false,
      "current": false,
      "chained": false
    },
    {
      "hook": "pre-commit",
      "file": "$TESTDIR/repo/.git/hooks/pre-commit",
      "installed": false,
      "reachable": false,
      "executable": false,
      "current": false,
      "chained": false
    },
    {
      "hook": "pre-push",
      "file": "$TESTDIR/repo/.git/hooks/pre-push",
      "installed": true,
      "reachable": true,
      "executable": true,
      "current": true,
      "chained": false
    },
    {
      "hook": "pre-receive",
      "file": "$TESTDIR/repo/.git/hooks/pre-receive",
      "installed": false,
      "reachable": false,
      "executable": false,
      "current": false,
      "chained": false
    }
  ],
  "changes": [],
  "lines": []
}
[1]
$ claudestep hooks install post-mergy
! error: HOOK: 'post-mergy' is none of post-merge, post-rewrite, post-commit, pre-commit, pre-push, pre-receive
! hint: did you mean 'post-merge'?
[2]
# A bare repository guards what is pushed to it.
$ git init -q --bare ../shared.git && claudestep -C ../shared.git hooks install
pre-receive: installed
$ cat ../shared.git/hooks/pre-receive
\#!/bin/sh
\# >>> claudestep: put in by 'claudestep hooks install', cut out by 'claudestep hooks uninstall'
if command -v claudestep >/dev/null 2>&1; then
  claudestep_refs=$(cat)
  printf "%s\n" "$claudestep_refs" | claudestep hooks run pre-receive "$@" || exit
  # What comes below reads the same lines.
  if [ -z "$claudestep_refs" ]; then exec </dev/null; else exec <<END
$claudestep_refs
END
  fi
else
  echo "claudestep is not installed here: metadata is not guarded" >&2
fi
\# <<< claudestep
