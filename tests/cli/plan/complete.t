# What is done is said in the plan: those boxes, those words, and no other byte.
--- file repo/claude-step/auth/spec.md
# Login  
 * [ ] Task 1
   - with sessions, not tokens
```
- [ ] Task 1
```
+ [X] Task 10
- [ ] Task 2\with <b>backslash
--- end
$ git init -q repo && cd repo && printf -- '- [ ] Last, without a final newline' >>claude-step/auth/spec.md && sed -i 's/Task 10$/&\r/' claude-step/auth/spec.md && git add . && git commit -qm 'Plan'
$ claudestep project create auth --from-plan claude-step/auth/spec.md
[ac59d42] auth: create
          auth: set the plan (4 tasks)
$ claudestep project create auth --from-plan claude-step/auth/spec.md
! error: cannot create project 'auth': 'auth' already exists
!   caused by: operation 1 of 2; nothing was written
! hint: claudestep show auth
[4]
$ claudestep plan complete auth
plan claude-step/auth/spec.md: 1 of 4 completed
  the plan says what is done
[1]
$ claudestep pr open auth --task 1 --pr 1 --branch a -q && claudestep pr merge auth --pr 1 -q
$ claudestep plan complete auth
plan claude-step/auth/spec.md: 2 of 4 completed
  would change line 2: [ ] -> [x]  Task 1
! hint: claudestep plan complete auth --write-back
[1]
$ claudestep plan complete auth --json
{
  "kind": "plan_complete",
  "version": 1,
  "project": "auth",
  "path": "claude-step/auth/spec.md",
  "plan_kind": "checklist",
  "complete": false,
  "tasks": 4,
  "completed": 2,
  "written": false,
  "changes": [
    {
      "line": 2,
      "before": "[ ]",
      "after": "[x]",
      "task": "Task 1"
    }
  ],
  "reworded": []
}
[1]
$ git status --short
$ claudestep plan complete auth --write-back
plan claude-step/auth/spec.md: 2 of 4 completed
  changed line 2: [ ] -> [x]  Task 1
[1]
$ git diff -U0 | tail -n 2 | cat -A
- * [ ] Task 1$
+ * [x] Task 1$
$ claudestep plan diff claude-step/auth/spec.md
! auth follows claude-step/auth/spec.md
$ claudestep plan complete auth --write-back
plan claude-step/auth/spec.md: 2 of 4 completed
  the plan says what is done
[1]
# The last task: the event is said, and with claudestep.completePlan the plan is written.
$ claudestep task check auth 3 -q && claudestep pr open auth --task 4 --pr 2 --branch b -q
$ git config claudestep.completePlan true
$ git commit -qam 'Tick' && git merge -q --no-ff -m 'Merge pull request #2 from o/b' $(git commit-tree -p HEAD -m work HEAD^{tree})
$ claudestep reconcile
[b605477] auth: merge #2
auth is complete: every task is done
in doubt, and left as they are:
  PR  PROJECT  RECORDED  WHY
  #1  auth     merged    no commit of 'main' merges it or names it
! claude-step/auth/spec.md says now what is done; look at it and commit it
$ git diff -U0 | grep '^[+-]' | cat -A
--- a/claude-step/auth/spec.md$
+++ b/claude-step/auth/spec.md$
-- [ ] Task 2\with <b>backslash$
-- [ ] Last, without a final newline$
+- [x] Task 2\with <b>backslash$
+- [x] Last, without a final newline$
$ claudestep plan complete auth
plan claude-step/auth/spec.md: 4 of 4 completed
  the plan says what is done
# A project that follows no plan, a plan that is gone, one that leads out.
$ claudestep project create free -q && claudestep plan complete free
! error: 'free' follows no plan
! hint: claudestep plan import PLAN --project free
[3]
$ git rm -qf claude-step/auth/spec.md && claudestep plan complete auth --write-back
! error: there is no file 'claude-step/auth/spec.md' to write to
!   caused by: a plan is changed in a work tree that has it
! hint: to make one: git worktree add PATH BRANCH
[6]
$ claudestep plan complete auth
plan claude-step/auth/spec.md: 4 of 4 completed
  would change line 8: [ ] -> [x]  Task 2\with <b>backslash
  would change line 9: [ ] -> [x]  Last, without a final newline
! hint: claudestep plan complete auth --write-back
$ mkdir -p claude-step/auth && echo '- [ ] Task 1' >../outside.md && ln -s ../../../outside.md claude-step/auth/spec.md && claudestep plan complete auth --write-back
! error: cannot use the plan 'claude-step/auth/spec.md'
!   caused by: it leads out of the work tree, to '$TESTDIR/outside.md'
[2]
