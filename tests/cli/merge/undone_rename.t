# A rename that both know is taken back on one side, and the project's name goes to another on the other. The remote
# holds every push to what its commits say (claudestep hooks install).
--- file start
#!/bin/sh
mkdir "$TESTDIR/$1" && cd "$TESTDIR/$1" && git init -q --bare remote.git && claudestep -q -C remote.git hooks install && git init -q one
cd one && git remote add origin ../remote.git && claudestep -q project create old && claudestep -q task add old --description "Write"
claudestep -q pr open old --task 1 --pr 7 --branch b && echo '{"operation_id": "o1", "type": "PRCreation", "model": "m", "cost_usd": 5}' >run.json
claudestep -q op add old --pr 7 --ops run.json && claudestep -q project create a && claudestep -q project rename old new && claudestep -q sync --force-first
git clone -q --no-checkout ../remote.git ../two && claudestep -C ../two -q init
--- end
--- file meet
#!/bin/sh
claudestep sync -q && claudestep -C ../two sync | sed -n '/gave way/p' && cd ../two && git ls-tree -r --name-only claudestep-metadata projects archive && claudestep costs | tail -1 && claudestep fsck --frame
--- end
$ export TESTDIR && chmod +x start meet
# Another got the name that it has again: of the two it has a name of its own, and was called that name before.
$ ./start a && cd a/one && claudestep -q project rename a old && claudestep -C ../two -q undo && claudestep -C ../two -q task add old --description "Print" && ../../meet
  gave way: old-2: project: kept 'old-2', gave up 'old'
projects/old-2.json
projects/old.json
1 AI operation for 1 pull request: $5.00, 0 tokens in, 0 out, 0s
2 files checked: nothing found
! 10 commits held to what they say of themselves
$ git -C ../two show claudestep-metadata:projects/old-2.json | sed -n '/former/,/]/p'
  "former_names": [
    "old"
  ],
# A merge that forgets a name which nobody took back is found.
$ cd .. && git -C two branch theirs claudestep-metadata && claudestep -C two -q project rename old-2 print && claudestep -C two -q --ref theirs task add old --description "Bind" && cd two
$ export GIT_INDEX_FILE=$PWD/index && git read-tree claudestep-metadata && git show theirs:projects/old.json >old.json && git show claudestep-metadata:projects/print.json | sed '/"old-2"/d; s/"old",/"old"/' >print.json
$ for f in old print; do git update-index --add --cacheinfo 100644,$(git hash-object -w $f.json),projects/$f.json; done; unset GIT_INDEX_FILE
$ git update-ref refs/heads/claudestep-metadata $(git commit-tree -p claudestep-metadata -p theirs -m "A merge" $(GIT_INDEX_FILE=$PWD/index git write-tree)) && claudestep fsck --frame --local
2136a4c9dd9c:projects/print.json: error: the merge drops what 187a499a154f did to the former names of the project [frame/lost-update]
  hint: if the lost change should stand, do it again; what a push was refused for, 'claudestep sync --squash' pushes then
2 files checked: 1 error
! 13 commits held to what they say of themselves
[1]
# Both gave the name that it left to another. On one side the project is under its old name, which says nothing, on the other it has a third.
$ ../../start b && cd ../../b/one && claudestep -q undo && claudestep -q project create new && claudestep -C ../two -q project rename new third && claudestep -C ../two -q project create new && ../../meet
  gave way: third: project: kept 'third', gave up 'old'
projects/a.json
projects/new.json
projects/third.json
1 AI operation for 1 pull request: $5.00, 0 tokens in, 0 out, 0s
3 files checked: nothing found
! 11 commits held to what they say of themselves
# The same where another that was there got the name, and where the one that was taken back was put away.
$ ../../start c && cd ../../c/one && claudestep -q undo && claudestep -q project create new && claudestep -C ../two -q project rename new third && claudestep -C ../two -q project rename a new && ../../meet
  gave way: new-2: project: kept 'new-2', gave up 'new'
  gave way: third: project: kept 'third', gave up 'old'
projects/new-2.json
projects/new.json
projects/third.json
1 AI operation for 1 pull request: $5.00, 0 tokens in, 0 out, 0s
3 files checked: nothing found
! 11 commits held to what they say of themselves
$ ../../start d && cd ../../d/one && claudestep -q undo && claudestep -q project archive old 2>&1 | grep -v "open pull" ; claudestep -q project create new && claudestep -C ../two -q project rename new third && claudestep -C ../two -q project create new && claudestep -C ../two -q task add third --description "Print" && ../../meet
  gave way: third: project: kept 'third', gave up 'old'
  gave way: third: archive: kept 'projects', gave up 'archived'
projects/a.json
projects/new.json
projects/third.json
1 AI operation for 1 pull request: $5.00, 0 tokens in, 0 out, 0s
3 files checked: nothing found
! 13 commits held to what they say of themselves
