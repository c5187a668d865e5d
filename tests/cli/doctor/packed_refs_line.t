# A line of packed-refs that git does not understand, whichever ref it is of: git fails with all of them. What doctor prints is run as it is printed.
--- file damage
#!/usr/bin/env python3
import os, sys
end, old, new = map(os.fsencode, sys.argv[1:])
lines = open(".git/packed-refs", "rb").read().split(b"\n")
lines = [line.replace(old, new, 1) if line.endswith(end) else line for line in lines]
open(".git/packed-refs", "wb").write(b"\n".join(lines))
--- end
--- file follow
#!/bin/sh
# Runs what doctor prints as the way, as it is printed.
claudestep doctor | grep -v '^ok' | tee "$TESTDIR/said" && sed -n 's/.*hint: \(git -C \|mv \|mkdir \|LC_ALL\)/\1/p' "$TESTDIR/said" >"$TESTDIR/steps"; sh "$TESTDIR/steps"
--- end
--- file bad
#!/bin/sh
# The first digit of the id in the line of a ref is none.
python3 ../damage " $1" "$(git rev-parse "$1" | cut -c 1-2)" "$(printf '$')$(git rev-parse "$1" | cut -c 2)"
--- end
$ chmod +x follow bad && git init -q --bare -b main remote.git && git init -q -b main one && cd one && git remote add origin ../remote.git && git commit -q --allow-empty -m start && git push -q origin main && git tag -a -m one v1 && claudestep project create -q auth && claudestep task add -q auth --description One && claudestep sync -q && git pack-refs --all && git for-each-ref >../refs && cat .git/packed-refs
%# pack-refs with: peeled fully-peeled sorted\x20
7d9f5a8ba4394810eb21dbb26b690b2f4967afd5 refs/heads/claudestep-metadata
3d316f7c951ec921b3f5ca12ccdb39252601bff4 refs/heads/main
7d9f5a8ba4394810eb21dbb26b690b2f4967afd5 refs/remotes/origin/claudestep-metadata
3d316f7c951ec921b3f5ca12ccdb39252601bff4 refs/remotes/origin/main
747f0d8c58eb7ee280bfae77ff5b900a5b7137b0 refs/tags/v1
^3d316f7c951ec921b3f5ca12ccdb39252601bff4
$ ../bad refs/remotes/origin/main && claudestep sync; ../follow && git for-each-ref | diff ../refs - && claudestep doctor | tail -n 1
problem  ref         '$TESTDIR/one/.git/packed-refs' has a line that git does not understand, and git does nothing with refs meanwhile: line 5 is '$d316f7c951ec921b3f5ca12ccdb39252601bff4 refs/remotes/origin/main'
                     hint: the next 2 hints, one after the other, move the file aside and write it anew, with what can be told of that line; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs
                     hint: LC_ALL=C sed '5s/^.\{40\}./3d316f7c951ec921b3f5ca12ccdb39252601bff4 /' $TESTDIR/one/.git/damaged-packed-refs >$TESTDIR/one/.git/damaged-packed-refs.whole && mv -n $TESTDIR/one/.git/damaged-packed-refs.whole $TESTDIR/one/.git/packed-refs
warning  tip         the tip is whole; what it is built on is not looked at, since git does not work here
1 problem, 1 warning
all is well
! error: cannot fetch from 'origin'
!   caused by: fatal: unexpected line in $TESTDIR/one/.git/packed-refs: $d316f7c951ec921b3f5ca12ccdb39252601bff4 refs/remotes/origin/main
! hint: claudestep doctor
$ ../bad refs/heads/main && ../follow && git for-each-ref | diff ../refs - && claudestep doctor | tail -n 1
problem  ref         '$TESTDIR/one/.git/packed-refs' has a line that git does not understand, and git does nothing with refs meanwhile: line 3 is '$d316f7c951ec921b3f5ca12ccdb39252601bff4 refs/heads/main'
                     hint: the next 2 hints, one after the other, move the file aside and write it anew, with what can be told of that line; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs-2
                     hint: LC_ALL=C sed '3s/^.\{40\}./3d316f7c951ec921b3f5ca12ccdb39252601bff4 /' $TESTDIR/one/.git/damaged-packed-refs-2 >$TESTDIR/one/.git/damaged-packed-refs.whole && mv -n $TESTDIR/one/.git/damaged-packed-refs.whole $TESTDIR/one/.git/packed-refs
problem  remote      cannot ask for the address of 'origin': fatal: unexpected line in $TESTDIR/one/.git/packed-refs: $d316f7c951ec921b3f5ca12ccdb39252601bff4 refs/heads/main
warning  tip         the tip is whole; what it is built on is not looked at, since git does not work here
2 problems, 1 warning
all is well
$ ../bad refs/tags/v1 && ../follow && git for-each-ref | diff ../refs - && claudestep doctor | tail -n 1
problem  ref         '$TESTDIR/one/.git/packed-refs' has a line that git does not understand, and git does nothing with refs meanwhile: line 6 is '$47f0d8c58eb7ee280bfae77ff5b900a5b7137b0 refs/tags/v1'
                     hint: the next 2 hints, one after the other, move the file aside and write it anew, with what can be told of that line; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs-3
                     hint: LC_ALL=C sed '6s/^.\{40\}./747f0d8c58eb7ee280bfae77ff5b900a5b7137b0 /' $TESTDIR/one/.git/damaged-packed-refs-3 >$TESTDIR/one/.git/damaged-packed-refs.whole && mv -n $TESTDIR/one/.git/damaged-packed-refs.whole $TESTDIR/one/.git/packed-refs
warning  tip         the tip is whole; what it is built on is not looked at, since git does not work here
1 problem, 1 warning
all is well
$ ../bad refs/remotes/origin/claudestep-metadata && ../follow && git for-each-ref | diff ../refs - && claudestep doctor | tail -n 1
problem  ref         '$TESTDIR/one/.git/packed-refs' has a line that git does not understand, and git does nothing with refs meanwhile: line 4 is '$d9f5a8ba4394810eb21dbb26b690b2f4967afd5 refs/remotes/origin/claudestep-metadata'
                     hint: the next 2 hints, one after the other, move the file aside and write it anew, with what can be told of that line; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs-4
                     hint: LC_ALL=C sed '4s/^.\{40\}./7d9f5a8ba4394810eb21dbb26b690b2f4967afd5 /' $TESTDIR/one/.git/damaged-packed-refs-4 >$TESTDIR/one/.git/damaged-packed-refs.whole && mv -n $TESTDIR/one/.git/damaged-packed-refs.whole $TESTDIR/one/.git/packed-refs
problem  branch      cannot read the ref 'refs/remotes/origin/claudestep-metadata': corrupted packed references file
                     hint: once git works here, claudestep doctor tells the way out
2 problems, 0 warnings
all is well
$ ../bad refs/heads/claudestep-metadata && claudestep list; ../follow && git for-each-ref | diff ../refs - && claudestep doctor | tail -n 1 && claudestep sync && git for-each-ref >../refs
problem  ref         '$TESTDIR/one/.git/packed-refs' has a line that git does not understand, and git does nothing with refs meanwhile: line 2 is '$d9f5a8ba4394810eb21dbb26b690b2f4967afd5 refs/heads/claudestep-metadata'
                     hint: the next 2 hints, one after the other, move the file aside and write it anew, with what can be told of that line; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs-5
                     hint: LC_ALL=C sed '2s/^.\{40\}./7d9f5a8ba4394810eb21dbb26b690b2f4967afd5 /' $TESTDIR/one/.git/damaged-packed-refs-5 >$TESTDIR/one/.git/damaged-packed-refs.whole && mv -n $TESTDIR/one/.git/damaged-packed-refs.whole $TESTDIR/one/.git/packed-refs
problem  branch      cannot read the ref 'refs/heads/claudestep-metadata': corrupted packed references file
                     hint: once git works here, claudestep doctor tells the way out
2 problems, 0 warnings
all is well
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
! error: cannot read the ref 'refs/heads/claudestep-metadata'
!   caused by: corrupted packed references file
! hint: cat "$(git rev-parse --path-format=absolute --git-path logs/refs/heads/claudestep-metadata)"
# A byte that is no text, and the name of a ref.
$ python3 ../damage ' refs/heads/main' '6' "$(printf '\377')" && ../follow && git for-each-ref | diff ../refs - && claudestep doctor | tail -n 1
problem  ref         '$TESTDIR/one/.git/packed-refs' has a line that git does not understand, and git does nothing with refs meanwhile: line 3 is '3d31\xfff7c951ec921b3f5ca12ccdb39252601bff4 refs/heads/main'
                     hint: the next 2 hints, one after the other, move the file aside and write it anew, with what can be told of that line; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs-6
                     hint: LC_ALL=C sed '3s/^.\{40\}./3d316f7c951ec921b3f5ca12ccdb39252601bff4 /' $TESTDIR/one/.git/damaged-packed-refs-6 >$TESTDIR/one/.git/damaged-packed-refs.whole && mv -n $TESTDIR/one/.git/damaged-packed-refs.whole $TESTDIR/one/.git/packed-refs
problem  remote      cannot ask for the address of 'origin': fatal: unexpected line in $TESTDIR/one/.git/packed-refs: 3d31\xfff7c951ec921b3f5ca12ccdb39252601bff4 refs/heads/main
warning  tip         the tip is whole; what it is built on is not looked at, since git does not work here
2 problems, 1 warning
all is well
$ python3 ../damage ' refs/heads/claudestep-metadata' 'claude' 'clau..' && ../follow && git for-each-ref | diff ../refs - && claudestep doctor | tail -n 1
problem  ref         '$TESTDIR/one/.git/packed-refs' has a line that git does not understand, and git does nothing with refs meanwhile: line 2 is '7d9f5a8ba4394810eb21dbb26b690b2f4967afd5 refs/heads/clau..step-metadata'
                     hint: the next 3 hints, one after the other, move the file aside and write it anew, with what can be told of that line, and put the branch where its reflog says that it was; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs-7
                     hint: LC_ALL=C sed '1{/^#/d};2d' $TESTDIR/one/.git/damaged-packed-refs-7 >$TESTDIR/one/.git/damaged-packed-refs.whole && mv -n $TESTDIR/one/.git/damaged-packed-refs.whole $TESTDIR/one/.git/packed-refs
                     hint: git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 7d9f5a8ba4394810eb21dbb26b690b2f4967afd5 0000000000000000000000000000000000000000
problem  branch      cannot read the ref 'refs/heads/claudestep-metadata': the file packed-refs has a line with a name that no ref may have
                     hint: once git works here, claudestep doctor tells the way out
2 problems, 0 warnings
all is well
# What the tag leads to, and what the file says of itself.
$ python3 ../damage "$(git rev-parse v1^{} | cut -c 2-)" '^' 'x' && ../follow && git for-each-ref | diff ../refs - && git show-ref -d | grep -c '\^{}' && claudestep doctor | tail -n 1
problem  ref         '$TESTDIR/one/.git/packed-refs' has a line that git does not understand, and git does nothing with refs meanwhile: line 5 is 'x3d316f7c951ec921b3f5ca12ccdb39252601bff4'
                     hint: the next 2 hints, one after the other, move the file aside and write it anew, with what can be told of that line; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs-8
                     hint: LC_ALL=C sed '1{/^#/d};5d' $TESTDIR/one/.git/damaged-packed-refs-8 >$TESTDIR/one/.git/damaged-packed-refs.whole && mv -n $TESTDIR/one/.git/damaged-packed-refs.whole $TESTDIR/one/.git/packed-refs
problem  remote      cannot ask for the address of 'origin': fatal: unexpected line in $TESTDIR/one/.git/packed-refs: x3d316f7c951ec921b3f5ca12ccdb39252601bff4
warning  tip         the tip is whole; what it is built on is not looked at, since git does not work here
2 problems, 1 warning
1
all is well
$ git pack-refs --all && sed -i '1s/#/$/' .git/packed-refs && ../follow && git for-each-ref | diff ../refs - && git show-ref -d | grep -c '\^{}' && claudestep doctor | tail -n 1
problem  ref         '$TESTDIR/one/.git/packed-refs' has a line that git does not understand, and git does nothing with refs meanwhile: line 1 is '$ pack-refs with: peeled fully-peeled sorted '
                     hint: the next 2 hints, one after the other, move the file aside and write it anew, with what can be told of that line; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs-9
                     hint: LC_ALL=C sed '1{/^#/d};1d' $TESTDIR/one/.git/damaged-packed-refs-9 >$TESTDIR/one/.git/damaged-packed-refs.whole && mv -n $TESTDIR/one/.git/damaged-packed-refs.whole $TESTDIR/one/.git/packed-refs
problem  branch      cannot read the ref 'refs/heads/claudestep-metadata': the file packed-refs has a line with a name that no ref may have
                     hint: once git works here, claudestep doctor tells the way out
2 problems, 0 warnings
1
all is well
# Where nothing here is what the line said: the reflog knows, or nobody.
$ git pack-refs --all && sed -i 's/^....\(.* refs\/heads\/\)/$$$$\1/; s/^....\(.* refs\/tags\/\)/$$$$\1/' .git/packed-refs && ../follow && git for-each-ref | diff ../refs -; claudestep doctor | tail -n 1
problem  ref         '$TESTDIR/one/.git/packed-refs' has 3 lines that git does not understand, and git does nothing with refs meanwhile: line 3 is '$$$$5a8ba4394810eb21dbb26b690b2f4967afd5 refs/heads/claudestep-metadata'
                     hint: the next 4 hints, one after the other, move the file aside and write it anew, with what can be told of those lines, and put the branch where its reflog says that it was, and put others where their reflogs say that they were; where 'refs/tags/v1' was nothing here tells: a fetch or another clone brings it; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs-10
                     hint: LC_ALL=C sed '3d;4d;7d' $TESTDIR/one/.git/damaged-packed-refs-10 >$TESTDIR/one/.git/damaged-packed-refs.whole && mv -n $TESTDIR/one/.git/damaged-packed-refs.whole $TESTDIR/one/.git/packed-refs
                     hint: git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata 7d9f5a8ba4394810eb21dbb26b690b2f4967afd5 0000000000000000000000000000000000000000
                     hint: git -C $TESTDIR/one update-ref refs/heads/main 3d316f7c951ec921b3f5ca12ccdb39252601bff4 0000000000000000000000000000000000000000
problem  remote      cannot ask for the address of 'origin': fatal: unexpected line in $TESTDIR/one/.git/packed-refs: $$$$6f7c951ec921b3f5ca12ccdb39252601bff4 refs/heads/main
problem  branch      cannot read the ref 'refs/heads/claudestep-metadata': corrupted packed references file
                     hint: once git works here, claudestep doctor tells the way out
3 problems, 0 warnings
6d5
%< 747f0d8c58eb7ee280bfae77ff5b900a5b7137b0 tag\trefs/tags/v1
all is well
$ git pack-refs --all && rm -r .git/logs && sed -i 's/^....\(.* refs\/heads\/claudestep\)/$$$$\1/' .git/packed-refs && ../follow; claudestep project create -q other
problem  ref         '$TESTDIR/one/.git/packed-refs' has a line that git does not understand, and git does nothing with refs meanwhile: line 3 is '$$$$5a8ba4394810eb21dbb26b690b2f4967afd5 refs/heads/claudestep-metadata'
                     hint: the next 3 hints, one after the other, move the file aside and write it anew, with what can be told of that line, after a file that says nothing has taken the place of the branch, which may have been in what is gone: so nothing begins another one; then claudestep doctor looks again
                     hint: mkdir -p $TESTDIR/one/.git/refs/heads && : >>$TESTDIR/one/.git/refs/heads/claudestep-metadata
                     hint: mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs-11
                     hint: LC_ALL=C sed '3d' $TESTDIR/one/.git/damaged-packed-refs-11 >$TESTDIR/one/.git/damaged-packed-refs.whole && mv -n $TESTDIR/one/.git/damaged-packed-refs.whole $TESTDIR/one/.git/packed-refs
problem  branch      cannot read the ref 'refs/heads/claudestep-metadata': corrupted packed references file
                     hint: once git works here, claudestep doctor tells the way out
2 problems, 0 warnings
! error: cannot read the ref 'refs/heads/claudestep-metadata'
!   caused by: corrupted loose reference file: refs/heads/claudestep-metadata
! hint: claudestep doctor
[5]
# Without a reflog a branch whose name is damaged is no branch that never was.
$ cd ../remote.git && git pack-refs --all && sed -i 's/claudestep-metadata/claudestep..metadata/' packed-refs && claudestep project create -q other
! error: cannot read the ref 'refs/heads/claudestep-metadata'
!   caused by: the file packed-refs has a line with a name that no ref may have
! hint: claudestep doctor
[5]
$ ../follow && claudestep project create -q other
problem  ref         '$TESTDIR/remote.git/packed-refs' has a line that git does not understand, and git does nothing with refs meanwhile: line 2 is '7d9f5a8ba4394810eb21dbb26b690b2f4967afd5 refs/heads/claudestep..metadata'
                     hint: the next 3 hints, one after the other, move the file aside and write it anew, with what can be told of that line, after a file that says nothing has taken the place of the branch, which may have been in what is gone: so nothing begins another one; then claudestep doctor looks again
                     hint: mkdir -p $TESTDIR/remote.git/refs/heads && : >>$TESTDIR/remote.git/refs/heads/claudestep-metadata
                     hint: mv -n $TESTDIR/remote.git/packed-refs $TESTDIR/remote.git/damaged-packed-refs
                     hint: LC_ALL=C sed '1{/^#/d};2d' $TESTDIR/remote.git/damaged-packed-refs >$TESTDIR/remote.git/damaged-packed-refs.whole && mv -n $TESTDIR/remote.git/damaged-packed-refs.whole $TESTDIR/remote.git/packed-refs
problem  branch      cannot read the ref 'refs/heads/claudestep-metadata': the file packed-refs has a line with a name that no ref may have
                     hint: once git works here, claudestep doctor tells the way out
2 problems, 0 warnings
! error: cannot read the ref 'refs/heads/claudestep-metadata'
!   caused by: corrupted loose reference file: refs/heads/claudestep-metadata
! hint: claudestep doctor
[5]
