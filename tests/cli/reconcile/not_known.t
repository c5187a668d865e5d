# What cannot be judged is not said to be in order: exit code 0 of --check is a claim.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q
$ for n in 1 2 3; do claudestep task add auth --description "Task number $n" -q; claudestep pr open auth --task $n --pr 1$n --branch b$n --reviewer alice -q; git checkout -q -b b$n main; sh ../commit file-$n 1 "Work on $n"; done; git checkout -q main
$ git merge -q --squash b1 >/dev/null && git commit -q -m 'Add one (#11)' && claudestep pr close auth --pr 12 -q && sh ../commit README 1 'Go on'
$ claudestep reconcile --check
proved, and not recorded:
   PR  PROJECT  FROM  TO      RULE           COMMIT   MERGED
  #11  auth     open  merged  squash-commit  9d2c94a  2026-01-01
[1]

# As actions/checkout leaves it: one commit, and what was merged lies behind it.
$ git clone -q --depth 1 file://$PWD ../job && cd ../job && git fetch -q --depth 1 origin claudestep-metadata:refs/remotes/origin/claudestep-metadata && claudestep reconcile --check
not to be known in a shallow clone (git fetch --unshallow):
   PR  PROJECT  RECORDED  WHY
  #11  auth     open      its merge may lie behind the end of this shallow clone
  #12  auth     closed    its merge may lie behind the end of this shallow clone
  #13  auth     open      its merge may lie behind the end of this shallow clone
! error: it is not known whether there is drift
!   caused by: in this shallow clone 3 merges may lie behind its end
! hint: git fetch --unshallow
! hint: in a workflow: actions/checkout with fetch-depth: 0
[6]
$ claudestep reconcile --check --json | jq -c '.unknown[]'
{"project":"auth","pr_number":11,"recorded":"open","reason":"its merge may lie behind the end of this shallow clone","settled":false}
{"project":"auth","pr_number":12,"recorded":"closed","reason":"its merge may lie behind the end of this shallow clone","settled":false}
{"project":"auth","pr_number":13,"recorded":"open","reason":"its merge may lie behind the end of this shallow clone","settled":false}
! {"kind":"error","version":1,"code":"unsupported","message":"it is not known whether there is drift","causes":["in this shallow clone 3 merges may lie behind its end"],"hints":["git fetch --unshallow","in a workflow: actions/checkout with fetch-depth: 0"],"retryable":false,"place":null}
$ claudestep reconcile
nothing to do: nothing is proved that is not recorded, as far as is known
not to be known in a shallow clone (git fetch --unshallow):
   PR  PROJECT  RECORDED  WHY
  #11  auth     open      its merge may lie behind the end of this shallow clone
  #12  auth     closed    its merge may lie behind the end of this shallow clone
  #13  auth     open      its merge may lie behind the end of this shallow clone
$ claudestep prepare auth --no-sync --json | jq -c '[.task, .reason]'
[{"index":2,"id":"db3e7ffb","description":"Task number 2"},null]
! warning: this clone is shallow: whether 3 pull requests are merged lies behind its end
! hint: git fetch --unshallow
! hint: in a workflow: actions/checkout with fetch-depth: 0
! claimed in this repository alone; other clones see it when the branch is pushed
$ claudestep reconcile --check --since 2027-01-01
no drift: the records are as 'main' has them
$ cd .. && for command in 'reconcile --check' 'prepare auth --no-sync'; do claudestep -C job $command 2>&1 | grep '^hint: git'; done; cd job
hint: git -C job fetch --unshallow
hint: git -C job fetch --unshallow
$ git fetch -q --unshallow && claudestep reconcile --check | head -1
no drift: nothing is proved that is not recorded

# The base is here, of the branch only its end.
$ git clone -q --single-branch file://$TESTDIR/repo ../half && cd ../half && git fetch -q origin claudestep-metadata:claudestep-metadata && git fetch -q --depth 1 origin b1:refs/remotes/origin/b1 && claudestep reconcile --check
not to be known in a shallow clone (git fetch --unshallow):
   PR  PROJECT  RECORDED  WHY
  #11  auth     open      its merge may lie behind the end of this shallow clone
! error: it is not known whether there is drift
!   caused by: in this shallow clone 1 merge may lie behind its end
! hint: git fetch --unshallow
! hint: in a workflow: actions/checkout with fetch-depth: 0
[6]

# A project that is left out.
$ cd ../repo && claudestep reconcile -q && claudestep project create other -q && git worktree add -q ../meta claudestep-metadata && echo '{' >../meta/projects/other.json && git -C ../meta commit -q -a -m broken && claudestep reconcile --check
! warning: projects/other.json is left out: expected a key in double quotes or '}', found the end of the document: the object that starts at line 1, column 1 is not closed
! error: projects/other.json:2:1: it is not known whether there is drift
!   caused by: projects/other.json is left out
!   caused by: expected a key in double quotes or '}', found the end of the document
!   caused by: the object that starts at line 1, column 1 is not closed
[5]
$ claudestep reconcile --check auth
no drift: the records are as 'main' has them
