# core.hooksPath: the repository's own is honoured; where it leads among the committed files, or is
# set for every repository of the user, the lines to add are printed.
$ git init -q repo && cd repo && rm -f .git/hooks/*
$ claudestep -q hooks install post-merge && git config core.hooksPath .git/ours
$ claudestep hooks status | grep -v 'not installed'
git runs hooks from $TESTDIR/repo/.git/ours (core.hooksPath, local)
  HOOK          STATE
  post-merge    installed where git does not look: $TESTDIR/repo/.git/hooks/post-merge
$ claudestep hooks install post-merge && ls .git/ours
post-merge: installed
post-merge
$ git config core.hooksPath "$TESTDIR/elsewhere" && claudestep hooks install post-merge
post-merge: installed
$ ls ../elsewhere
post-merge
$ claudestep hooks uninstall && ls ../elsewhere .git/ours .git/hooks
post-merge: taken out
../elsewhere:
\
.git/hooks:
post-merge
\
.git/ours:
post-merge
# As husky has it.
$ mkdir -p .husky/_ && git config core.hooksPath .husky/_ && touch .husky/_/post-merge && chmod +x .husky/_/post-merge
$ claudestep hooks install
add to $TESTDIR/repo/.husky/post-merge:
  if command -v claudestep >/dev/null; then claudestep hooks run post-merge "$@" || case $? in 1 | 141) exit 1 ;; esac; fi
add to $TESTDIR/repo/.husky/post-rewrite:
  if command -v claudestep >/dev/null; then claudestep hooks run post-rewrite "$@" || case $? in 1 | 141) exit 1 ;; esac; fi
add to $TESTDIR/repo/.husky/post-commit:
  if command -v claudestep >/dev/null; then claudestep hooks run post-commit "$@" || case $? in 1 | 141) exit 1 ;; esac; fi
add to $TESTDIR/repo/.husky/pre-commit:
  if command -v claudestep >/dev/null; then claudestep hooks run pre-commit "$@" || case $? in 1 | 141) exit 1 ;; esac; fi
! nothing is written: core.hooksPath is '.husky/_', among the files that are committed
[1]
$ claudestep hooks install post-merge | sed -n 's/^  //p' >.husky/post-merge
! nothing is written: core.hooksPath is '.husky/_', among the files that are committed
$ claudestep hooks install post-merge
nothing to do: the hooks are installed
$ claudestep hooks status
git runs hooks from $TESTDIR/repo/.husky/_ (core.hooksPath, local)
  HOOK          STATE
  post-merge    installed
  post-rewrite  not installed
  post-commit   not installed
  pre-commit    not installed
  pre-push      not installed
  pre-receive   not installed
[1]
$ claudestep hooks uninstall
post-merge: taken out
! left as it is, because it is not ours to write: $TESTDIR/repo/.husky/post-merge
[1]
# What stands below reads the lines that git gives, as much as ours.
$ git init -q --bare ../shared.git && git remote add origin ../shared.git && git commit -q --allow-empty -m one
$ claudestep hooks install pre-push | sed -n 's/^  //p' >.husky/pre-push; cat .husky/pre-push && echo 'echo "theirs: $1"; cat' >>.husky/pre-push
if command -v claudestep >/dev/null; then claudestep_refs=$(cat); printf '%s\n' "$claudestep_refs" | claudestep hooks run pre-push "$@" || case $? in 1 | 141) exit 1 ;; esac; if [ -n "$claudestep_refs" ]; then eval "$(printf 'exec <<\\END\n%s\nEND' "$claudestep_refs")"; else exec </dev/null; fi; fi
! nothing is written: core.hooksPath is '.husky/_', among the files that are committed
$ for shell in sh bash; do printf '#!/bin/sh\n'$shell' -e .husky/pre-push "$@"\n' >.husky/_/pre-push; chmod +x .husky/_/pre-push; git push -q origin HEAD:refs/heads/$shell HEAD:refs/heads/$shell-2; git push -q origin HEAD:refs/heads/$shell; done
theirs: origin
HEAD 5c19641bda956d5aa4599190d26593ed9c52b27d refs/heads/sh 0000000000000000000000000000000000000000
HEAD 5c19641bda956d5aa4599190d26593ed9c52b27d refs/heads/sh-2 0000000000000000000000000000000000000000
theirs: origin
theirs: origin
HEAD 5c19641bda956d5aa4599190d26593ed9c52b27d refs/heads/bash 0000000000000000000000000000000000000000
HEAD 5c19641bda956d5aa4599190d26593ed9c52b27d refs/heads/bash-2 0000000000000000000000000000000000000000
theirs: origin
$ mkdir claude-step claude-step/a && printf 'feature: {id: Bad Id}\n' >claude-step/a/spec.yaml && git add claude-step && CLAUDESTEP_HOOKS=0 git commit -q -m bad && git push -q origin HEAD:refs/heads/bad 2>&1 | grep refused
the push is refused: a document of 'refs/heads/bad' has errors
$ git reset -q --hard HEAD^
$ claudestep init --hooks
[a94da5c] make the branch 'claudestep-metadata'
! warning: no hook is written: core.hooksPath is '.husky/_', among the files that are committed
! hint: for the lines to add by hand: claudestep hooks install
$ git config --unset core.hooksPath
# For all of the user's repositories.
$ git config --global core.hooksPath '~/hooks' && claudestep hooks install post-merge
add to $HOME/hooks/post-merge:
  if command -v claudestep >/dev/null; then claudestep hooks run post-merge "$@" || case $? in 1 | 141) exit 1 ;; esac; fi
! nothing is written: core.hooksPath is '$HOME/hooks' in the global configuration, which is not this repository's
[1]
$ claudestep hooks install post-merge --json
{
  "kind": "hooks",
  "version": 1,
  "folder": "$HOME/hooks",
  "hooks_path": "$HOME/hooks",
  "scope": "global",
  "writable": false,
  "program": "$SCRATCH/bin/claudestep",
  "hooks": [
    {
      "hook": "post-merge",
      "file": "$HOME/hooks/post-merge",
      "installed": false,
      "reachable": false,
      "executable": false,
      "current": false,
      "chained": false
    },
    {
      "hook": "post-rewrite",
      "file": "$HOME/hooks/post-rewrite",
      "installed": false,
      "reachable": false,
      "executable": false,
      "current": false,
      "chained": false
    },
    {
      "hook": "post-commit",
      "file": "$HOME/hooks/post-commit",
      "installed": false,
      "reachable": false,
      "executable": false,
      "current": false,
      "chained": false
    },
    {
      "hook": "pre-commit",
      "file": "$HOME/hooks/pre-commit",
      "installed": false,
      "reachable": false,
      "executable": false,
      "current": false,
      "chained": false
    },
    {
      "hook": "pre-push",
      "file": "$HOME/hooks/pre-push",
      "installed": false,
      "reachable": false,
      "executable": false,
      "current": false,
      "chained": false
    },
    {
      "hook": "pre-receive",
      "file": "$HOME/hooks/pre-receive",
      "installed": false,
      "reachable": false,
      "executable": false,
      "current": false,
      "chained": false
    }
  ],
  "changes": [],
  "lines": [
    {
      "file": "$HOME/hooks/post-merge",
      "line": "if command -v claudestep >/dev/null; then claudestep hooks run post-merge \"$@\" || case $? in 1 | 141) exit 1 ;; esac; fi"
    }
  ]
}
[1]
$ ls ~
$ git config --global core.hooksPath /dev/null && claudestep hooks status
git runs hooks from /dev/null (core.hooksPath, global)
  HOOK          STATE
  post-merge    not installed
  post-rewrite  not installed
  post-commit   not installed
  pre-commit    not installed
  pre-push      not installed
  pre-receive   not installed
[1]
# The repository's own setting is nearer.
$ git config core.hooksPath .git/hooks && claudestep init --hooks
nothing to do: the branch 'claudestep-metadata' is already there
! git runs claudestep post-merge
! git runs claudestep post-rewrite
! git runs claudestep post-commit
! git runs claudestep pre-commit
$ git config core.hooksPath /dev/null && claudestep hooks install
! error: cannot write the hook '/dev/null/post-merge'
!   caused by: Not a directory
[7]
# A folder beside the work tree is neither committed nor anybody else's; it need not be there yet.
$ git init -q ../beside && cd ../beside && git config core.hooksPath ../outside && claudestep hooks install post-merge && ls ../outside
post-merge: installed
post-merge
