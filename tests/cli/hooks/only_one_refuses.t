# Of the exit codes of the hooks' program only 1 refuses; one that crashes, or that is older than the
# hook and does not know the command, keeps nothing back.
$ git init -q --bare shared.git && git init -q repo && cd repo && git remote add origin ../shared.git && rm -f .git/hooks/*
$ claudestep -q hooks install pre-commit pre-push
--- file bin/claudestep
#!/bin/sh
if [ "$CODE" = crash ]; then kill -KILL $$; fi
exit "$CODE"
--- end
$ chmod +x ../bin/claudestep && export PATH="$TESTDIR/bin:$PATH"
$ for CODE in 0 1 2 7 70 127 crash; do export CODE; git commit -q --allow-empty -m "$CODE" 2>/dev/null && git push -q origin HEAD:refs/heads/main 2>/dev/null; done; git log --format=%s origin/main
crash
127
70
7
2
0
$ CODE=0 git commit -q --allow-empty -m more && CODE=1 git push -q origin HEAD:refs/heads/main 2>&1 | sed 's/to .*/to .../'
error: failed to ...
# A hook of somebody else beside it decides by its own code.
--- file repo/.git/hooks/pre-commit
#!/bin/sh -e
echo "theirs: $THEIRS"
exit "$THEIRS"
--- end
$ CODE=0 && export CODE && env PATH="${PATH#*:}" claudestep -q hooks install pre-commit
$ CODE=7 THEIRS=0 git commit -q --allow-empty -m 'both let it'
! theirs: 0
$ CODE=7 THEIRS=3 git commit -q --allow-empty -m 'theirs does not'
! theirs: 3
[1]
$ CODE=1 THEIRS=0 git commit -q --allow-empty -m 'ours does not'
[1]
# The same when it was moved aside, and from the line that a file of everybody's takes.
--- file repo/.git/hooks/pre-commit
#!/usr/bin/env python3
import os, sys
sys.exit(int(os.environ['THEIRS']))
--- end
$ env PATH="${PATH#*:}" claudestep -q hooks install pre-commit
$ CODE=70 THEIRS=0 git commit -q --allow-empty -m 'both let it'
$ CODE=70 THEIRS=3 git commit -q --allow-empty -m 'theirs does not'
[1]
$ CODE=1 THEIRS=0 git commit -q --allow-empty -m 'ours does not'
[1]
$ mkdir hooks && git config core.hooksPath hooks && env PATH="${PATH#*:}" claudestep -q hooks install pre-commit
add to $TESTDIR/repo/hooks/pre-commit:
  if command -v claudestep >/dev/null; then claudestep hooks run pre-commit "$@" || case $? in 1 | 141) exit 1 ;; esac; fi
[1]
$ (echo '#!/bin/sh -e'; env PATH="${PATH#*:}" claudestep -q hooks install pre-commit | sed -n 's/^  //p'; echo 'echo "below: $CODE"') >hooks/pre-commit
$ chmod +x hooks/pre-commit
$ CODE=127 git commit -q --allow-empty -m 'crash'
! below: 127
$ CODE=1 git commit -q --allow-empty -m 'refused'
[1]
# An older shim is told from one of today.
$ git config --unset core.hooksPath && sed -i 's/|| case .*/|| exit/' .git/hooks/pre-push && env PATH="${PATH#*:}" claudestep hooks status | grep pre-push
  pre-push      installed by another version
