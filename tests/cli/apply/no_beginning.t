# A shallow clone does not know how the branch began: where no project is in projects/ it cannot tell whose the branch is.
$ git init -q -b main one && cd one && claudestep project create auth -q && claudestep task add auth --description One -q
$ git clone -q --depth 1 --no-checkout -b claudestep-metadata file://$PWD ../cut && cd ../cut && claudestep project archive auth
[46f8f32] auth: archive
$ claudestep project create other
! error: cannot tell whether 46f8f32e7f3ba2048c287b69af8286d618260254 is of a metadata branch
!   caused by: this clone is shallow, and the beginning of the branch, which would say it where there is no folder projects/, is not in it
! hint: git fetch --unshallow
! hint: in a workflow: actions/checkout with fetch-depth: 0
[6]
$ claudestep project unarchive auth
! error: cannot tell whether 46f8f32e7f3ba2048c287b69af8286d618260254 is of a metadata branch
!   caused by: this clone is shallow, and the beginning of the branch, which would say it where there is no folder projects/, is not in it
! hint: git fetch --unshallow
! hint: in a workflow: actions/checkout with fetch-depth: 0
[6]
# The way out.
$ git fetch -q --unshallow && claudestep project unarchive auth
[bfa241c] auth: unarchive
