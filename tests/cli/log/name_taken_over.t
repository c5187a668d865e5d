# One commit deletes a project and gives its name to another, where nothing else is new.
$ git init -q --bare repo.git && cd repo.git
$ claudestep project create auth -q && claudestep task add auth --description "Add login" -q && claudestep project create docs -q
$ printf '%s\n' '{"op": "delete", "project": "auth"}' '{"op": "rename", "project": "docs", "to": "auth"}' | claudestep apply -
[ee624ab] auth: delete
          docs: rename to auth
$ claudestep log -n 1 && claudestep undo -q && claudestep log -n 1 && claudestep list
ee624ab  2026-01-01 00:02  A U Thor
  auth  renamed from docs
  auth  deleted with 1 task
bcfb6e6  2026-01-01 00:03  A U Thor  undoes ee624ab
  auth  changed former_names
        task 1: added 'Add login'
  docs  created
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  docs     empty         0/0  2026-01-01  2026-01-01  -
