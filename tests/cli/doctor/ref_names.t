# Files among the refs with names that no ref may have: git fetches nothing beside them.
--- file follow
#!/bin/sh
# Runs the commands that doctor prints, as they are printed, and shows them.
claudestep doctor | grep '^problem'; claudestep doctor | sed -n 's/.*hint: mv /mv /p' >"$TESTDIR/steps"; cat "$TESTDIR/steps"; sh "$TESTDIR/steps"; claudestep doctor | tail -n 1; claudestep sync
--- end
$ chmod +x follow && git init -q --bare s.git && git init -q a && cd a && git commit -q --allow-empty -m 1 && git remote add origin ../s.git && claudestep project create -q p && claudestep sync -q --force-first && claudestep task add -q p --description One
# What a synced folder makes of two states of one file; its commit may be nowhere else.
$ git branch -q other claudestep-metadata && claudestep task add -q p --description Two --ref other && cp .git/refs/heads/other ".git/refs/heads/claudestep-metadata (Ann's conflicted copy)" && git branch -q -D other && claudestep sync
! error: cannot fetch from 'origin'
!   caused by: fatal: bad object refs/heads/claudestep-metadata (Ann's conflicted copy)
!   caused by: error: ../s.git did not send all necessary objects
! hint: claudestep doctor
[7]
$ claudestep doctor | grep -A 4 ^problem; claudestep doctor | tail -n 1
problem  remote      'refs/heads/claudestep-metadata (Ann's conflicted copy)' is a file with a name that no ref may have: git takes it for a broken one, and fetches nothing beside it, and claudestep sync fails
                     hint: the next hint moves the file aside; where a program made it, as one that syncs folders, it is better kept away from there
                     hint: mv -n '$TESTDIR/a/.git/refs/heads/claudestep-metadata (Ann'\''s conflicted copy)' $TESTDIR/a/.git/damaged-refs-heads-claudestep-metadata--Ann-s-conflicted-copy-
                     hint: it names the commit 98806ead8a32, which is here; to bring what that has to the branch: claudestep merge 98806ead8a32708968e1e640013918cd9d272ea0
ok       ref         'refs/heads/claudestep-metadata'
1 problem, 0 warnings
$ claudestep doctor | sed -n 's/.*branch: claudestep/claudestep/p' >../merge; ../follow && sh ../merge && claudestep task list p
problem  remote      'refs/heads/claudestep-metadata (Ann's conflicted copy)' is a file with a name that no ref may have: git takes it for a broken one, and fetches nothing beside it, and claudestep sync fails
mv -n '$TESTDIR/a/.git/refs/heads/claudestep-metadata (Ann'\''s conflicted copy)' $TESTDIR/a/.git/damaged-refs-heads-claudestep-metadata--Ann-s-conflicted-copy-
all is well
[8762e3e] sync 'claudestep-metadata' with 'origin'
  pushed  b61ea39..8762e3e
[98806ea] move 'claudestep-metadata' forward to '98806ead8a32708968e1e640013918cd9d272ea0'
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
# An editor's backup, an icon, a name that a terminal cannot show, in any folder.
$ for name in refs/heads/claudestep-metadata~ "refs/heads/Icon$(printf '\r')" refs/Icon? "refs/remotes/origin/a b" "refs/claudestep/$(printf '\377')~" "refs/tags/v1.0." "refs/heads/a (copy)/b"; do mkdir -p ".git/$(dirname "$name")" && : >".git/$name"; done; claudestep doctor | grep -c ^problem; claudestep doctor | grep 'more$'
5
problem  remote      'refs/heads/claudestep-metadata~' is a file with a name that no ref may have: git takes it for a broken one, and fetches nothing beside it, and claudestep sync fails; so it is with 2 more
$ ../follow >/dev/null 2>&1; ../follow
problem  remote      'refs/remotes/origin/a b' is a file with a name that no ref may have: git takes it for a broken one, and fetches nothing beside it, and claudestep sync fails
problem  remote      'refs/tags/v1.0.' is a file with a name that no ref may have: git takes it for a broken one, and fetches nothing beside it, and claudestep sync fails
mv -n '$TESTDIR/a/.git/refs/remotes/origin/a b' $TESTDIR/a/.git/damaged-refs-remotes-origin-a-b
mv -n $TESTDIR/a/.git/refs/tags/v1.0. $TESTDIR/a/.git/damaged-refs-tags-v1.0.
all is well
[98806ea] sync 'claudestep-metadata' with 'origin'
  pushed  8762e3e..98806ea
# Names that git passes over, or allows.
$ mkdir .git/refs/heads/.hidden .git/refs/heads/b.lock && : >.git/refs/heads/.DS_Store && : >.git/refs/heads/.hidden/x~ && : >.git/refs/heads/b.lock/x~ && : >.git/refs/heads/c.lock && cp .git/refs/heads/claudestep-metadata .git/refs/heads/-a && cp .git/refs/heads/claudestep-metadata .git/refs/heads/@ && claudestep doctor | tail -n 1 && claudestep task add -q p --description Three && claudestep sync
all is well
[d6aaa2a] sync 'claudestep-metadata' with 'origin'
  pushed  98806ea..d6aaa2a
# Without a remote it is in nobody's way.
$ git remote remove origin && : >".git/refs/heads/a b" && claudestep doctor | grep -A 2 ^warning
warning  remote      'refs/heads/a b' is a file with a name that no ref may have: git takes it for a broken one, and fetches nothing beside it
                     hint: the next hint moves the file aside; where a program made it, as one that syncs folders, it is better kept away from there
                     hint: mv -n '$TESTDIR/a/.git/refs/heads/a b' $TESTDIR/a/.git/damaged-refs-heads-a-b
