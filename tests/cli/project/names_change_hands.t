# Two projects take each other's names in one commit: log and fsck --frame know them apart.
$ git init -q --bare repo.git && cd repo.git && claudestep project create -q p && claudestep task add -q p --description 'of the first' && claudestep project create -q q
$ claudestep apply - <<END
> {"op": "rename", "project": "p", "to": "tmp"}
> {"op": "rename", "project": "q", "to": "p"}
> {"op": "rename", "project": "tmp", "to": "q"}
> END
[2eb7c60] p: rename to tmp
          q: rename to p
          tmp: rename to q
$ claudestep log --oneline
2eb7c60 p: renamed from q
2eb7c60 q: renamed from p
d1f6a0d q: created
b50caad p: task 1: added 'of the first'
b61ea39 p: created
$ claudestep log p --oneline
2eb7c60 p: renamed from q
d1f6a0d q: created
$ claudestep fsck --frame
2 files checked: nothing found
! 4 commits held to what they say of themselves
$ claudestep undo && claudestep fsck --frame && claudestep log -n 1
[ad48a4c] p: undo "3 operations on 2 projects"
          q: undo "3 operations on 2 projects"
2 files checked: nothing found
ad48a4c  2026-01-01 00:05  A U Thor  undoes 2eb7c60
  p  renamed from q
  q  renamed from p
! 5 commits held to what they say of themselves
$ claudestep task list p && claudestep log q --oneline
  TASK  ID        STATUS          DESCRIPTION
     1  b4722f6f  pending, ready  of the first
ad48a4c q: undo of 2eb7c60: renamed from p
2eb7c60 p: renamed from q
d1f6a0d q: created
# A project renamed there and back remembers the other name alone; one made under a name that was given away begins there.
$ claudestep project rename -q p x && claudestep project rename -q x p && git show claudestep-metadata:projects/p.json | grep -A2 former
  "former_names": [
    "x"
  ],
$ claudestep project rename -q p x && claudestep project create -q p && claudestep task add -q p --description second && claudestep log p --oneline
76e5ef9 p: task 1: added 'second'
63fa0d7 p: created
