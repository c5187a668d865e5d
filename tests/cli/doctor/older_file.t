# The file of one project is lost, deep below what was written since in others. The last hint puts an earlier version of that one file in its place and keeps all else; a sync goes on from there.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create -q auth && claudestep sync -q --force-first
$ for task in One Two Three; do claudestep task add -q auth --description $task; done; claudestep project create -q web && claudestep task add -q web --description Page && claudestep project archive -q web
$ lose() { rm -f .git/objects/$(git rev-parse "$1" | sed 's|..|&/|'); } && lose claudestep-metadata:projects/auth.json && claudestep doctor | grep -A9 'problem  tip'
problem  tip         the tip of 'refs/heads/claudestep-metadata' is not whole: its 'projects/auth.json' (de1d83cc48969133cd648ebb60084cf53209c141) is missing: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
                     hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
                     hint: cat $TESTDIR/one/.git/logs/refs/heads/claudestep-metadata
                     hint: where nobody else has it: the next hint puts 'projects/auth.json' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 4 moves ago; the reflog keeps where the branch was
                     hint: git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/one read-tree 9bfad4023778b5b5cf69b805a6fe035f497ab756 && git -C $TESTDIR/one update-index --add --cacheinfo 100644,80f0df42e66f8c692dd1a27974737b85b5f05bdf,projects/auth.json && git -C $TESTDIR/one commit-tree "$(git -C $TESTDIR/one write-tree)" -p 38cb9246ca5acdc509d728be375a56d53b095728 -m '1 file as of an earlier version, the history between is lost'; rm -f "$GIT_INDEX_FILE")" d429db8fbf2e92167143b2220b2f3b120d467521
problem  files       1 project file cannot be read, the first of them 'projects/auth.json': the blob de1d83cc48969133cd648ebb60084cf53209c141 is missing
                     hint: claudestep fsck
ok       objects     32 loose objects
ok       worktree    the branch is checked out nowhere
2 problems, 0 warnings
# As printed, without a name that git knows, from another folder.
$ (unset GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL; claudestep doctor | sed -n 's/.*hint: \(git -C .*update-ref\)/\1/p' >../way; cd / && sh "$TESTDIR/way") && claudestep task list auth && claudestep task list web && claudestep doctor | tail -n 1
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
  TASK  ID        STATUS          DESCRIPTION
     1  0a30a815  pending, ready  Page
all is well
$ claudestep fsck --strict && claudestep fsck --frame && git status --short
2 files checked: nothing found
8550ae6a35c4:archive/web.json: note: 'claudestep' made '1 file as of an earlier version, the history between is lost': it adds the project 'web' [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
2 files checked: 1 note
! 3 commits held to what they say of themselves
$ claudestep sync && claudestep task add -q auth --description 'Three again' && claudestep sync -q && git -C ../remote.git fsck --strict && cd .. && git clone -q remote.git two 2>/dev/null; cd two && claudestep task list auth
[8550ae6] sync 'claudestep-metadata' with 'origin'
  pushed  31eef34..8550ae6
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  f1c894f7  pending, ready  Three again
! notice: HEAD points to an unborn branch (main)
# Later it is refused.
$ cd ../one && sh ../way
! fatal: update_ref failed for ref 'refs/heads/claudestep-metadata': cannot lock ref 'refs/heads/claudestep-metadata': is at f6eeedcf51408746d681339c1174161175a51f55 but expected d429db8fbf2e92167143b2220b2f3b120d467521
[128]
# Several files, one of which lies on the other shelf since; a work tree on the branch; an odd name.
$ git worktree add -q ../tree claudestep-metadata && echo 1 >"../tree/it's" && git -C ../tree add . && git -C ../tree commit -q -m odd && claudestep task add -q auth --description Four && echo 2 >"../tree/it's" && git -C ../tree commit -q -a -m odd && claudestep project create -q late && claudestep project unarchive -q web && claudestep task add -q web --description Footer
$ lose() { rm -f .git/objects/$(git rev-parse "$1" | sed 's|..|&/|'); }; for path in projects/auth.json projects/web.json "it's"; do lose "claudestep-metadata:$path"; done; rm -f ../tree/projects/*.json "../tree/it's"; claudestep doctor | sed -n '/ fsck$/d; s/.*hint: \(where nobody\|git -C\)/\1/p' | tee ../way && sed 1d ../way | sh
where nobody else has it: the next 4 hints, one after the other, put 'it's', 'projects/auth.json', 'projects/web.json' back to the newest version that is whole and keep all else, upon the newest tip that is whole, 5 moves ago; the reflog keeps where the branch was, and git stash what a work tree shows of the lost tip
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/one read-tree cee82f45c6f1fb66b9827a98ccf744eed0984ccf && git -C $TESTDIR/one update-index --add --cacheinfo '100644,d00491fd7e5bb6fa28c517a0bb32b8b506539d4d,it'\''s' --cacheinfo 100644,990c5e3e9e8b49936cb5536e1884c564fc0ce241,projects/auth.json --cacheinfo 100644,feda02c59fda0ddc2f5b7ad946a98e0f5a23d31e,projects/web.json && git -C $TESTDIR/one commit-tree "$(git -C $TESTDIR/one write-tree)" -p 0a032369115e39fa9096cd3c3d58dabd077b0dd1 -m '3 files as of an earlier version, the history between is lost'; rm -f "$GIT_INDEX_FILE")" be0ba1949d3b59fd1092e7f7adc2f7919574d210
git -C $TESTDIR/tree update-index --force-remove -- 'it'\''s' projects/auth.json projects/web.json
git -C $TESTDIR/tree --literal-pathspecs reset -q -- 'it'\''s' projects/auth.json projects/web.json
git -C $TESTDIR/tree stash
Saved working directory and index state WIP on claudestep-metadata: e390d24 3 files as of an earlier version, the history between is lost
$ claudestep doctor | tail -n 1; claudestep list && claudestep task list web && git show "claudestep-metadata:it's" && git -C ../tree status --short && claudestep fsck --strict && claudestep sync
all is well
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/3  2026-01-01  2026-01-01  -
  late     empty         0/0  2026-01-01  2026-01-01  -
  web      not_started   0/1  2026-01-01  2026-01-01  -
  TASK  ID        STATUS          DESCRIPTION
     1  0a30a815  pending, ready  Page
1
3 files checked: nothing found
[e390d24] sync 'claudestep-metadata' with 'origin'
  pushed  f6eeedc..e390d24
# A file that has no earlier version: the branch goes back as a whole.
$ claudestep project create -q new && lose() { rm -f .git/objects/$(git rev-parse "$1" | sed 's|..|&/|'); } && lose claudestep-metadata:projects/new.json && rm -f ../tree/projects/new.json && claudestep doctor | sed -n '/ fsck$/d; s/.*hint: \(where nobody\|git -C\)/\1/p'
where nobody else has it: the next 4 hints, one after the other, go back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was, and git stash what a work tree shows of the lost tip
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata e390d247134e2b1fc24376e3efba610c6ae61746 8a9a662e8d64bcc1d75e77d9d97c511d227b20a7
git -C $TESTDIR/tree update-index --force-remove -- projects/new.json
git -C $TESTDIR/tree --literal-pathspecs reset -q -- projects/new.json
git -C $TESTDIR/tree stash
# A version of what had the name before is none of its: the name was given to another project since, in one commit with the rename, or with its deletion.
$ cd .. && git init -q three && cd three && claudestep project create -q auth && claudestep task add -q auth --description A1 && git branch start claudestep-metadata
$ printf '%s\n' '{"op":"rename","project":"auth","to":"login"}' '{"op":"create-project","project":"auth"}' '{"op":"add-task","project":"auth","description":"N1"}' >../renamed && claudestep apply -q ../renamed && claudestep project create -q web && lose() { rm -f .git/objects/$(git rev-parse "$1" | sed 's|..|&/|'); } && lose claudestep-metadata:projects/auth.json && claudestep doctor | sed -n 's/.*hint: \(where nobody\|git -C .*update-ref\)/\1/p'
where nobody else has it: the next hint goes back to the newest tip that is whole, 2 moves ago, without what was written since, in all projects; the reflog keeps where the branch was
git -C $TESTDIR/three update-ref refs/heads/claudestep-metadata 64156444cb3ad18fca98d3a5595eb6f7336c0c2d 50f1ba631b83a0cecb985b04669098f166c3b2c0
$ git update-ref refs/heads/claudestep-metadata start && printf '%s\n' '{"op":"delete","project":"auth"}' '{"op":"create-project","project":"auth"}' '{"op":"add-task","project":"auth","description":"N2"}' >../made && claudestep apply -q ../made && claudestep project create -q web && lose() { rm -f .git/objects/$(git rev-parse "$1" | sed 's|..|&/|'); } && lose claudestep-metadata:projects/auth.json && claudestep doctor | sed -n 's/.*hint: \(where nobody\|git -C .*update-ref\)/\1/p'
where nobody else has it: the next hint goes back to the newest tip that is whole, 2 moves ago, without what was written since, in all projects; the reflog keeps where the branch was
git -C $TESTDIR/three update-ref refs/heads/claudestep-metadata 64156444cb3ad18fca98d3a5595eb6f7336c0c2d 3fce1809a8b956a8a4c7ad7d9a510da78e84787c
