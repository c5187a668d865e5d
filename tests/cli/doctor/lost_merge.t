# The merge of what was fetched is lost, and nothing else. What is put in the place of the tip is built on what was fetched as well: else the next sync would bring back what was taken away of it since, and give way to it.
--- file lose
#!/bin/sh
rm -f ".git/objects/$(git rev-parse "$1" | sed 's|..|&/|')"
--- end
--- file way
#!/bin/sh
claudestep doctor | sed -n '/ fsck$/d; /hint: cat/d; s/.*hint: \(where nobody\|git -C\)/\1/p' | tee "$TESTDIR/steps" && sed -i 1d "$TESTDIR/steps" && sh "$TESTDIR/steps" && claudestep doctor | tail -n 1
--- end
--- file apart
#!/bin/sh
# Two clones of one remote: the other has pushed a project and a pull request, this one has written since.
git init -q --bare "$1.git" && git init -q "$1" && cd "$1" && git remote add origin "../$1.git" && claudestep -q project create auth && claudestep -q task add auth --description One && claudestep -q sync --force-first &&
  git clone -q --no-checkout "../$1.git" "../$1-other" && cd "../$1-other" && claudestep -q init && claudestep -q project create gone && claudestep -q pr open auth --task 1 --pr 7 --branch b --title Before && claudestep -q sync && cd "../$1" && claudestep -q task add auth --description Two
--- end
$ chmod +x lose way apart && ./apart one && cd one && git fetch -q && claudestep -q task add auth --description Three && claudestep -q project delete gone && claudestep -q pr retitle auth --pr 7 --title After && ../lose $(git rev-list --merges -n 1 claudestep-metadata) && ../way && claudestep list && claudestep sync -q && claudestep list && claudestep pr list auth
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/one commit-tree 17720657644b844f55ae89f8e41ff1d96fa74c90 -p 7ca04ca6d4b19b16fcd3a821c4a280ac9975e2e3 -p bd5b2427ef61a15ff36bc18115cf8310490a9453 -m 'the history between is lost')" 6a0e9a5e067b2d727c55640f96059f4fb521ce69
all is well
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   0/3  2026-01-01  2026-01-01  -
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   0/3  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
# Two were lost, and what the first of them had merged cannot be told.
$ cd .. && ./apart two && cd two && claudestep -q task add auth --description More && more=$(git rev-parse claudestep-metadata) && git fetch -q && claudestep -q task add auth --description Three && claudestep -q project delete gone && ../lose $(git rev-list --merges -n 1 claudestep-metadata) && ../lose $more && ../way
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago; whether it had merged 'refs/remotes/origin/claudestep-metadata' cannot be told: of 'projects/auth.json', 'projects/gone.json' what was taken away may be there again, and what was changed may give way to what it replaced, here at once and for all with the next claudestep sync, so look at it before that
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/two commit-tree b80c5c7f3ab297e503f262ee03ead323e67fce55 -p 1554da666ee86c168fea60b3150f1b71064d6ee4 -m 'the history between is lost')" c8a35c86d7401af5b4d8356096038bf15572fc57
all is well
# A file is lost besides: its older version is put upon the whole tip alone, so that what was fetched of it counts as newer.
$ cd .. && ./apart three && cd three && git fetch -q && claudestep -q project create mine && ../lose claudestep-metadata:projects/auth.json && ../way
where nobody else has it: the next hint puts 'projects/auth.json' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 1 move ago; the reflog keeps where the branch was; the next claudestep sync merges 'refs/remotes/origin/claudestep-metadata' again: of 'projects/auth.json' what was taken away may be there again, and what was changed may give way to what it replaced, here at once and for all with the next claudestep sync, so look at it before that
git -C $TESTDIR/three update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/three read-tree 24b8e03fd3fe537a14131606fbd81d93ddba71b6 && git -C $TESTDIR/three update-index --add --cacheinfo 100644,70b1e0c1d7faa5be147ff6172bfa2c8533c9c4f0,projects/auth.json && git -C $TESTDIR/three commit-tree "$(git -C $TESTDIR/three write-tree)" -p 41e21aae94f7b05a85eafc806e340ff27ceb3782 -m '1 file as of an earlier version, the history between is lost'; rm -f "$GIT_INDEX_FILE")" a8f7a804da9d8ec1c3a6ca99271a0de505e11f78
all is well
$ claudestep sync -q && claudestep pr list auth && claudestep list
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  Before
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   0/2  2026-01-01  2026-01-01  -
  gone     empty    0/0  2026-01-01  2026-01-01  -
  mine     empty    0/0  2026-01-01  2026-01-01  -
# What was merged is not the newest that was fetched: it is built on what was merged, so what was pushed since is all that a sync adds.
--- file again
#!/bin/sh
# The other pushes one more project, and this one fetches it.
(cd "../$1-other" && claudestep -q project create newer && claudestep -q sync) && git fetch -q
--- end
--- file answer
#!/bin/sh
git fetch -q && claudestep -q task add auth --description Three && claudestep -q project delete gone && claudestep -q pr retitle auth --pr 7 --title After
--- end
--- file look
#!/bin/sh
claudestep list && claudestep pr list auth && claudestep sync -q && claudestep list && claudestep pr list auth
--- end
$ cd .. && chmod +x again answer look && ./apart four && cd four && ../answer && ../again four && ../lose $(git rev-list --merges -n 1 claudestep-metadata)^{tree} && ../way && ../look
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago
git -C $TESTDIR/four update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/four commit-tree 0773015f9c9f20a01a1a1f1ea697ec87b6427303 -p c5fd6fd09d23b64bbd3a05593a39b981551d8862 -p 1fe875614a09d241e3f1c97cf7a05aa6e01c50b5 -m 'the history between is lost')" 49a6b6cd73b90ae8fc3ab84286456015dabfc409
all is well
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   0/3  2026-01-01  2026-01-01  -
  newer    empty    0/0  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   0/3  2026-01-01  2026-01-01  -
  newer    empty    0/0  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
# The same where the merge is lost: every clone makes it of what was fetched before.
$ cd .. && ./apart five && cd five && ../answer && ../again five && ../lose $(git rev-list --merges -n 1 claudestep-metadata) && ../way && ../look
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago
git -C $TESTDIR/five update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/five commit-tree c163270ad0878852a6ad8d7e9c4701592ac46b51 -p 1d365a975e00d84706eab0291a3920841479ce97 -p 2e3a5ab664bf3120d66d29af0ab04998c2deef1a -m 'the history between is lost')" 110328ed37f90b1924fc7b1714e1ae6cd5f30fb0
all is well
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   0/3  2026-01-01  2026-01-01  -
  newer    empty    0/0  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   0/3  2026-01-01  2026-01-01  -
  newer    empty    0/0  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
# A file is lost besides. Its older version was written after the merge, so it takes nothing back.
$ cd .. && ./apart six && cd six && claudestep -q project create mine && ../answer && claudestep -q task add mine --description a && claudestep -q task add mine --description b && ../lose $(git rev-list --merges -n 1 claudestep-metadata)^{tree} && ../lose claudestep-metadata:projects/mine.json && ../way && ../look
where nobody else has it: the next hint puts 'projects/mine.json' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 5 moves ago; the reflog keeps where the branch was
git -C $TESTDIR/six update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/six read-tree 8ebab13401b60e5570a68209aefc09a30640f67b && git -C $TESTDIR/six update-index --add --cacheinfo 100644,aa21952bdd2ca0fd9411331d2e50dcc071139140,projects/mine.json && git -C $TESTDIR/six commit-tree "$(git -C $TESTDIR/six write-tree)" -p 859eac9091eae3f8e3676389b749a600ecebf1b3 -p eccc10eb53420a47fd721b467f432d7fef609d4e -m '1 file as of an earlier version, the history between is lost'; rm -f "$GIT_INDEX_FILE")" 08a97e652a19f401ec67c4be4d680635ebb6a066
all is well
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     active        0/3  2026-01-01  2026-01-01  -
  mine     not_started   0/1  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     active        0/3  2026-01-01  2026-01-01  -
  mine     not_started   0/1  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
# Its older version was written before the merge, and what was fetched changed nothing of it.
$ cd .. && ./apart seven && cd seven && claudestep -q project create mine && claudestep -q task add mine --description a && claudestep -q task add mine --description b && ../answer && ../lose claudestep-metadata:projects/mine.json && ../way && ../look
where nobody else has it: the next hint puts 'projects/mine.json' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 4 moves ago; the reflog keeps where the branch was
git -C $TESTDIR/seven update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/seven read-tree ff0b0d26dfd7ab325b2cdb6cdc250519b7c1e38f && git -C $TESTDIR/seven update-index --add --cacheinfo 100644,cad9290412d4f05290d5c24966c260ebe18b1f11,projects/mine.json && git -C $TESTDIR/seven commit-tree "$(git -C $TESTDIR/seven write-tree)" -p 84c6359aba80cbd26ec9dc01eadd708007903d08 -p 9aff09e556a8b8762ab67f593306cf113b7150c0 -m '1 file as of an earlier version, the history between is lost'; rm -f "$GIT_INDEX_FILE")" c9e697534ffe67eaf53555ac28e0987895add380
all is well
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     active        0/3  2026-01-01  2026-01-01  -
  mine     not_started   0/1  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     active        0/3  2026-01-01  2026-01-01  -
  mine     not_started   0/1  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
# What was fetched changed it under the name that it had before: so it would count as an answer to that.
$ cd .. && ./apart eight && cd eight && claudestep -q project rename auth login && git fetch -q && claudestep -q project delete gone && claudestep -q project create kept && ../lose claudestep-metadata:projects/login.json && ../way && claudestep list && claudestep pr list login
where nobody else has it: the next hint puts 'projects/login.json' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 2 moves ago; the reflog keeps where the branch was; the next claudestep sync merges 'refs/remotes/origin/claudestep-metadata' again: of 'projects/auth.json', 'projects/gone.json' what was taken away may be there again, and what was changed may give way to what it replaced, here at once and for all with the next claudestep sync, so look at it before that
git -C $TESTDIR/eight update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/eight read-tree 29a18804f60c7274081544c8cd6bb2696c29cef3 && git -C $TESTDIR/eight update-index --add --cacheinfo 100644,2e4e7b133e9f0a97d415ded101a246eb27c2f968,projects/login.json && git -C $TESTDIR/eight commit-tree "$(git -C $TESTDIR/eight write-tree)" -p d66fabc3c28dd1c0968a3caa34dc61d729e43d94 -m '1 file as of an earlier version, the history between is lost'; rm -f "$GIT_INDEX_FILE")" 2ca77d7275f4a066da1376bacb0c0902342a1a7d
all is well
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  gone     empty    0/0  2026-01-01  2026-01-01  -
  kept     empty    0/0  2026-01-01  2026-01-01  -
  login    active   0/2  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  Before
# A folder is lost of which what was fetched has nothing; the archive is put together from many commits, and counts as older.
--- file note
#!/bin/sh
# Writes a file of somebody else's into the branch.
export GIT_INDEX_FILE="$TESTDIR/index"
git read-tree claudestep-metadata && git update-index --add --cacheinfo "100644,$(echo "$1" | git hash-object -w --stdin),notes/$1" && git update-ref refs/heads/claudestep-metadata "$(git commit-tree "$(git write-tree)" -p claudestep-metadata -m "note $1")"
--- end
$ cd .. && chmod +x note && ./apart ten && cd ten && ../note a && ../note b && ../answer && ../lose claudestep-metadata:notes && ../way && claudestep list && claudestep pr list auth && git ls-tree --name-only claudestep-metadata notes/
where nobody else has it: the next hint puts 'notes/' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 4 moves ago; the reflog keeps where the branch was
git -C $TESTDIR/ten update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/ten read-tree "$(git -C $TESTDIR/ten ls-tree 7c92d50331df8f63f5f41d941856633bad92f144 | sed -e "s/^040000 tree 3683f870be446c7cc05ffaef9fa06415276e1828/040000 tree aaff74984cccd156a469afa7d9ab10e4777beb24/" | git -C $TESTDIR/ten mktree --missing)" && git -C $TESTDIR/ten commit-tree "$(git -C $TESTDIR/ten write-tree)" -p c129fe46c7086a3e7776fd08e7f54c0c9b5d6cd9 -p 5c38baf10fc1d94aced81988b2260b9fd5b857d6 -m '1 folder as of an earlier version, the history between is lost'; rm -f "$GIT_INDEX_FILE")" 9f79f8fdd22cb86f42cf0ed23609b0c86913a11a
all is well
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   0/3  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
notes/a
$ cd .. && ./apart eleven && cd eleven && claudestep -q project create old && ../answer && claudestep -q project archive old && ../lose claudestep-metadata:archive && ../lose $(git rev-list --merges -n 1 claudestep-metadata)^{tree} && ../way
where nobody else has it: the next hint puts 'archive/' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 4 moves ago; the reflog keeps where the branch was; the next claudestep sync merges 'refs/remotes/origin/claudestep-metadata' again: of 'projects/auth.json', 'projects/gone.json' what was taken away may be there again, and what was changed may give way to what it replaced, here at once and for all with the next claudestep sync, so look at it before that
git -C $TESTDIR/eleven update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/eleven read-tree "$(git -C $TESTDIR/eleven ls-tree 443c40c1498968f47147733d9af01e84d0a1936d | sed -e '/^040000 tree 1a1f95f1dc4f9503f3aa405445e9706c8c87a6a4/d' | git -C $TESTDIR/eleven mktree --missing)" && git -C $TESTDIR/eleven update-index --add --cacheinfo 100644,0a7435b391acbc7a6a5dd09cf8949c170dd84c14,archive/old.json && git -C $TESTDIR/eleven commit-tree "$(git -C $TESTDIR/eleven write-tree)" -p 5db4cc215e03ec75e50f3802a4c591cfe24c11f1 -m '1 folder as of an earlier version, the history between is lost'; rm -f "$GIT_INDEX_FILE")" 63d551cf132340df032d90307dd6ecfe7498fdfc
all is well
# Nothing is noted of the remote any more.
$ cd .. && ./apart nine && cd nine && ../answer && ../lose $(git rev-list --merges -n 1 claudestep-metadata) && git update-ref -d refs/remotes/origin/claudestep-metadata && ../way
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago; what it may have merged of the remote 'origin' is not noted: of that what was taken away may be there again after the next claudestep sync, and what was changed may give way to what it replaced, so look at it then
git -C $TESTDIR/nine update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/nine commit-tree 6db03da3a725c6dd2e87470e1d444391c8eda5f6 -p 6b4ccbdbfdbc8c96aca7115f20e861f62cddd9ca -m 'the history between is lost')" 2b6f84e2678ace38c3fda5dba90e9f827a943044
all is well
