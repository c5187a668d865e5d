# A merge is recorded by the merge itself, quietly where there is nothing to record.
$ git init -q repo && cd repo && rm -f .git/hooks/* && git commit -q --allow-empty -m start
$ claudestep -q hooks install && claudestep -q project create auth && claudestep -q task add auth --description one
--- file open
#!/bin/sh
# open N: a branch with a commit, and its pull request.
git checkout -q -b "claude-step-auth-$1" main && echo "$1" >"file$1" && git add . && git commit -q -m "Work $1" && git checkout -q main
claudestep -q pr open auth --task 1 --pr "$1" --branch "claude-step-auth-$1" 2>/dev/null
--- end
$ chmod +x ../open && ../open 1 && ../open 2 && ../open 3 && ../open 4
$ git merge -q --no-ff -m 'Merge pull request #1 from me/claude-step-auth-1' claude-step-auth-1
! claudestep: auth: merge #1
$ git merge -q --squash claude-step-auth-2 >/dev/null
! Automatic merge went well; stopped before committing as requested
$ git commit -q -m 'Work two, better said (#2)'
! claudestep: auth: merge #2
# A fast-forward of a rebased branch: the pull request's own head, as the forge has it, is the proof.
$ git checkout -q claude-step-auth-3 && git rebase -q main && git update-ref refs/pull/3/head HEAD && git checkout -q main
$ git merge -q claude-step-auth-3
! claudestep: auth: merge #3
$ claudestep pr list auth
  PR  STATE   TASK  REVIEWER  OPENED       COST  TITLE
  #1  merged     1  -         2026-01-01  $0.00  one
  #2  merged     1  -         2026-01-01  $0.00  one
  #3  merged     1  -         2026-01-01  $0.00  one
  #4  open       1  -         2026-01-01  $0.00  one
# A merge into another branch, a commit on one, a merge with nothing: nothing is said.
$ git checkout -q -b topic HEAD^ && git merge -q --no-ff -m topic claude-step-auth-4 && git commit -q --allow-empty -m more && git merge -q main && git checkout -q main
$ CLAUDESTEP_HOOKS=0 git merge -q --no-ff -m 'Merge pull request #4 from me/claude-step-auth-4' claude-step-auth-4
$ claudestep pr list auth --state open
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #4  open      1  -         2026-01-01  $0.00  one
# Where there is no metadata, or git has no say: nothing at all.
$ git init -q ../other && cd ../other && git commit -q --allow-empty -m one && claudestep -q hooks install && git commit -q --allow-empty -m two
$ git branch -q claudestep-metadata && git commit -q --allow-empty -m three
$ cd .. && claudestep hooks run post-merge 0
$ claudestep -v hooks run post-merge 0
! note: not a git repository (or any of the parent directories): '$TESTDIR'
# Of the branches that are there a record names one, in whatever way JSON spells it: what comes to the base may be its work.
$ git init -q -b main ../spelt && cd ../spelt && git commit -q --allow-empty -m start && claudestep -q project create a && claudestep -q task add a --description 'Say "hello"' && git checkout -q -b feat/x && echo 1 >file && git add . && git commit -q -m work && git checkout -q main && git branch topic && claudestep -q pr open a --task 1 --pr 1 --branch feat/x
$ git worktree add -q ../meta claudestep-metadata && sed -i 's|feat/x|feat\\/x|' ../meta/projects/a.json && git -C ../meta commit -q -a -m respelt && git worktree remove ../meta
$ claudestep -q hooks install && git commit -q --allow-empty -m nothing && git cherry-pick feat/x >/dev/null
! claudestep: a: merge #1
! claudestep: a is complete: every task is done
