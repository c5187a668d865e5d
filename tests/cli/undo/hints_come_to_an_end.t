# What the hint names really stands in the way; done step by step, the undoing succeeds. Pairs of a commit and its undoing stand in nobody's way.
$ cat >until.sh <<'END'
> # until.sh COMMIT: follows the hints until the commit is taken back.
> for round in 1 2 3 4 5 6 7 8 9; do
>   if claudestep undo "$1" 2>said; then exit 0; fi
>   grep -h 'error\|caused' said
>   next=$(sed -n 's/^hint: to take .*: claudestep undo \([0-9a-f]*\)$/\1/p' said) && claudestep undo "$next" -q || exit 1
>   echo "undone: $(git log -1 --format=%s claudestep-metadata)"
> done
> exit 1
> END
$ git init -q --bare repo.git && cd repo.git && claudestep project create -q a && claudestep task add -q a --description x
$ claudestep pr open -q a --task 1 --pr 1 --branch b --reviewer p && git rev-parse claudestep-metadata >opened
$ claudestep pr assign -q a --pr 1 --reviewer q && claudestep pr merge -q a --pr 1 && sh ../until.sh $(cat opened)
error: cannot undo 3a7b453: later work on 'a' depends on it
  caused by: later commit 7ac7c86: #1 merged
  caused by: later commit 2c7782c: #1 assigned to q
undone: a: undo "merge #1"
error: cannot undo 3a7b453: later work on 'a' depends on it
  caused by: later commit 2c7782c: #1 assigned to q
undone: a: undo "assign #1 to q"
[7fe79eb] a: undo "open #1 for task 1"
# The same of a task that was reworded twice, in between moved away and back, and renamed.
$ claudestep task add -q a --description y && git rev-parse claudestep-metadata >added
$ claudestep task edit -q a 2 --description z && claudestep project archive -q a && claudestep project unarchive -q a && claudestep project rename -q a c
$ claudestep task edit -q c 2 --description w && claudestep undo -q && claudestep task edit -q c 2 --description v && sh ../until.sh $(cat added)
error: cannot undo 87e8da5: later work on 'c' depends on it
  caused by: later commit 0b688f7: task 2: reworded to 'v'
  caused by: later commit 59e05fd: task 2: reworded to 'z'
undone: c: undo "reword task 2"
error: cannot undo 87e8da5: later work on 'c' depends on it
  caused by: later commit 59e05fd: task 2: reworded to 'z'
undone: c: undo "reword task 2"
[12e0852] c: undo "add task 'y'"
# A claim, with other work on the task that is in nobody's way.
$ claudestep project rename -q c a && claudestep next a --claim >next && git rev-parse claudestep-metadata >claimed
$ claudestep task edit -q a 1 --description 'x, in other words' && claudestep task release -q a 1 && GIT_AUTHOR_NAME=eve claudestep next a --claim >next && claudestep task edit -q a 1 --description X && sh ../until.sh $(cat claimed)
error: cannot undo 5e1c6f2: later work on 'a' depends on it
  caused by: later commit 48cbb74: task 1: claimed by eve
  caused by: later commit 6446dfa: task 1: claim of A U Thor released
undone: a: undo "claim task 1"
nothing to do: a: undo "claim task 1"
# A project that was deleted, made anew and worked on.
$ claudestep project create -q p && claudestep project delete -q p && git rev-parse claudestep-metadata >deleted
$ claudestep project create -q p && claudestep task add -q p --description q
$ sh ../until.sh $(cat deleted)
error: cannot undo 6f96b34: later work on 'p' depends on it
  caused by: later commit 531e5f2: task 1: added 'q'
  caused by: later commit 121b372: created
undone: p: undo "add task 'q'"
error: cannot undo 6f96b34: later work on 'p' depends on it
  caused by: later commit 121b372: created
undone: p: undo "create"
[aef50ae] p: undo "delete"
# One whose name another project took.
$ claudestep project delete -q p && git rev-parse claudestep-metadata >deleted && claudestep project rename -q a p && claudestep task add -q p --description q
$ sh ../until.sh $(cat deleted)
error: cannot undo 3864d29: later work on 'p' depends on it
  caused by: later commit ea4cf4f: renamed from a
undone: p: undo "rename to p"
[d1c1d52] p: undo "delete"
# A project that was made is taken back when all that came later is gone, whenever that was.
$ claudestep project create -q n && git rev-parse claudestep-metadata >made && claudestep task add -q n --description one && git rev-parse claudestep-metadata >one && claudestep task add -q n --description two && claudestep undo -q $(cat one) && sh ../until.sh $(cat made)
error: cannot undo 8be3906: later work on 'n' depends on it
  caused by: later commit 5a7998e: task 2: added 'two'
undone: n: undo "add task 'two'"
[14cee07] n: undo "create"
$ claudestep fsck --frame | grep frame; claudestep list
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  a        not_started   0/2  2026-01-01  2026-01-01  -
  p        empty         0/0  2026-01-01  2026-01-01  -
! 44 commits held to what they say of themselves
