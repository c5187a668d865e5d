# What prime prints is typed later, when an index may be that of another task: it names tasks by id.
$ git init -q -b main --bare shared.git && git clone -q shared.git a 2>err && cd a && git commit -q --allow-empty -m begin
$ claudestep -q project create auth && claudestep -q task add auth --description 'Task 1' && claudestep -q task add auth --description 'Task 2'
$ git push -q origin HEAD:main claudestep-metadata && git clone -q ../shared.git ../b
$ claudestep next auth --claim --op-id agent-1
claimed in auth: task 1
  description  Task 1
  id           15e66171
  branch       claude-chain-auth-15e66171
  claim        by A U Thor until 2026-01-01T02:03:00Z
$ claudestep prime | sed -n '/^commands/,/^$/p'
commands
  git switch -c claude-chain-auth-15e66171
      go on with task 1 of auth, if it was you who claimed it
  claudestep task release auth 15e66171
      or give it back, if it was you, so that others are given it
  claudestep next auth --claim
      take task 2 of auth, or the one after it where somebody was faster
  git switch -c claude-chain-auth-fb9e91ae
      begin it, on the branch that the claim names
  claudestep finalize auth --task fb9e91ae --pr N --branch claude-chain-auth-fb9e91ae
      when its pull request is open: record it (--ops FILE: with its costs)
  claudestep task list auth
      all tasks of the project, and what each waits for
\
$ git switch -q -c claude-chain-auth-15e66171 && claudestep prime | grep finalize | head -n 1 | tee $TESTDIR/typed
  claudestep finalize auth --task 15e66171 --pr N --branch claude-chain-auth-15e66171
# In another clone a task is put in front.
$ claudestep -C ../b task add auth --index 1 --description 'Urgent fix' && claudestep -C ../b sync -q && git fetch -q
[c63802a] auth: add task 1
$ sh -c "$(sed 's/ N / 60 /' $TESTDIR/typed)"
[12469d5] auth: open #60 for task 15e66171
$ claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  07ebbc8f  pending, ready  Urgent fix
     2  15e66171  in_progress     Task 1
     3  fb9e91ae  pending, ready  Task 2
# A place in the plan that was noted before means another task by now; the branch tells which was meant.
$ claudestep pr open auth --task 1 --pr 61 --branch claude-chain-auth-15e66171
[afa1ae4] auth: open #61 for task 1
! warning: branch 'claude-chain-auth-15e66171' is named after task 2 of 'auth', and #61 is recorded for task 1; if it is for task 2: claudestep pr move auth --pr 61 --task 15e66171
$ claudestep pr move auth --pr 61 --task 15e66171
[a0f72e0] auth: move #61 to task 15e66171
! warning: task 2 of 'auth' has 2 open pull requests: #60, #61
$ claudestep finalize auth --task 1 --pr 62 --branch claudestep/auth/step-3
[e06fcf2] auth: open #62 for task 1
! warning: branch 'claudestep/auth/step-3' is named after task 3 of 'auth', and #62 is recorded for task 1; if it is for task 3: claudestep pr move auth --pr 62 --task fb9e91ae
