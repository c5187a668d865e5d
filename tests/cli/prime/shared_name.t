# Two agents with one name of git's: prime tells what is claimed in that name, and not whose it is.
$ git init -q -b main --bare shared.git && git clone -q shared.git a 2>err && cd a && git commit -q --allow-empty -m begin
$ claudestep -q project create auth && claudestep -q task add auth --description 'Task 1' && claudestep -q task add auth --description 'Task 2'
$ git push -q origin HEAD:main claudestep-metadata && git clone -q ../shared.git ../b
$ claudestep next auth --claim --op-id agent-1 | head -n 1
claimed in auth: task 1
$ cd ../b && git fetch -q && claudestep prime | sed '/^exit codes/,$d'
claudestep-metadata at 60545e3: 1 project, 0 of 2 tasks completed, 0 open pull requests, $0.00
you are on main
claimed in your name: task 1 of auth, by A U Thor at 2026-01-01T00:03:00Z, until 2026-01-01T02:03:00Z
  Task 1
  by name alone: if that was not you, it is another's, and yours is claudestep next auth --claim
\
  PROJECT  DONE  STATE   OPEN  NEXT
  auth      0/2  active     -  2 Task 2
\
next in auth: task 2
  description  Task 2
  id           fb9e91ae
  branch       claude-chain-auth-fb9e91ae
\
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
$ claudestep next auth --claim --op-id agent-2 | head -n 1
claimed in auth: task 2
# The commands work as they are printed: a branch that another work tree is on,
$ cd ../a && git worktree add -q "../agent 1" -b claude-chain-auth-15e66171 && git -C "../agent 1" commit -q --allow-empty -m work
$ claudestep prime auth | sed -n '/^  cd/,/^      /p' | tee typed
  cd '$TESTDIR/agent 1'
      go on with task 1 of auth, if it was you who claimed it: the work tree that is on its branch
$ sh -c "$(head -n 1 typed) && git log -1 --format=%s"
work
# one that only a remote has,
$ git -C "../agent 1" push -q origin HEAD && cd ../b && git fetch -q
$ claudestep prime auth | sed -n '/^  git switch.*15e66171/,/^      /p' | tee typed
  git switch -c claude-chain-auth-15e66171 origin/claude-chain-auth-15e66171
      go on with task 1 of auth, if it was you who claimed it: a remote has work on it
$ sh -c "$(head -n 1 typed)" && git log -1 --format=%s
branch 'claude-chain-auth-15e66171' set up to track 'origin/claude-chain-auth-15e66171'.
work
! Switched to a new branch 'claude-chain-auth-15e66171'
# and one that is here.
$ git switch -q main && claudestep prime auth | sed -n '/^  git switch.*15e66171/,/^      /p' | tee typed
  git switch claude-chain-auth-15e66171
      go on with task 1 of auth, if it was you who claimed it
$ sh -c "$(head -n 1 typed)" && git log -1 --format=%s
Your branch is up to date with 'origin/claude-chain-auth-15e66171'.
work
! Switched to branch 'claude-chain-auth-15e66171'
