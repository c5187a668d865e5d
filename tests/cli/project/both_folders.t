# A file of the same name on the other shelf, by a commit of somebody else, is never overwritten.
$ git init -q --bare repo.git && cd repo.git && claudestep project create -q auth && claudestep task add -q auth --description 'Add login'
$ git worktree add -q ../meta claudestep-metadata && mkdir ../meta/archive && echo '{"project": "auth", "tasks": [], "pull_requests": []}' >../meta/archive/auth.json
$ git -C ../meta add . && git -C ../meta commit -qm 'archive/auth.json by hand' && git rev-parse claudestep-metadata >tip
$ claudestep project archive auth
! error: cannot archive 'auth': there are both 'projects/auth.json' and 'archive/auth.json'
! hint: to give the one in projects/ another name, if it can be read: claudestep project rename auth NEW
! hint: or remove one of the two by a commit of your own
[4]
$ claudestep project unarchive auth
! error: cannot unarchive 'auth': there are both 'projects/auth.json' and 'archive/auth.json'
! hint: to give the one in projects/ another name, if it can be read: claudestep project rename auth NEW
! hint: or remove one of the two by a commit of your own
[4]
$ claudestep project delete auth
! error: cannot delete 'auth': there are both 'projects/auth.json' and 'archive/auth.json'
! hint: to give the one in projects/ another name, if it can be read: claudestep project rename auth NEW
! hint: or remove one of the two by a commit of your own
[4]
$ claudestep project create auth
! error: cannot create project 'auth': 'auth' already exists
! hint: claudestep show auth
[4]
$ claudestep project create other -q && claudestep project rename other auth
! error: cannot rename 'other' to 'auth': 'auth' already exists
! hint: claudestep show auth
[4]
$ claudestep undo -q claudestep-metadata && git diff --stat $(cat tip) claudestep-metadata
# The way out.
$ claudestep project rename auth login -q && claudestep list --archived && claudestep undo
  PROJECT  STATE            DONE  CREATED     UPDATED     COMPLETED
  auth     empty, archived   0/0  -           -           -
  login    not_started       0/1  2026-01-01  2026-01-01  -
! error: cannot undo 154a88a: 'login' would be 'auth' again, and there is another project 'auth' by now, in the archive
! hint: give that one another name, then try again: claudestep project rename auth NEW
[4]
$ claudestep project unarchive auth -q && git ls-tree -r --name-only claudestep-metadata
.nojekyll
README.md
projects/auth.json
projects/login.json
# Nor where it is a symbolic link, a folder, or cannot be read.
$ git -C ../meta reset -q --hard && cd ../meta && mkdir -p archive && ln -s ../README.md archive/login.json && git add . && git commit -qm link && cd ../repo.git
$ claudestep project archive login
! error: cannot archive 'login': there are both 'projects/login.json' and 'archive/login.json'
! hint: to give the one in projects/ another name, if it can be read: claudestep project rename login NEW
! hint: or remove one of the two by a commit of your own
[4]
$ git -C ../meta rm -q archive/login.json && mkdir -p ../meta/archive/login.json && echo x >../meta/archive/login.json/x && git -C ../meta add . && git -C ../meta commit -qm folder
$ claudestep project archive login
! error: cannot archive 'login': there are both 'projects/login.json' and 'archive/login.json'
! hint: to give the one in projects/ another name, if it can be read: claudestep project rename login NEW
! hint: or remove one of the two by a commit of your own
[4]
$ git -C ../meta rm -qr archive/login.json && mkdir -p ../meta/archive && echo '{' >../meta/archive/login.json && git -C ../meta add . && git -C ../meta commit -qm broken
$ claudestep project archive login --json
! {"kind":"error","version":1,"code":"conflict","message":"cannot archive 'login': there are both 'projects/login.json' and 'archive/login.json'","causes":[],"hints":["to give the one in projects/ another name, if it can be read: claudestep project rename login NEW","or remove one of the two by a commit of your own"],"retryable":false,"place":null}
[4]
$ claudestep apply - <<END
> {"op": "rename", "project": "login", "to": "signin"}
> {"op": "rename", "project": "auth", "to": "login"}
> {"op": "archive", "project": "login"}
> END
! error: cannot archive 'login': there are both 'projects/login.json' and 'archive/login.json'
!   caused by: operation 3 of 3; nothing was written
! hint: to give the one in projects/ another name, if it can be read: claudestep project rename login NEW
! hint: or remove one of the two by a commit of your own
[4]
$ git show claudestep-metadata:archive/login.json
{
# Undo does not overwrite one either, and does not call it a project made anew.
$ git -C ../meta rm -q archive/login.json && git -C ../meta commit -qm 'mended' && claudestep project archive -q login && claudestep project unarchive -q login
$ mkdir -p ../meta/archive && cp ../meta/projects/login.json ../meta/archive/ && git -C ../meta add . && git -C ../meta commit -qm 'once more'
$ claudestep undo claudestep-metadata~1
! error: cannot undo 4f5ddac: there are both 'projects/login.json' and 'archive/login.json'
! hint: to give the one in projects/ another name, if it can be read: claudestep project rename login NEW
! hint: or remove one of the two by a commit of your own
[4]
$ git -C ../meta rm -q projects/login.json && git -C ../meta commit -qm 'the one in projects/ goes' && git -C ../meta log -1 --format=%s && claudestep undo claudestep-metadata
the one in projects/ goes
! error: cannot undo 192edad: it took 'projects/login.json' away, and left 'archive/login.json', which is the same project
! hint: claudestep project unarchive login
[4]
# Another project of that name is in the way until it has another one.
$ cd ../meta && git checkout -q HEAD~1 -- projects && sed -i 's/"created_at": "2026/"created_at": "2025/; s/"id": "[0-9a-f]*"/"id": "0123abcd"/' archive/login.json && git add . && git commit -qm 'two of one name' && git rm -q projects/login.json && git commit -qm 'the new one goes' && cd ../repo.git
$ claudestep undo claudestep-metadata
! error: cannot undo c04bc4a: it took 'projects/login.json' away, and left 'archive/login.json', another of that name
! hint: give that one another name, then try again: claudestep project rename login NEW
[4]
$ claudestep project rename -q login signin && claudestep undo claudestep-metadata~1 && git ls-tree -r --name-only claudestep-metadata
[42d2cb7] login: undo "the new one goes"
.nojekyll
README.md
archive/signin.json
projects/auth.json
projects/login.json
$ git -C ../meta status --short
