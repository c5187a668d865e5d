# One side renames a project to a name under which the other makes one: the merge gives the new one another
# name, and is held to what each side did to its own.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep -q project create auth && claudestep -q task add auth --description "Add login" && claudestep -q sync --force-first
$ git clone -q --no-checkout ../remote.git ../two && claudestep -C ../two -q init
$ claudestep -q project rename auth login && claudestep -q sync && cd ../two
$ claudestep -q project create login && claudestep -q task add login --description "Print it" && claudestep sync
[17d4f6a] sync 'claudestep-metadata' with 'origin'
  fetched 234e964..e31ff04
  merged  both sides
  pushed  e31ff04..17d4f6a
  gave way: login-2: project: kept 'login-2', gave up 'login'
$ claudestep fsck --frame && git ls-tree -r --name-only claudestep-metadata projects
2 files checked: nothing found
projects/login-2.json
projects/login.json
! 6 commits held to what they say of themselves
# A merge that leaves the new one out is found.
$ export GIT_INDEX_FILE=$PWD/index && git read-tree claudestep-metadata && git update-index --force-remove projects/login-2.json
$ git update-ref refs/heads/claudestep-metadata $(git commit-tree -p claudestep-metadata^1 -p claudestep-metadata^2 -m "A merge" $(git write-tree))
$ claudestep fsck --frame --local
fa1a8d93746a:projects/login.json: error: the merge drops what 234e964a3606 did to 'login' [frame/lost-update]
  hint: if the lost change should stand, do it again; what a push was refused for, 'claudestep sync --squash' pushes then
fa1a8d93746a:projects/login.json: error: the merge drops what 234e964a3606 did to task 1 [frame/lost-update]
1 file checked: 2 errors
! 6 commits held to what they say of themselves
[1]
