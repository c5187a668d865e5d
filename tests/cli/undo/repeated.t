# Without a commit, undo takes back the newest one each time: repeated, it takes back the undoing.
$ git init -q --bare repo.git && cd repo.git && claudestep project create auth >out
$ claudestep task add auth --description 'Add login' >out && git rev-parse claudestep-metadata >added
$ claudestep undo -q && claudestep undo -q && claudestep task list auth --json | grep -c '"description"'
1
# With the commit named, or with an operation id, a repeat changes nothing.
$ claudestep undo $(cat added) --op-id run1 >out; claudestep undo --op-id run1 | sed 's/ in .*//'
nothing to do: 'run1' was done
$ claudestep undo $(cat added)
nothing to do: auth: undo "add task 'Add login'"
$ claudestep task list auth
! no task to show
