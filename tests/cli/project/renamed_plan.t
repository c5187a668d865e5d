# A project that was renamed keeps its plan and its configuration, which stay in the folder of the old name.
--- file repo/claude-step/a/spec.md
- [ ] One
- [ ] Two
--- end
--- file repo/claude-step/a/configuration.yml
reviewers: [{username: alice, maxOpenPRs: 1}]
baseBranch: develop
--- end
$ git init -q repo && cd repo && git add . && git commit -qm 'Plan' && git branch develop && claudestep plan import claude-step/a/spec.md -q
$ claudestep project rename a z -q && claudestep prepare z --json | grep 'reviewer"\|base_branch'
  "reviewer": "alice",
    "reviewer": "alice",
  "base_branch": "develop",
$ claudestep next z
no reviewer of z has room
  - alice has 1 of 1 under way
[1]
$ echo '- [ ] Three' >>claude-step/a/spec.md && claudestep plan diff claude-step/a/spec.md && claudestep plan import claude-step/a/spec.md
+ task 3: Three
[9e594a9] z: set the plan (3 tasks)
! hint: to take it over: claudestep plan import
! 1 task added
$ claudestep list
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  z        active   0/3  2026-01-01  2026-01-01  -
$ claudestep finalize a --task 2 --pr 3 --branch b
! error: no project 'a'
!   caused by: it was renamed to 'z'
! hint: claudestep show z
[3]
$ mkdir -p other/a && cp claude-step/a/spec.md other/a && claudestep plan import other/a/spec.md
! error: no project 'a'
!   caused by: it was renamed to 'z'
! hint: claudestep show z
! hint: to make a new one: claudestep project create a
[3]
