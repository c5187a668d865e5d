# Where two projects exchanged their names, an undo finds its project by what it is, and says who has the name.
$ git init -q --bare repo.git && cd repo.git && claudestep project create -q a && claudestep project create -q b
$ claudestep task add -q a --description "of the first" && git rev-parse claudestep-metadata >../first
$ claudestep task add -q b --description "of the second"
$ claudestep project rename -q a tmp && claudestep project rename -q b a && git rev-parse claudestep-metadata >../renamed && claudestep project rename -q tmp b
$ claudestep undo "$(cat ../renamed)"
! error: cannot undo d2b6405: 'a' would be 'b' again, and there is another project 'b' by now, which was 'a', 'tmp' before
! hint: give that one another name, then try again: claudestep project rename b NEW
[4]
$ claudestep undo "$(cat ../first)" && claudestep task list a && claudestep task list b
[6b1e7f9] b: undo "add task 'of the first'"
  TASK  ID        STATUS          DESCRIPTION
     1  c8bb505d  pending, ready  of the second
! no task to show
# The way out that it says.
$ claudestep project rename -q b c && claudestep undo "$(cat ../renamed)" && claudestep list
[b13760e] a: undo "rename to a"
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  b        not_started   0/1  2026-01-01  2026-01-01  -
  c        empty         0/0  2026-01-01  2026-01-01  -
$ claudestep fsck --frame
2 files checked: nothing found
! 10 commits held to what they say of themselves
