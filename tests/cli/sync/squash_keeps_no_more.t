# What a merge of claudestep's has kept lets in that alone, in one commit for all: what the other did anew with it, and Bob has
# merged, is not taken away by a tree of before that is committed by hand.
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
--- file squash.sh
# squash.sh: Bob's push, after the guard has refused it; and where the hub has what then.
cd bob && claudestep sync 2>&1 | grep -o 'it .*\]'
claudestep sync --squash
git -C ../hub.git ls-tree -r --name-only claudestep-metadata archive projects
--- end
--- file kept.sh
# kept.sh: Ann's deletion, which Bob's plan keeps.
(cd ann && claudestep -q project delete planned && claudestep -q sync) && cd bob && sh ../plan.sh two one && claudestep sync --no-push -q && claudestep log --receipts | tail -n +2
--- end
# Her task.
$ sh hub.sh && sh kept.sh && (cd ann && claudestep -q undo && claudestep -q task add planned --description hers && claudestep -q sync) && (cd bob && claudestep -q sync --no-push) && (cd tree && git reset -q --hard && jq '.tasks |= map(select(.description != "hers"))' projects/planned.json >../new && cp ../new projects/planned.json && git commit -q -a -m 'by hand') && sh squash.sh; (cd ann && claudestep sync -q && claudestep task list planned)
  planned: deletion: kept 'the project', gave up 'deleted'
it takes away task 3, which 0345da3c9f27 wrote [push/metadata-lost]
archive/shelved.json
projects/else.json
projects/planned.json
  TASK  ID        STATUS          DESCRIPTION
     1  7692c3ad  pending, ready  one
     2  3fc4ccfe  pending, ready  two
     3  7282dc5a  pending, ready  hers
! error: what was never pushed takes away what 0345da3 has
!   caused by: it takes away task 3, which 0345da3c9f27 wrote
!   caused by: nothing was put together, and nothing was pushed
! hint: to see all that is another here: git diff 0345da3 claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
# Her wording.
$ sh hub.sh && (cd ann && sh ../plan.sh one && claudestep -q sync) && (cd bob && claudestep -q pr open planned --task 2 --pr 21 --branch y && claudestep -q sync --no-push && claudestep log --receipts | tail -n +2 && claudestep -q task edit planned 2 --description mine) && (cd ann && sh ../plan.sh one two && claudestep -q task edit planned 2 --description zwei && claudestep -q sync) && (cd bob && claudestep -q sync --no-push) && (cd tree && git reset -q --hard && sed -i 's/"zwei"/"two"/' projects/planned.json && git commit -q -a -m 'by hand') && sh squash.sh; (cd ann && claudestep sync -q && claudestep task list planned)
  planned: deletion of task 3fc4ccfe: kept 'the task, needed by others', gave up 'deleted'
it puts the description of task 2 back to what it was before 54011d9f7c09 [push/metadata-lost]
archive/shelved.json
projects/else.json
projects/planned.json
  TASK  ID        STATUS          DESCRIPTION
     1  7692c3ad  pending, ready  one
     2  3fc4ccfe  pending, ready  zwei
! error: what was never pushed takes away what edb8fa5 has
!   caused by: it puts the description of task 2 back to what it was before edb8fa5ae217
!   caused by: nothing was put together, and nothing was pushed
! hint: to see all that is another here: git diff edb8fa5 claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
# The folder that she put it into.
$ sh hub.sh && (cd ann && claudestep -q project archive planned && claudestep -q sync) && (cd bob && claudestep -q task add planned --description three && claudestep -q sync --no-push && claudestep log --receipts | tail -n +2 && claudestep -q project archive planned) && (cd ann && claudestep -q project unarchive planned && claudestep -q sync) && (cd bob && claudestep -q sync --no-push) && (cd tree && git reset -q --hard && git mv projects/planned.json archive/planned.json && git commit -q -m 'by hand') && sh squash.sh
  planned: archive: kept 'projects', gave up 'archived'
it puts the folder of the project 'planned' back to what it was before 50dc5efb3c42 [push/metadata-lost]
archive/shelved.json
projects/else.json
projects/planned.json
! error: what was never pushed takes away what ed4f94b has
!   caused by: it puts the folder of the project 'planned' back to what it was before ed4f94bd5f94
!   caused by: nothing was put together, and nothing was pushed
! hint: to put it there again: claudestep project unarchive planned
! hint: to see all that is another here: git diff ed4f94b claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
# What a merge by hand took over from her is not kept, though claudestep's own would have kept it.
$ sh hub.sh && (cd ann && claudestep -q project delete planned && claudestep -q task add else --description Two && claudestep -q sync) && (cd bob && sh ../plan.sh two one && git fetch -q) && (cd tree && git reset -q --hard && own=$(git rev-parse HEAD) && theirs=$(git rev-parse origin/claudestep-metadata) && git reset -q --hard $(git commit-tree -p HEAD -p $theirs -m 'merge by hand' $theirs^{tree}) && git checkout -q $own -- projects/planned.json && git commit -q -m 'by hand') && sh squash.sh
it brings back the project 'planned', which 113bdc140960 took away [push/metadata-lost]
archive/shelved.json
projects/else.json
! error: what was never pushed takes away what 172111f has
!   caused by: it brings back task 1, which a59dd03164ff took away
!   caused by: it brings back task 2, which a59dd03164ff took away
!   caused by: nothing was put together, and nothing was pushed
! hint: to see all that is another here: git diff 172111f claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
# A command of Bob's is named, also where she gave the project another name since.
$ sh hub.sh && (cd bob && claudestep -q project archive planned && claudestep -q sync) && (cd ann && claudestep -q sync && claudestep -q project rename planned plan && claudestep -q sync) && (cd bob && claudestep -q project unarchive planned) && (cd tree && git reset -q --hard && git rm -q projects/planned.json && git commit -q -m 'by hand' && git revert --no-edit HEAD >../out) && sh squash.sh && cd bob && claudestep undo $(claudestep sync --squash 2>&1 | sed -n 's/.*claudestep undo //p') && claudestep sync --squash
it takes away the project 'planned', which 6d882a45d389 wrote [push/metadata-lost]
archive/plan.json
archive/shelved.json
projects/else.json
[334dd33] plan: undo "unarchive"
[4dc808e] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to 334dd33
  pushed  6d882a4..4dc808e
! error: what was never pushed takes away what 6d882a4 has
!   caused by: it puts the folder of the project 'plan' back to what it was before e191e29b9d30
!   caused by: nothing was put together, and nothing was pushed
! hint: to take back what a command did, and do it anew after the push: claudestep undo b4b3838872cd
! hint: to see all that is another here: git diff 6d882a4 claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
# Numbers of tasks follow from the rest: that of a task which is where it was among the others puts nothing back.
$ cd .. && sh hub.sh && (cd ann && claudestep -q task add planned --description three && claudestep -q pr open planned --task 1 --pr 7 --branch b && claudestep -q sync) && (cd bob && claudestep -q sync) && (cd ann && claudestep -q task add planned --description between --index 3 && claudestep -q sync) && (cd tree && git reset -q --hard && git rm -q projects/else.json && git commit -q -m 'by hand' && git revert --no-edit HEAD >../out) && (cd bob && sh ../plan.sh two three) && sh squash.sh; (cd ann && claudestep sync -q && claudestep task list planned)
it takes away the project 'else', which 6da9259e7755 wrote [push/metadata-lost]
[07e6c99] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to c143568
  pushed  d3c8004..07e6c99
archive/shelved.json
projects/else.json
projects/planned.json
  TASK  ID        STATUS          DESCRIPTION
     1  3fc4ccfe  pending, ready  two
     2  fbb27fbd  pending, ready  between
     3  8b5b9db0  pending, ready  three
