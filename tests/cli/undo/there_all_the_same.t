# A project that a commit took away may be there all the same, under another name: undo does not make it twice.
$ git init -q --bare hub.git && git init -q one && cd one && git remote add origin ../hub.git
$ claudestep -q project create auth && claudestep -q task add auth --description 'Add login' && claudestep -q sync --force-first
# Somebody else had renamed it, so the merge kept it.
$ git clone -q --no-checkout ../hub.git ../two && claudestep -C ../two -q init && claudestep -C ../two -q project rename auth login && claudestep -C ../two -q sync
$ claudestep -q project delete auth && git tag deleted claudestep-metadata && claudestep -q sync
$ claudestep undo deleted; claudestep task list
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  login       1  0e100ea6  pending, ready  Add login
! error: cannot undo c25805e: the project 'auth' that it took away is there, as 'login'
! hint: to give it that name again: claudestep project rename login auth
$ claudestep -q project rename login auth && claudestep task list
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  auth        1  0e100ea6  pending, ready  Add login
# Here it was brought back, and renamed since.
$ claudestep -q project delete auth && git tag again claudestep-metadata && claudestep undo && claudestep -q project rename auth entry
[39c954a] auth: undo "delete"
$ claudestep undo again; claudestep task list
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  entry       1  0e100ea6  pending, ready  Add login
! error: cannot undo 3e5f594: the project 'auth' that it took away is there, as 'entry'
! hint: to give it that name again: claudestep project rename entry auth
# The same of a commit that made another of its name.
$ claudestep -q project rename entry auth && claudestep -q sync && claudestep -C ../two -q sync && claudestep -C ../two -q project rename auth login && claudestep -C ../two -q sync
$ printf '%s\n' '{"op":"delete","project":"auth"}' '{"op":"create-project","project":"auth"}' '{"op":"add-task","project":"auth","description":"Sell"}' >ops && claudestep -q apply ops && git tag anew claudestep-metadata && claudestep -q sync && claudestep task list
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  auth        1  2ec1e281  pending, ready  Sell
  login       1  0e100ea6  pending, ready  Add login
$ claudestep undo anew; claudestep task list
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  auth        1  2ec1e281  pending, ready  Sell
  login       1  0e100ea6  pending, ready  Add login
! error: cannot undo 9e41821: the project 'auth' that it took away is there, as 'login'
# A copy by hand that stood beside it is not what it took away: it comes back.
$ git init -q ../copies && cd ../copies && claudestep -q project create auth && claudestep -q task add auth --description One && git worktree add -q ../wt claudestep-metadata
$ sed 's/"auth"/"copy"/' ../wt/projects/auth.json >../wt/projects/copy.json && git -C ../wt add . && git -C ../wt commit -qm 'a copy by hand' && git worktree remove ../wt
$ claudestep -q project delete copy && claudestep undo && git ls-tree --name-only claudestep-metadata projects/
[a8aedcd] copy: undo "delete"
projects/auth.json
projects/copy.json
# One that had no task is told by its name and its time.
$ git init -q ../empty && cd ../empty && claudestep -q project create auth && git branch side claudestep-metadata && claudestep -q --ref side task add auth --description One
$ claudestep -q project delete auth && git tag gone claudestep-metadata && claudestep -q merge side && claudestep -q project rename auth login
$ claudestep undo gone; git ls-tree --name-only claudestep-metadata projects/
projects/login.json
! error: cannot undo 31ea598: the project 'auth' that it took away is there, as 'login'
! hint: to give it that name again: claudestep project rename login auth
# Another that has that name from before is none.
$ claudestep -q project create auth && claudestep -q project delete auth && claudestep undo && git ls-tree --name-only claudestep-metadata projects/
[8e98192] auth: undo "delete"
projects/auth.json
projects/login.json
