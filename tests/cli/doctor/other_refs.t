# Other refs that are broken: git fetches nothing and pushes nothing beside them.
--- file follow
#!/bin/sh
# Runs the commands that doctor prints, as they are printed, and shows them.
claudestep doctor | grep '^problem'; claudestep doctor | sed -n 's/.*hint: \(mv\|cat\) /\1 /p' >"$TESTDIR/steps"; cat "$TESTDIR/steps"; sh "$TESTDIR/steps" 2>&1 | cut -c 42-80; claudestep doctor | tail -n 1
--- end
$ chmod +x follow && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create -q p && claudestep sync -q --force-first && git clone -q ../remote.git ../two && (cd ../two && claudestep task add -q p --description Two && claudestep sync -q) && claudestep task add -q p --description One && git commit -q --allow-empty -m x
! warning: remote HEAD refers to nonexistent ref, unable to checkout
# The file of a branch is empty, as a power cut leaves it.
$ git branch feature && : >.git/refs/heads/feature && claudestep sync
! error: cannot fetch from 'origin'
!   caused by: fatal: bad object refs/heads/feature
!   caused by: error: ../remote.git did not send all necessary objects
! hint: claudestep doctor
[7]
$ claudestep next p --claim
! error: cannot fetch from 'origin'
!   caused by: fatal: bad object refs/heads/feature
!   caused by: error: ../remote.git did not send all necessary objects
! hint: claudestep doctor
! hint: --no-sync claims in this repository alone
[7]
$ claudestep doctor | grep -A 4 ^problem; ../follow && claudestep sync -q && claudestep task list p
problem  remote      'refs/heads/feature' leads to nothing that is here: git fetches nothing beside it, and claudestep sync fails
                     hint: the next hint moves its file aside; the one after it shows its reflog, which says where it was: git update-ref puts it back there
                     hint: mv -n $TESTDIR/one/.git/refs/heads/feature $TESTDIR/one/.git/damaged-refs-heads-feature
                     hint: cat $TESTDIR/one/.git/logs/refs/heads/feature
ok       ref         'refs/heads/claudestep-metadata'
problem  remote      'refs/heads/feature' leads to nothing that is here: git fetches nothing beside it, and claudestep sync fails
mv -n $TESTDIR/one/.git/refs/heads/feature $TESTDIR/one/.git/damaged-refs-heads-feature
cat $TESTDIR/one/.git/logs/refs/heads/feature
d43a72ed4a8045279db87ec7d178c3a8486f4d1
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
# A tag and a remote-tracking ref name what is not here.
$ git -C ../two commit -q --allow-empty -m y && claudestep task add -q p --description Three && git update-ref refs/tags/v1 HEAD && echo 1234567890123456789012345678901234567890 | tee .git/refs/tags/v1 >.git/refs/remotes/origin/side && claudestep sync
! error: cannot fetch from 'origin'
!   caused by: fatal: bad object refs/remotes/origin/side
!   caused by: error: ../remote.git did not send all necessary objects
! hint: claudestep doctor
[7]
$ ../follow && claudestep sync -q
problem  remote      'refs/remotes/origin/side' leads to nothing that is here: git fetches nothing beside it, and claudestep sync fails
problem  remote      'refs/tags/v1' leads to nothing that is here: git fetches nothing beside it, and claudestep sync fails
mv -n $TESTDIR/one/.git/refs/remotes/origin/side $TESTDIR/one/.git/damaged-refs-remotes-origin-side
mv -n $TESTDIR/one/.git/refs/tags/v1 $TESTDIR/one/.git/damaged-refs-tags-v1
all is well
# What notes the default branch of the remote: no fetch writes that anew.
$ git -C ../remote.git symbolic-ref HEAD refs/heads/side && git push -q origin HEAD:refs/heads/side && : >.git/refs/remotes/origin/HEAD && claudestep doctor | grep -A 3 ^problem; claudestep doctor | sed -n 's/.*hint: \(mv\|git -C\) /\1 /p' >../steps; sh ../steps && git symbolic-ref refs/remotes/origin/HEAD && claudestep doctor | tail -n 1
problem  remote      'refs/remotes/origin/HEAD' leads to nothing that is here: git fetches nothing beside it, and claudestep sync fails
                     hint: the next hint moves its file aside; the one after it asks the remote for its default branch, and writes it anew
                     hint: mv -n $TESTDIR/one/.git/refs/remotes/origin/HEAD $TESTDIR/one/.git/damaged-refs-remotes-origin-HEAD
                     hint: git -C $TESTDIR/one remote set-head origin --auto
problem  ref         cannot read the ref 'refs/remotes/origin/HEAD': corrupted loose reference file: refs/remotes/origin/HEAD
ok       branch      'claudestep-metadata' holds all that was fetched
ok       tip         the tip is whole
ok       files       1 project file, all in the form 2.0
origin/HEAD set to side
refs/remotes/origin/side
all is well
# The same in the packed refs.
$ git tag v2 && git pack-refs --all && sed -i 's/^.* refs\/tags\/v2$/1234567890123456789012345678901234567890 refs\/tags\/v2/' .git/packed-refs && claudestep doctor | grep -A 2 ^problem; git update-ref -d refs/tags/v2 && claudestep doctor | tail -n 1
problem  remote      'refs/tags/v2' leads to nothing that is here: git fetches nothing beside it, and claudestep sync fails
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/one fetch --refetch origin
all is well
# A pipe in the place of one: nobody waits for what comes out of it.
$ mkfifo .git/refs/heads/pipe && claudestep task add -q p --description Four && claudestep sync
! error: the ref 'refs/heads/pipe' has no file
!   caused by: a pipe or a device is in its place, and git waits there without end
! hint: claudestep doctor
[5]
$ ../follow && claudestep sync -q
problem  remote      'refs/heads/pipe' is a pipe or a device: git waits there without end, and claudestep sync fails
mv -n $TESTDIR/one/.git/refs/heads/pipe $TESTDIR/one/.git/damaged-refs-heads-pipe
all is well
# In the place of the branch.
$ cp .git/refs/heads/claudestep-metadata ../tip && rm .git/refs/heads/claudestep-metadata && mkfifo .git/refs/heads/claudestep-metadata && claudestep list
! error: cannot read the ref 'refs/heads/claudestep-metadata'
!   caused by: '$TESTDIR/one/.git/refs/heads/claudestep-metadata' is no file
! hint: cat "$(git rev-parse --path-format=absolute --git-path logs/refs/heads/claudestep-metadata)"
[5]
$ claudestep doctor | grep '^problem' && claudestep doctor | sed -n 's|.*hint: \(mv\)|\1|p; s|.*hint: \(git .* update-ref\)|\1|p' | sh; claudestep doctor | tail -n 1
problem  branch      cannot read the ref 'refs/heads/claudestep-metadata': '$TESTDIR/one/.git/refs/heads/claudestep-metadata' is no file
all is well
# A folder in the place of the packed refs: git reads no ref, which is no lost commit.
$ claudestep task add -q p --description Five && rm -f .git/packed-refs && mkdir .git/packed-refs && claudestep sync
! error: cannot ask for the address of 'origin'
!   caused by: fatal: couldn't read $TESTDIR/one/.git/packed-refs: Is a directory
! hint: claudestep doctor
[7]
$ claudestep doctor | grep -A 3 '^problem' && ../follow
problem  remote      cannot ask for the address of 'origin': fatal: couldn't read $TESTDIR/one/.git/packed-refs: Is a directory
ok       remote      'origin'
warning  remote      'refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata' is broken: while it is there, git fetch is refused
                     hint: it only notes where a fetch landed: the next claudestep sync removes it
problem  ref         cannot read the ref 'refs/remotes/origin/HEAD': '$TESTDIR/one/.git/packed-refs' is no file
problem  branch      cannot read the ref 'refs/heads/claudestep-metadata': '$TESTDIR/one/.git/packed-refs' is no file
                     hint: cat $TESTDIR/one/.git/logs/refs/heads/claudestep-metadata
                     hint: beside what stands in the place of the file of packed refs git reads no ref: the next hint moves it aside; where refs were packed before, their reflogs know where they were; then claudestep doctor looks again
                     hint: mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs
problem  remote      cannot ask for the address of 'origin': fatal: couldn't read $TESTDIR/one/.git/packed-refs: Is a directory
problem  ref         cannot read the ref 'refs/remotes/origin/HEAD': '$TESTDIR/one/.git/packed-refs' is no file
problem  branch      cannot read the ref 'refs/heads/claudestep-metadata': '$TESTDIR/one/.git/packed-refs' is no file
cat $TESTDIR/one/.git/logs/refs/heads/claudestep-metadata
mv -n $TESTDIR/one/.git/packed-refs $TESTDIR/one/.git/damaged-packed-refs
b61ea395bc090337bbfd9a7e55ec5b8373a4a0b
8762e3e3af59803ae1e0d5de5180f6cb2b0b785
f0e968beacb00ae6136a4bfddfb2f81d6d233d3
72be3a3a123b5ef0a89e619f7bfafe1f24e6810
de4e31f90d4a1f08aae62e8017d599b97de80a6
de4e31f90d4a1f08aae62e8017d599b97de80a6
858cae73b27687cfaf4f25c531b7ab8ca4e9e66
all is well
# Of a remote whose name begins with that of another one, which sorts first.
$ git init -q --bare ../more.git && git -C ../more.git update-ref refs/heads/side $(git -C ../more.git commit-tree -m side $(git -C ../more.git mktree </dev/null)) && git config remote.orig.url ../none.git && git config remote.orig/more.url ../more.git && git config remote.orig/more.fetch '+refs/heads/*:refs/remotes/orig/more/*' && git fetch -q orig/more && rm .git/objects/$(git rev-parse orig/more/side | sed 's|..|&/|') && claudestep doctor | grep -A 2 ^problem; claudestep doctor | sed -n 's/.*hint: \(git .* fetch\)/\1/p' | sh; claudestep doctor | tail -n 1
problem  remote      'refs/remotes/orig/more/side' leads to nothing that is here: git fetches nothing beside it, and claudestep sync fails
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/one fetch --refetch orig/more
all is well
