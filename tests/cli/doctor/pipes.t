# A pipe in the place of one of git's files: nobody waits for what comes out of it, and doctor says which it is.
--- file follow
#!/bin/sh
# What doctor says of a pipe in the place of $1; then the command that it prints, and what it says then.
file=.git/$1
mv "$file" ../kept 2>/dev/null || mkdir -p "$(dirname "$file")"
mkfifo "$file" && claudestep doctor | sed -n 's/^problem *//p' && claudestep doctor | sed -n 's|.*hint: \(mv .*\)|\1|p' | sh
rm -f "$file" && { mv ../kept "$file" 2>/dev/null; claudestep doctor | tail -n 1; }
--- end
$ chmod +x follow && git init -q --bare hub.git && git init -q repo && cd repo && git remote add origin ../hub.git && claudestep -q project create auth && claudestep -q sync --force-first && git pack-refs --all
$ for file in packed-refs refs/heads/claudestep-metadata.lock logs/refs/remotes/origin/claudestep-metadata index objects/info/commit-graph objects/pack/multi-pack-index refs/stash refs/replace/x; do ../follow $file; done
repository  '$TESTDIR/repo/.git/packed-refs' is a pipe: git waits there without end
all is well
repository  '$TESTDIR/repo/.git/refs/heads/claudestep-metadata.lock' is a pipe: git waits there without end
all is well
repository  '$TESTDIR/repo/.git/logs/refs/remotes/origin/claudestep-metadata' is a pipe: git waits there without end
all is well
repository  '$TESTDIR/repo/.git/index' is a pipe: git waits there without end
all is well
repository  '$TESTDIR/repo/.git/objects/info/commit-graph' is a pipe: git waits there without end
all is well
repository  '$TESTDIR/repo/.git/objects/pack/multi-pack-index' is a pipe: git waits there without end
all is well
repository  '$TESTDIR/repo/.git/refs/stash' is a pipe: git waits there without end
all is well
repository  '$TESTDIR/repo/.git/refs/replace/x' is a pipe: git waits there without end
all is well
# Of these the repository is made, so no command does without.
$ for file in shallow objects/info/alternates; do ../follow $file; done
repository  '$TESTDIR/repo/.git/shallow' is a pipe: git waits there without end
all is well
repository  '$TESTDIR/repo/.git/objects/info/alternates' is a pipe: git waits there without end
all is well
$ mkfifo .git/shallow && claudestep task add auth --description One
! error: '$TESTDIR/repo/.git/shallow' is a pipe, and git waits there without end
! hint: take it away; a HEAD is to be made anew
[5]
$ rm .git/shallow && mkfifo .git/objects/pack/multi-pack-index && claudestep list
! error: cannot open the objects in '$TESTDIR/repo/.git/objects'
!   caused by: '$TESTDIR/repo/.git/objects/pack/multi-pack-index' is a pipe, and git waits there without end
! hint: take it away: git can do without
[5]
$ rm .git/objects/pack/multi-pack-index && mv .git/HEAD ../kept && mkfifo .git/HEAD && claudestep list
! error: '$TESTDIR/repo/.git/HEAD' is no file: without it git takes the folder for no repository
! hint: the next 2 hints, one after the other, write it anew, with NAME for the branch that was checked out
! hint: mv -n $TESTDIR/repo/.git/HEAD $TESTDIR/repo/.git/HEAD-damaged
! hint: echo 'ref: refs/heads/NAME' >$TESTDIR/repo/.git/HEAD
[5]
$ mv ../kept .git/HEAD && for n in 1 2 3 4 5 6 7; do mkfifo .git/objects/pack/pipe-$n; done; claudestep doctor | sed -n 's/^problem *//p' | tail -n 1
repository  '$TESTDIR/repo/.git/objects/pack/pipe-5' is a pipe: git waits there without end; so it is with 2 more
# A write waits at none in the place of the branch's reflog; a folder is told, and one with nothing but folders in it taken away as git does.
$ rm .git/objects/pack/pipe-* && mv .git/logs/refs/heads/claudestep-metadata ../kept && mkfifo .git/logs/refs/heads/claudestep-metadata && claudestep task add auth --description One
! error: cannot move the ref 'refs/heads/claudestep-metadata'
!   caused by: '$TESTDIR/repo/.git/logs/refs/heads/claudestep-metadata' is no file, and its reflog has to be there
! hint: move that out of the git folder, then try again
[5]
$ rm .git/logs/refs/heads/claudestep-metadata && mkdir -p .git/logs/refs/heads/claudestep-metadata/x && touch .git/logs/refs/heads/claudestep-metadata/x/y && claudestep task add auth --description One
! error: cannot move the ref 'refs/heads/claudestep-metadata'
!   caused by: '$TESTDIR/repo/.git/logs/refs/heads/claudestep-metadata' is no file, and its reflog has to be there
! hint: move that out of the git folder, then try again
[5]
$ rm .git/logs/refs/heads/claudestep-metadata/x/y && claudestep -q task add auth --description One && claudestep task list
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  auth        1  8b125077  pending, ready  One
