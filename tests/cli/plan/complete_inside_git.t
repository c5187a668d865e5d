# A plan's path comes from a file of the branch; it leads nowhere below .git.
--- file repo/claude-step/auth/spec.md
- [ ] One
--- end
$ git init -q repo && cd repo && git add . && git commit -qm 'Plan' && claudestep plan import claude-step/auth/spec.md -q && claudestep task check auth 1 -q
$ git worktree add -q ../w claudestep-metadata && sed -i 's,claude-step/auth/spec.md,.git/x.md,' ../w/projects/auth.json && git -C ../w commit -qam 'By hand' && git worktree remove ../w
$ cp claude-step/auth/spec.md .git/x.md && claudestep plan complete auth --write-back
! error: there is no file '.git/x.md' to write to
!   caused by: a plan is changed in a work tree that has it
! hint: to make one: git worktree add PATH BRANCH
[6]
$ claudestep plan complete auth
! error: cannot read 'HEAD:.git/x.md'
!   caused by: '.git/x.md' is no path from the root of the tree
[2]
$ cat .git/x.md
- [ ] One
