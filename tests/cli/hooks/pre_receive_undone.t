# Work by hand that was undone and done again before it was pushed brought nothing back that was gone before it.
$ git init -q --bare shared.git && git init -q one && cd one && git remote add origin ../shared.git
$ claudestep project create auth -q && claudestep task add auth --description "Add login" -q && claudestep sync --force-first -q && claudestep -C ../shared.git hooks install -q
$ git worktree add -q ../tree claudestep-metadata && cd ../tree
$ jq --indent 2 '.tasks += [{"index": 2, "id": "00057003", "description": "by hand", "status": "pending"}]' projects/auth.json >../new && cp ../new projects/auth.json && git commit -qam "add a task by hand"
$ claudestep undo && claudestep undo
[1ea6582] auth: undo "add a task by hand"
[c16e4c4] auth: redo "add a task by hand"
$ claudestep sync && claudestep task list auth
[c16e4c4] sync 'claudestep-metadata' with 'origin'
  pushed  9d82817..c16e4c4
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
     2  00057003  pending, ready  by hand
# What was gone on the remote before it is another matter.
$ cp projects/auth.json ../whole && claudestep undo -q && claudestep sync -q && cp ../whole projects/auth.json && git commit -qam "put it back" && claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: 72a895fdeedf:projects/auth.json: error: 'A U Thor' made 'put it back': it brings back task '00057003', which 3e204aee9ba6 took away [push/metadata-lost]
!   caused by: remote:   hint: where the branch has it again, 'claudestep sync --squash' pushes that; else 'claudestep undo COMMIT' takes back all that this commit did, and 'project delete', 'pr reopen' or 'undo' do what was meant
!   caused by: remote: the push is refused: metadata would be lost or broken
!   caused by: error: failed to push some refs to '../shared.git'
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
! hint: where the branch here has all of it again, to push that as one commit: claudestep sync --squash
[7]
