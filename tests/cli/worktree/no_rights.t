# Who may not write in a work tree is told so, and not of changes that nobody made. (Root may write everywhere: it gives the repository to another user.)
--- file as
#!/bin/sh
if [ "$(id -u)" = 0 ]; then exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else exec "$@"; fi
--- end
$ chmod +x as && git init -q repo && cd repo && claudestep project create auth -q && git worktree add -q ../tree claudestep-metadata
$ if [ "$(id -u)" = 0 ]; then chown -R 65534 . && chmod 755 .. ../..; else chmod 555 ../tree/projects; fi; git config --global --add safe.directory '*'
$ ../as claudestep task add auth --description "Add login"
[b427290] auth: add task 'Add login'
! warning: the write is done, but the work tree '$TESTDIR/tree' was not brought along: the work tree at '$TESTDIR/tree' could not be brought along: error: unable to unlink old 'projects/auth.json': Permission denied; commit nothing there before the next write has done it
$ ../as claudestep task add auth --description "Add logout"
! error: the work tree at '$TESTDIR/tree' could not be brought along
!   caused by: error: unable to unlink old 'projects/auth.json': Permission denied
! hint: nothing was written; the work tree still shows 31eef3457301, where the branch was before: commit nothing there; a write of somebody who may change its files brings it forward
[7]
$ ../as claudestep doctor | grep -A2 worktree
warning  worktree    the work tree '$TESTDIR/tree' still shows 31eef3457301, where the branch was before: it was not brought along when that moved, and no write from here can do that: '$TESTDIR/tree/projects' may not be written
                     hint: commit nothing there; a write of somebody who may change its files brings it along
0 problems, 1 warning
$ chmod 755 ../tree/projects && claudestep task add auth --description "Add logout" && git -C ../tree status --short
[dc4ded7] auth: add task 'Add logout'
! the work tree at '$TESTDIR/tree' was left at 31eef3457301 and is brought forward
