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
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago; whether it had merged 'refs/remotes/origin/claudestep-metadata' cannot be told: what was taken away or changed of that may be again as it is there after the next claudestep sync, so look at it then
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/two commit-tree b80c5c7f3ab297e503f262ee03ead323e67fce55 -p 1554da666ee86c168fea60b3150f1b71064d6ee4 -m 'the history between is lost')" c8a35c86d7401af5b4d8356096038bf15572fc57
all is well
# A file is lost besides: its older version is put upon the whole tip alone, so that what was fetched of it counts as newer.
$ cd .. && ./apart three && cd three && git fetch -q && claudestep -q project create mine && ../lose claudestep-metadata:projects/auth.json && ../way
where nobody else has it: the next hint puts 'projects/auth.json' back to the newest version that is whole and keeps all else, upon the newest tip that is whole, 1 move ago; the reflog keeps where the branch was; the next claudestep sync merges 'refs/remotes/origin/claudestep-metadata' again: what was taken away or changed of that may be again as it is there after the next claudestep sync, so look at it then
git -C $TESTDIR/three update-ref refs/heads/claudestep-metadata "$(export GIT_INDEX_FILE="$(mktemp -u)"; git -C $TESTDIR/three read-tree 24b8e03fd3fe537a14131606fbd81d93ddba71b6 && git -C $TESTDIR/three update-index --add --cacheinfo 100644,70b1e0c1d7faa5be147ff6172bfa2c8533c9c4f0,projects/auth.json && git -C $TESTDIR/three commit-tree "$(git -C $TESTDIR/three write-tree)" -p 41e21aae94f7b05a85eafc806e340ff27ceb3782 -m '1 file as of an earlier version, the history between is lost'; rm -f "$GIT_INDEX_FILE")" a8f7a804da9d8ec1c3a6ca99271a0de505e11f78
all is well
$ claudestep sync -q && claudestep pr list auth && claudestep list
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  Before
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   0/2  2026-01-01  2026-01-01  -
  gone     empty    0/0  2026-01-01  2026-01-01  -
  mine     empty    0/0  2026-01-01  2026-01-01  -
