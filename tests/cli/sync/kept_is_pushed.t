# What claudestep's own merge kept of what was taken away there is let in by the guard, in one commit for all too, though what was
# done here says nothing that never was there: tasks in another order, tasks that go, a move to the archive and back.
--- file hub.sh
# hub.sh: Ann's commands and Bob's clone, as they were when the projects were made.
rm -rf hub.git ann bob tree
git init -q --bare hub.git && (cd hub.git && claudestep -q hooks install)
for who in ann bob; do git init -q $who && git -C $who remote add origin ../hub.git; done
cd ann && claudestep -q project create else && claudestep -q task add else --description One && claudestep -q project create shelved && claudestep -q task add shelved --description Two
printf -- '- [ ] one\n- [ ] two\n' >plan.md && claudestep -q project create planned && claudestep -q plan import plan.md --project planned && claudestep -q project archive shelved
claudestep -q sync --force-first && cd ../bob && claudestep -q sync && git worktree add -q ../tree claudestep-metadata
--- end
--- file plan.sh
# plan.sh TASK...: the plan as it is to be.
for task; do echo "- [ ] $task"; done >plan.md
claudestep -q plan import plan.md --project planned
--- end
--- file rewind.sh
# rewind.sh COMMAND...: Bob's command while Ann takes the projects away; then the remote loses what Ann did last.
cd ann && claudestep -q project delete planned && claudestep -q project delete shelved && claudestep -q task add else --description Two && claudestep -q sync
cd ../bob && "$@" && claudestep -q sync --no-push
git -C ../hub.git update-ref refs/heads/claudestep-metadata claudestep-metadata~1
claudestep sync --accept-rewind
claudestep log --receipts | tail -n +2
git -C ../hub.git ls-tree -r --name-only claudestep-metadata archive projects
--- end
--- file squash.sh
# squash.sh TAKE COMMAND...: Bob's command while Ann does the other; and work by hand that the guard refuses.
cd ann && claudestep -q project $1 planned && claudestep -q sync
shift
cd ../bob && "$@" && claudestep -q sync --no-push
cd ../tree && git reset -q --hard && git rm -q projects/else.json && git commit -q -m 'by hand' && git revert --no-edit HEAD >../out && cd ../bob
claudestep sync 2>&1 | grep -o 'it .*\]'
claudestep sync --squash
git -C ../hub.git ls-tree -r --name-only claudestep-metadata archive projects
--- end
# A remote that was rewound.
$ sh hub.sh && sh rewind.sh sh ../plan.sh two one
[4737579] sync 'claudestep-metadata' with 'origin'
  rewound 35f5876..9f8b456
  fetched 35f5876..9f8b456
  merged  both sides
  pushed  9f8b456..4737579
  planned: deletion: kept 'the project', gave up 'deleted'
projects/else.json
projects/planned.json
$ sh hub.sh && sh rewind.sh sh ../plan.sh two
[e7b34e6] sync 'claudestep-metadata' with 'origin'
  rewound 15163a4..3346fb7
  fetched 15163a4..3346fb7
  merged  both sides
  pushed  3346fb7..e7b34e6
  planned: deletion: kept 'the project', gave up 'deleted'
projects/else.json
projects/planned.json
$ sh hub.sh && sh rewind.sh claudestep -q project unarchive shelved
[c6d7b1e] sync 'claudestep-metadata' with 'origin'
  rewound 0d6776f..e45e257
  fetched 0d6776f..e45e257
  merged  both sides
  pushed  e45e257..c6d7b1e
  shelved: deletion: kept 'the project', gave up 'deleted'
projects/else.json
projects/shelved.json
# One commit for all.
$ sh hub.sh && sh squash.sh delete sh ../plan.sh two one
it takes away the project 'else', which 46ce983589d5 wrote [push/metadata-lost]
[e26bdf0] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to c090d64
  pushed  a59dd03..e26bdf0
archive/shelved.json
projects/else.json
projects/planned.json
$ sh hub.sh && sh squash.sh archive sh ../plan.sh two one
it takes away the project 'else', which 42d3e43c843a wrote [push/metadata-lost]
[f657cd4] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to 32a27f9
  pushed  e191e29..f657cd4
archive/shelved.json
projects/else.json
projects/planned.json
$ sh hub.sh && sh squash.sh delete sh ../plan.sh two
it takes away the project 'else', which 6da9259e7755 wrote [push/metadata-lost]
[fb8ec80] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to 66bcfb7
  pushed  3c0f7db..fb8ec80
archive/shelved.json
projects/else.json
projects/planned.json
$ sh hub.sh && sh squash.sh delete claudestep -q project archive planned
it takes away the project 'else', which 2b635af606ec wrote [push/metadata-lost]
[0288149] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to 0feb4a2
  pushed  d8297ba..0288149
archive/planned.json
archive/shelved.json
projects/else.json
# What was done by hand to what was kept is told as that only where the operations do not account for it.
--- file hand.sh
# hand.sh TAKE SCRIPT: Bob puts the tasks in another order while Ann takes the project away; then he does something by hand.
cd ann && claudestep -q project $1 planned && claudestep -q sync
cd ../bob && sh ../plan.sh two one && claudestep -q sync --no-push && cd ../tree && git reset -q --hard && sh -c "$2" && cd ../bob
claudestep sync 2>&1 | grep -o 'it .*\]'
claudestep sync --squash
git -C ../hub.git log -1 --format=%B claudestep-metadata | grep Claudestep-Op
--- end
--- file revert.sh
# revert.sh: takes the project away by hand, and brings it back.
git rm -q projects/planned.json && git commit -q -m 'by hand' && git revert --no-edit HEAD >../out
--- end
--- file reverse.sh
# reverse.sh: turns the order of the tasks round by hand, and does what the guard refuses.
git rm -q projects/else.json && git commit -q -m 'by hand' && git revert --no-edit HEAD >../out
jq '.tasks |= reverse' projects/planned.json >../new && cat ../new >projects/planned.json && git commit -q -a -m 'by hand'
--- end
$ sh hub.sh && sh hand.sh delete 'sh ../revert.sh'
it takes away the project 'planned', which 077e1f209b4d wrote [push/metadata-lost]
[69798cc] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to 7c1caa4
  pushed  9eed2b9..69798cc
Claudestep-Op: create-project project=planned
Claudestep-Op: set-plan project=planned tasks=2
$ sh hub.sh && sh hand.sh archive 'sh ../revert.sh'
it takes away the project 'planned', which 5094d3280d12 wrote [push/metadata-lost]
[3beb031] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to 22b4b2e
  pushed  dd8f85c..3beb031
Claudestep-Op: set-plan project=planned tasks=2
Claudestep-Op: by-hand project=planned
Claudestep-Op: unarchive project=planned
$ sh hub.sh && sh hand.sh delete 'sh ../reverse.sh'
it takes away the project 'else', which b6bf26911cf6 wrote [push/metadata-lost]
[4e1cb39] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to 15e61a6
  pushed  0837e4f..4e1cb39
Claudestep-Op: create-project project=planned
Claudestep-Op: set-plan project=planned tasks=2
$ sh hub.sh && sh hand.sh archive 'sh ../reverse.sh'
it takes away the project 'else', which b59eafd528ab wrote [push/metadata-lost]
[5711757] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to 14cf7c1
  pushed  20df1c5..5711757
Claudestep-Op: set-plan project=planned tasks=2
Claudestep-Op: by-hand project=else
Claudestep-Op: by-hand project=planned
Claudestep-Op: unarchive project=planned
# Where hands alone put the tasks in another order, a guard cannot tell it from a work tree that has fallen behind: it is refused
# before anything is pushed, until something new is there.
--- file order.sh
# order.sh TAKE: takes the project away as Ann, while Bob turns the order of its tasks round by hand.
cd ann && claudestep -q project $1 planned && claudestep -q sync
cd ../tree && git reset -q --hard && sh ../reverse.sh && cd ../bob
claudestep -q sync --no-push && claudestep log --receipts | tail -n +2
claudestep sync --squash
echo $?
--- end
$ sh hub.sh && sh order.sh delete
  planned: deletion: kept 'the project', gave up 'deleted'
4
! error: a guard would take what was never pushed for a loss of what 9267fd9 has
!   caused by: it brings back task 2, which 9267fd96f66d took away
!   caused by: it brings back task 1, which 9267fd96f66d took away
!   caused by: nothing was put together, and nothing was pushed
! hint: nothing is lost there: a guard, which sees that commit alone, lets in what a merge kept once a command has worked on the project as well, as claudestep task add does
! hint: to see all that is another here: git diff 9267fd9 claudestep-metadata --
! hint: to push it then: claudestep sync --squash
$ cd bob && claudestep -q task add planned --description three && claudestep sync --squash
[cb88b85] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to dd60fd2
  pushed  9267fd9..cb88b85
$ cd .. && sh hub.sh && sh order.sh archive
  planned: archive: kept 'projects', gave up 'archived'
4
! error: a guard would take what was never pushed for a loss of what 192828a has
!   caused by: it puts the folder of the project 'planned' back to what it was before 192828aa79df
!   caused by: nothing was put together, and nothing was pushed
! hint: nothing is lost there: a guard, which sees that commit alone, lets in what a merge kept once a command has worked on the project as well, as claudestep task add does
! hint: to see all that is another here: git diff 192828a claudestep-metadata --
! hint: to push it then: claudestep sync --squash
$ cd bob && claudestep -q task add planned --description three && claudestep sync --squash
[505fd94] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to b52348f
  pushed  192828a..505fd94
$ cd ..
# What is taken away there a second time was kept once: the next merge finds it here, as new work, and says nothing of it.
--- file again.sh
# again.sh BOB ANN THEN: what Bob and Ann do at once; she does the third then, and hers once more. Work by hand follows.
cd bob && sh -c "$1" && cd ../ann && sh -c "$2" && claudestep -q sync && cd ../bob && claudestep -q sync --no-push && claudestep log --receipts | tail -n +2
cd ../ann && sh -c "$3" && sh -c "$2" && claudestep -q sync && cd ../bob && claudestep -q sync --no-push
cd ../tree && git reset -q --hard && git rm -q projects/else.json && git commit -q -m 'by hand' && git revert --no-edit HEAD >../out && cd ../bob
claudestep sync 2>&1 | grep -o 'it .*\]'
claudestep sync --squash
git -C ../hub.git ls-tree -r --name-only claudestep-metadata archive projects
--- end
$ sh hub.sh && sh again.sh 'claudestep -q task add planned --description three' 'claudestep -q project archive planned' 'claudestep -q project unarchive planned'
  planned: archive: kept 'projects', gave up 'archived'
it takes away the project 'else', which 5b67dbeb71b8 wrote [push/metadata-lost]
[d1c4b6a] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to 1c8e2ac
  pushed  5d17795..d1c4b6a
archive/shelved.json
projects/else.json
projects/planned.json
$ sh hub.sh && sh again.sh 'claudestep -q pr open planned --task 2 --pr 21 --branch y' 'sh ../plan.sh one' 'sh ../plan.sh one two'
  planned: deletion of task 3fc4ccfe: kept 'the task, needed by others', gave up 'deleted'
it takes away the project 'else', which b96d788ba3ad wrote [push/metadata-lost]
[763082f] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to 6a18acc
  pushed  7b3e66b..763082f
archive/shelved.json
projects/else.json
projects/planned.json
$ sh hub.sh && sh again.sh 'sh ../plan.sh two one' 'claudestep -q project archive planned' 'claudestep -q project unarchive planned'
  planned: archive: kept 'projects', gave up 'archived'
it takes away the project 'else', which e271fb8a9e2d wrote [push/metadata-lost]
[115922a] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to ee0ca2f
  pushed  f850a44..115922a
archive/shelved.json
projects/else.json
projects/planned.json
