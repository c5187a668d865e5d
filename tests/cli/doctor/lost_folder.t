# A folder of the tip is lost, and projects/ is whole: what was written since in the projects is kept. The folder is put back to its newest version that is whole, or left out where there is none.
--- file way
#!/bin/sh
# Runs what doctor prints as the way, as it is printed.
claudestep doctor | sed -n '/ fsck$/d; /hint: cat/d; s/.*hint: \(where nobody\|git -C\)/\1/p' | tee "$TESTDIR/steps" && sed -i 1d "$TESTDIR/steps" && sh "$TESTDIR/steps" && claudestep doctor | tail -n 1
--- end
--- file lose
#!/bin/sh
rm -f ".git/objects/$(git rev-parse "$1" | sed 's|..|&/|')"
--- end
--- file by-hand
#!/bin/sh
# Writes a file into the branch with git's plumbing: FOLDER/NAME.
export GIT_INDEX_FILE="$TESTDIR/index"
git read-tree claudestep-metadata && git update-index --add --cacheinfo "100644,$(echo "$2" | git hash-object -w --stdin),$1" && git update-ref refs/heads/claudestep-metadata "$(git commit-tree "$(git write-tree)" -p claudestep-metadata -m "write $1")"
--- end
# One that is not claudestep's, of which there was one version.
$ chmod +x way lose by-hand && git init -q one && cd one && claudestep project create -q auth && ../by-hand notes/a one && for task in One Two; do claudestep task add -q auth --description $task; done && ../lose claudestep-metadata:notes && ../way && claudestep task list auth && git ls-tree --name-only claudestep-metadata
where nobody else has it: the next hint leaves out 'notes/', of which no version is whole, and keeps all else, upon the newest tip that is whole, 3 moves ago; the reflog keeps where the branch was
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/one read-tree "$(git -C $TESTDIR/one ls-tree edfb213a5af3df9969c7d0b8078bfdfbbf1f85cb | sed -e '/^040000 tree b1ea253509c6004817f83cd7659ab4e6c38b2981/d' | git -C $TESTDIR/one mktree --missing)" && git -C $TESTDIR/one commit-tree "$(git -C $TESTDIR/one write-tree)" -p 31eef34573011d0834238ec2972a9313eb629ee6 -m '1 folder left out, the history between is lost'; rm -f "$GIT_INDEX_FILE")" 65cf96664f4e80e02e2d3e7627702d072972efec
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
.nojekyll
README.md
projects
# Several versions; of another folder one below it is lost.
$ git init -q ../two && cd ../two && claudestep project create -q auth && ../by-hand notes/a one && ../by-hand plans/x/a one && claudestep task add -q auth --description One && ../by-hand notes/a two && ../by-hand notes/b two && ../by-hand plans/x/a two && ../by-hand "plans/it's" two && claudestep task add -q auth --description Two && ../lose claudestep-metadata:notes && ../lose claudestep-metadata:plans/x && ../way && claudestep task list auth && git grep . claudestep-metadata -- notes plans
where nobody else has it: the next hint puts 'notes/', 'plans/x/' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 5 moves ago; the reflog keeps where the branch was
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/two read-tree "$(git -C $TESTDIR/two ls-tree e43ccddae513995b3be0262e61344e30345d83fe | sed -e "s/^040000 tree ff02a4c6c9ba2aff2c2c46446919e065d1a68528/040000 tree b1ea253509c6004817f83cd7659ab4e6c38b2981/" -e "s/^040000 tree 7c683780e0b4f0a0162c501acbc4d32a8d163877/040000 tree $(git -C $TESTDIR/two ls-tree 7c683780e0b4f0a0162c501acbc4d32a8d163877 | sed -e "s/^040000 tree 8f26825aadcd1e8217d7b7a489f13689fa1010d4/040000 tree b1ea253509c6004817f83cd7659ab4e6c38b2981/" | git -C $TESTDIR/two mktree --missing)/" | git -C $TESTDIR/two mktree --missing)" && git -C $TESTDIR/two commit-tree "$(git -C $TESTDIR/two write-tree)" -p 9829d5e4cb5de04f95e0d59d88838b9b2ea39ab1 -m '2 folders as of an earlier version, the history between is lost'; rm -f "$GIT_INDEX_FILE")" 3e3d1105f4f2d5eab74ab7377170af616f43281d
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
claudestep-metadata:notes/a:one
claudestep-metadata:plans/it's:two
claudestep-metadata:plans/x/a:one
# The archive: what was put away since, or taken back, is on its shelf; the writes to others are kept.
$ git init -q ../three && cd ../three && for name in old past late auth; do claudestep project create -q $name; done && claudestep project archive -q old && claudestep project archive -q past && claudestep task add -q auth --description One && claudestep project unarchive -q past && claudestep project archive -q late && claudestep task add -q auth --description Two && ../lose claudestep-metadata~1:archive && ../way && claudestep list --archived && claudestep task list auth && claudestep fsck && git ls-tree -r --name-only claudestep-metadata archive
where nobody else has it: the next hint puts 'archive/' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 2 moves ago; the reflog keeps where the branch was
git -C $TESTDIR/three update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/three read-tree "$(git -C $TESTDIR/three ls-tree 49ad6376e62a939f2abcc26562b6f86b2095e3ab | sed -e "s/^040000 tree 9cda0903b28d2f6be00c692ebdadb30852e8ff7b/040000 tree 1ebb6999ae52a6d8179c912483833c55ea0b1df2/" | git -C $TESTDIR/three mktree --missing)" && git -C $TESTDIR/three update-index --add --cacheinfo 100644,867faa5cb297cc7f288bd7c66a323a4dfaea23cc,archive/late.json && git -C $TESTDIR/three commit-tree "$(git -C $TESTDIR/three write-tree)" -p 6f5008ba8b41167b67c8334c2ce5917ffa50fea1 -m '1 folder as of an earlier version, the history between is lost'; rm -f "$GIT_INDEX_FILE")" c450b51be68546f3e3513e09088d74915aeb7edb
all is well
  PROJECT  STATE            DONE  CREATED     UPDATED     COMPLETED
  auth     not_started       0/2  2026-01-01  2026-01-01  -
  late     empty, archived   0/0  2026-01-01  2026-01-01  -
  old      empty, archived   0/0  2026-01-01  2026-01-01  -
  past     empty             0/0  2026-01-01  2026-01-01  -
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
4 files checked: nothing found
archive/late.json
archive/old.json
# It was lost with the first that was put away, and so was projects/ of then, which was the same tree.
$ git init -q ../four && cd ../four && claudestep project create -q old && claudestep task add -q old --description Old && claudestep project archive -q old && claudestep project create -q auth && ../lose claudestep-metadata:archive && ../way && claudestep list --archived && claudestep task list old
where nobody else has it: the next hint puts 'archive/' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 3 moves ago; the reflog keeps where the branch was
git -C $TESTDIR/four update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/four read-tree "$(git -C $TESTDIR/four ls-tree a2eac431ddc9d95d31d763226639315bc638ce4a | sed -e '/^040000 tree 226aa57b3a46ab2cf009025abee9bfe66340751d/d' | git -C $TESTDIR/four mktree --missing)" && git -C $TESTDIR/four update-index --add --cacheinfo 100644,f1cf98dbb5f6a7650fcb99b16de286e2def81403,archive/old.json && git -C $TESTDIR/four commit-tree "$(git -C $TESTDIR/four write-tree)" -p 394d65d9655251ed746d9ffaecf142ebef5c6f36 -m '1 folder as of an earlier version, the history between is lost'; rm -f "$GIT_INDEX_FILE")" 9b275420c62c02e7ff677af1c9623956ff256b88
all is well
  PROJECT  STATE            DONE  CREATED     UPDATED     COMPLETED
  auth     empty             0/0  2026-01-01  2026-01-01  -
  old      empty, archived   0/0  2026-01-01  2026-01-01  -
! no task to show
# What the version still has and was taken back since is on one shelf; in a bare repository.
$ git init -q --bare ../back.git && cd ../back.git && for name in auth old past; do claudestep project create -q $name; done && claudestep project archive -q old && claudestep project archive -q past && claudestep project unarchive -q past && claudestep task add -q past --description One && rm "objects/$(git rev-parse claudestep-metadata:archive | sed 's|..|&/|')" && ../way && claudestep list --archived && claudestep task list past && claudestep fsck
where nobody else has it: the next hint puts 'archive/' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 4 moves ago; the reflog keeps where the branch was
git -C $TESTDIR/back.git update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/back.git read-tree "$(git -C $TESTDIR/back.git ls-tree 57f8ff80902d97248d8326682f987c9487a917a9 | sed -e "s/^040000 tree 7735b95043e4db0d6e2cc8d9942ca247e90c8e52/040000 tree f7c6b729287fe4b4543d0118e4b9620285e41820/" | git -C $TESTDIR/back.git mktree --missing)" && printf '0 0000000000000000000000000000000000000000\t%s\n' archive/past.json | git -C $TESTDIR/back.git update-index --index-info && git -C $TESTDIR/back.git commit-tree "$(git -C $TESTDIR/back.git write-tree)" -p a1b20b4d2ba92d7200767eb00769bfbfa4b69edf -m '1 folder as of an earlier version, the history between is lost'; rm -f "$GIT_INDEX_FILE")" aa4abd650fc25d5120a4ef6898a2673635f42ea9
all is well
  PROJECT  STATE            DONE  CREATED     UPDATED     COMPLETED
  auth     empty             0/0  2026-01-01  2026-01-01  -
  old      empty, archived   0/0  2026-01-01  2026-01-01  -
  past     not_started       0/1  2026-01-01  2026-01-01  -
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
3 files checked: nothing found
# A work tree has the branch checked out, since before the folder was changed.
$ git init -q ../tree && cd ../tree && claudestep project create -q auth && ../by-hand notes/a one && ../by-hand notes/b two && claudestep task add -q auth --description One && git worktree add -q ../shown claudestep-metadata && ../lose claudestep-metadata:notes && rm -r ../shown/notes && git -C ../shown rm -q -r --cached notes && ../way && git -C ../shown status --short && claudestep task add auth --description Two && claudestep doctor | tail -n 1
where nobody else has it: the next 2 hints, one after the other, put 'notes/' back to the newest version that is whole and keep all else, upon the newest tip that is whole, 2 moves ago; the reflog keeps where the branch was, and git stash what a work tree shows of the lost tip
git -C $TESTDIR/tree update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/tree read-tree "$(git -C $TESTDIR/tree ls-tree 09fa0baec503bb23a2877d74d17034463ead9759 | sed -e "s/^040000 tree 280bd343acd3b99e6f369110283329b8c3c5be24/040000 tree b1ea253509c6004817f83cd7659ab4e6c38b2981/" | git -C $TESTDIR/tree mktree --missing)" && git -C $TESTDIR/tree commit-tree "$(git -C $TESTDIR/tree write-tree)" -p 164af1ad38f6392dede85c6eae7074a867d652d5 -m '1 folder as of an earlier version, the history between is lost'; rm -f "$GIT_INDEX_FILE")" b70b8c42f63f8b461646122dd8a9873d0d5399d9
git -C $TESTDIR/shown stash
Saved working directory and index state WIP on claudestep-metadata: 3b1125e 1 folder as of an earlier version, the history between is lost
all is well
[08a07df] auth: add task 'Two'
all is well
# A file of a project is lost as well.
$ git init -q ../five && cd ../five && claudestep project create -q auth && claudestep task add -q auth --description One && ../by-hand notes/a one && claudestep project create -q web && claudestep task add -q auth --description Two && ../lose claudestep-metadata:notes && ../lose claudestep-metadata:projects/auth.json && ../way && claudestep list && claudestep task list auth
where nobody else has it: the next hint puts 'projects/auth.json' back to the newest version that is whole, leaves out 'notes/', of which no version is whole, and keeps all else, upon the newest tip that is whole, 3 moves ago; the reflog keeps where the branch was
git -C $TESTDIR/five update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/five read-tree "$(git -C $TESTDIR/five ls-tree 06777da3d6aa77165e03dfe9173e5b3c2905bb8f | sed -e '/^040000 tree b1ea253509c6004817f83cd7659ab4e6c38b2981/d' | git -C $TESTDIR/five mktree --missing)" && git -C $TESTDIR/five update-index --add --cacheinfo 100644,e3458978ec6719bdbb3b4c1073aa8242ce76bad6,projects/auth.json && git -C $TESTDIR/five commit-tree "$(git -C $TESTDIR/five write-tree)" -p 098eec8a545fe471314945b75a138e9c076daf03 -m '1 file as of an earlier version, 1 folder left out, the history between is lost'; rm -f "$GIT_INDEX_FILE")" 360b9485dcd4759278d3f66a9427b0f2ea2b9b3d
all is well
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  web      empty         0/0  2026-01-01  2026-01-01  -
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
# Nothing but the folder was written: the branch goes back.
$ git init -q ../six && cd ../six && claudestep project create -q auth && ../by-hand notes/a one && ../lose claudestep-metadata:notes && ../way && claudestep list
where nobody else has it: the next hint goes back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was
git -C $TESTDIR/six update-ref refs/heads/claudestep-metadata c2d99b64bf083a4a28e3f2ac6a872f22df0e37d9 b1cb86a417342afc279ff4f312118cbec3ba8e80
all is well
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  auth     empty   0/0  2026-01-01  2026-01-01  -
# projects/ itself is lost, with a commit of the history: the newest state that is there is kept, upon the newest tip that is whole.
$ git init -q ../seven && cd ../seven && claudestep project create -q auth && for task in One Two Three; do claudestep task add -q auth --description $task; done && ../lose claudestep-metadata~2 && ../lose claudestep-metadata:projects && ../way && claudestep task list auth
where nobody else has it: the next hint puts all that the branch had 1 move ago, of which nothing but history is lost, upon the newest tip that is whole, 3 moves ago, without what was written since the former, in all projects; the reflog keeps where the branch was
git -C $TESTDIR/seven update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/seven commit-tree e50d43ac8a61b34e34b2ad2abd1d98d310c3a1dc -p ddc2589e325a8b9550f8d94c9b03d9851f6ec885 -m 'the history between is lost')" a791dc6a6f336f9db30a636bcaa3acd78e46669e
all is well
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
