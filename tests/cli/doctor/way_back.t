# Objects of the tip are lost, and a work tree has the branch checked out. The last hints of doctor, run as they are printed, lead back.
# A tree is gone, which the index of the work tree still stands for.
$ git init -q one && cd one && claudestep project create -q p && claudestep task add -q p --description One && git worktree add -q "../its tree" claudestep-metadata && claudestep task add -q p --description Two
$ tree=$(git rev-parse claudestep-metadata:projects) && rm -f .git/objects/$(echo $tree | cut -c1-2)/$(echo $tree | cut -c3-)
$ claudestep doctor | sed -n '/ fsck$/d; s/.*hint: \(a work tree still\|where nobody else\|git -C\)/\1/p' | tee way-back && sed 1d way-back | sh
a work tree still has some of what is missing: the next hint writes it anew; then claudestep doctor looks again
git -C '$TESTDIR/its tree' ls-files --stage -z | (export GIT_INDEX_FILE="$(mktemp -u)"; git -C '$TESTDIR/its tree' update-index -z --index-info && git -C '$TESTDIR/its tree' write-tree; rm -f "$GIT_INDEX_FILE")
d3d7cb170fac7b9d00544bc41a1124c9e91f3fdf
$ claudestep task add p --description Three && git -C "../its tree" status --short && claudestep doctor | tail -n 1
[66a6690] p: add task 'Three'
all is well
# The commit is gone: nobody can tell what the work tree shows from changes of somebody's own.
$ tip=$(git rev-parse claudestep-metadata) && rm -f .git/objects/$(echo $tip | cut -c1-2)/$(echo $tip | cut -c3-)
$ claudestep doctor | sed -n '/ fsck$/d; s/.*hint: \(where nobody else\|git -C\)/\1/p' | tee way-back && sed 1d way-back | sh
where nobody else has it: the next 2 hints, one after the other, go back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was, and git stash what a work tree shows of the lost tip
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata e8d3650de79a5c856c95813e92cbd6d806d74e69 66a66904e5830eb726000de591a94e41f63ba54d
git -C '$TESTDIR/its tree' stash
Saved working directory and index state WIP on claudestep-metadata: e8d3650 p: add task 'Two'
$ claudestep task add p --description Four && git -C "../its tree" status --short && claudestep doctor | tail -n 1
[97deb8d] p: add task 'Four'
all is well
# What was lost is there to be looked at.
$ git show stash@{0}:projects/p.json | grep description
      "description": "One",
      "description": "Two",
      "description": "Three",
# A file is gone that the work tree still has: it is written anew, and neither the last write nor what somebody staged is lost.
--- file follow
#!/bin/sh
# Runs what doctor prints as the way, as it is printed.
claudestep doctor | sed -n '/ fsck$/d; s/.*hint: \(a work tree still\|where nobody else\|git -C\)/\1/p' | tee way-back && sed 1d way-back | sh
--- end
$ cd .. && chmod +x follow && lose() { rm -f .git/objects/$(echo $1 | cut -c1-2)/$(echo $1 | cut -c3-); } && git init -q two && cd two && claudestep project create -q p && claudestep task add -q p --description One && git worktree add -q ../w claudestep-metadata && claudestep task add -q p --description Two && echo staged >../w/notes && git -C ../w add notes && lose $(git rev-parse claudestep-metadata:projects/p.json) && ../follow
a work tree still has some of what is missing: the next hint writes it anew; then claudestep doctor looks again
git -C $TESTDIR/w hash-object -w -- projects/p.json
8c3db1af7def00a9c5506a8e40852930db4d253a
$ claudestep doctor | grep problem; claudestep task list p && git -C ../w status --short && git fsck
0 problems, 1 warning
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
A  notes
dangling blob 19d9cc8584ac2c7dcf57d2680375e80f099dc481
! notice: HEAD points to an unborn branch (main)
# The file was changed there as well: what is staged beside it is put aside so that it can be brought back.
$ lose() { rm -f .git/objects/$(echo $1 | cut -c1-2)/$(echo $1 | cut -c3-); } && lose $(git rev-parse claudestep-metadata:projects/p.json) && echo >>../w/projects/p.json && echo beside >"../w/it's [x]" && echo new >../w/projects/new && git -C ../w add . :!projects/p.json && lose $(git -C ../w rev-parse :projects/new) && lose "$(git -C ../w rev-parse ":it's [x]")" && rm ../w/projects/new && echo other >>"../w/it's [x]" && ../follow
where nobody else has it: the next 4 hints, one after the other, go back to the newest tip that is whole, 1 move ago, without what was written since, in all projects; the reflog keeps where the branch was, and git stash what a work tree shows of the lost tip
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata fd31675f0147fd10a03ca66b6b381c894c388c2b f5c8707cf32349fc63d3e71adb4a805d46d32e89
git -C $TESTDIR/w update-index --force-remove -- 'it'\''s [x]' projects/new projects/p.json
git -C $TESTDIR/w --literal-pathspecs reset -q -- 'it'\''s [x]' projects/new projects/p.json
git -C $TESTDIR/w stash
Saved working directory and index state WIP on claudestep-metadata: fd31675 p: add task 'One'
$ claudestep doctor | grep problem; git -C ../w status --short; claudestep task add p --description Three && git -C ../w status --short
?? "it's [x]"
[7bca51b] p: add task 'Three'
?? "it's [x]"
$ git -C ../w stash pop 2>&1 | grep -v '^ *(use\|^$'; git -C ../w diff HEAD --stat; cat ../w/notes
Auto-merging projects/p.json
CONFLICT (content): Merge conflict in projects/p.json
On branch claudestep-metadata
Changes to be committed:
%\tnew file:   notes
Unmerged paths:
%\tboth modified:   projects/p.json
Untracked files:
%\tit's [x]
The stash entry is kept in case you need it again.
 notes           | 1 +
 projects/p.json | 7 +++++++
 2 files changed, 8 insertions(+)
staged
# Names that are too long or too odd for a hint elsewhere are written so that a shell takes them.
$ cd .. && git init -q three && cd three && claudestep project create -q p && claudestep task add -q p --description One && git worktree add -q ../v claudestep-metadata && claudestep task add -q p --description Two
$ export long=$(printf %0120d 0) odd=$(printf -- "-'\\r") && echo 1 >"../v/$odd" && echo 2 >../v/$long && git -C ../v add .
$ lose() { id=$(git -C ../v rev-parse ":$1"); rm .git/objects/$(echo $id | cut -c1-2)/$(echo $id | cut -c3-); } && lose $long && lose "$odd" && lose projects/p.json && ../follow
a work tree still has some of what is missing: the next hint writes it anew; then claudestep doctor looks again
git -C $TESTDIR/v hash-object -w -- "$(printf '\055\047\015')" 000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 projects/p.json
d00491fd7e5bb6fa28c517a0bb32b8b506539d4d
0cfbf08886fca9a91cb753ec8734c84fcbe52c9f
d324e46f663f8a879fa91d5528f3fe4633abdf3b
$ claudestep doctor | grep problem; git -C ../v status --short | cut -c 1-9
0 problems, 1 warning
A  "-'\r"
A  000000
