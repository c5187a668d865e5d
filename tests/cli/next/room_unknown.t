# What a reviewer has under way in a project that cannot be read is not known: nothing is claimed for somebody with a limit.
--- file repo/claude-step/auth/configuration.yml
assignee: alice
--- end
$ git init -q repo && cd repo && git add . && git commit -qm 'Plan' && for name in auth free pay; do claudestep project create $name -q; claudestep task add $name --description 'Add login' -q; done
$ git worktree add -q ../w claudestep-metadata && echo '{' >../w/projects/pay.json && git -C ../w commit -qam 'By hand' && git worktree remove ../w
$ claudestep next auth
next in auth: task 1
  description  Add login
  id           0e100ea6
  reviewer     alice
  branch       claude-chain-auth-0e100ea6
! warning: cannot read 'projects/pay.json': line 2, column 1: expected a key in double quotes or '}', found the end of the document: the object that starts at line 1, column 1 is not closed
$ claudestep next auth --claim
! error: cannot say whether 'alice' has room
!   caused by: cannot read 'projects/pay.json': line 2, column 1: expected a key in double quotes or '}', found the end of the document: the object that starts at line 1, column 1 is not closed
! hint: claudestep fsck
[5]
$ claudestep prepare auth
! warning: projects/pay.json is left out: expected a key in double quotes or '}', found the end of the document: the object that starts at line 1, column 1 is not closed
! error: cannot say whether 'alice' has room
!   caused by: cannot read 'projects/pay.json': line 2, column 1: expected a key in double quotes or '}', found the end of the document: the object that starts at line 1, column 1 is not closed
! hint: claudestep fsck
[5]
$ claudestep next free --claim
claimed in free: task 1
  description  Add login
  id           0e100ea6
  branch       claude-chain-free-0e100ea6
  claim        by A U Thor until 2026-01-01T02:05:00Z
$ claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
