# What a command took away on the remote comes back by no revert, and no merge that kept one side by hand, though one commit is put
# in their place: a merge of claudestep's own keeps only what is worked on here. The guard goes by what a commit does as well.
--- file hub.sh
# hub.sh: Ann's commands and Bob's clone, as they were when the projects were made.
rm -rf hub.git ann bob tree
git init -q --bare hub.git && (cd hub.git && claudestep -q hooks install)
for who in ann bob; do git init -q $who && git -C $who remote add origin ../hub.git; done
cd ann && claudestep -q project create old && claudestep -q task add old --description One && claudestep -q project create gone && claudestep -q task add gone --description Two
printf -- '- [ ] one\n- [ ] two\n' >plan.md && claudestep -q project create planned && claudestep -q plan import plan.md --project planned
claudestep -q sync --force-first && cd ../bob && claudestep -q sync && git worktree add -q ../tree claudestep-metadata
--- end
--- file answer.sh
# answer.sh: a sync, and one for one commit, as Bob; and which files the remote has then.
cd bob
claudestep sync 2>&1 | grep -o 'it .*\]'
claudestep sync --squash
echo $?
git -C ../hub.git ls-tree -r --name-only claudestep-metadata archive projects
--- end
$ sh hub.sh && cd ann && claudestep -q project archive old && claudestep -q sync && cd ../bob && claudestep -q sync && cd ../tree && git reset -q --hard && git revert --no-edit HEAD >../out && cd .. && sh answer.sh
it puts the folder of the project 'old' back to what it was before d2c572b13de4 [push/metadata-lost]
4
archive/old.json
projects/gone.json
projects/planned.json
! error: what was never pushed takes away what d2c572b has
!   caused by: it puts the folder of the project 'old' back to what it was before d2c572b13de4
!   caused by: nothing was put together, and nothing was pushed
! hint: to put it there again: claudestep project archive old
! hint: to see all that is another here: git diff d2c572b claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
# With work by hand beside it.
$ cd tree && sed -i 's/"One"/"One more"/' projects/old.json && git commit -q -a -m 'by hand' && cd .. && sh answer.sh
it puts the folder of the project 'old' back to what it was before d2c572b13de4 [push/metadata-lost]
4
archive/old.json
projects/gone.json
projects/planned.json
! error: what was never pushed takes away what d2c572b has
!   caused by: it puts the folder of the project 'old' back to what it was before d2c572b13de4
!   caused by: nothing was put together, and nothing was pushed
! hint: to put it there again: claudestep project archive old
! hint: to see all that is another here: git diff d2c572b claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
# A merge that kept one side by hand. Of what nobody works on here claudestep keeps nothing.
$ sh hub.sh && cd ann && claudestep -q project archive old && claudestep -q sync && cd ../tree && sed -i 's/"Two"/"Two more"/' projects/gone.json && git commit -q -a -m 'by hand' && git fetch -q origin claudestep-metadata && git merge -q -s ours --no-edit FETCH_HEAD && cd .. && sh answer.sh
4
archive/old.json
projects/gone.json
projects/planned.json
! error: what was never pushed takes away what b8b50ff has
!   caused by: it puts the folder of the project 'old' back to what it was before b8b50ff8f812
!   caused by: nothing was put together, and nothing was pushed
! hint: to put it there again: claudestep project archive old
! hint: to see all that is another here: git diff b8b50ff claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
# A task that went with the plan, and another that waits for it now.
$ sh hub.sh && cd ann && printf -- '- [ ] one\n' >plan.md && claudestep -q plan import plan.md --project planned && claudestep -q sync && cd ../bob && claudestep -q sync && cd ../tree && git reset -q --hard && git revert -n HEAD && jq '.tasks[0].depends_on = [.tasks[1].id]' projects/planned.json >new && mv new projects/planned.json && git commit -q -a -m 'by hand' && cd .. && sh answer.sh
it brings back task '3fc4ccfe', which c1dd5c78cea3 took away [push/metadata-lost]
4
projects/gone.json
projects/old.json
projects/planned.json
! error: what was never pushed takes away what c1dd5c7 has
!   caused by: it brings back task '3fc4ccfe', which c1dd5c78cea3 took away
!   caused by: nothing was put together, and nothing was pushed
! hint: to see all that is another here: git diff c1dd5c7 claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
# A project that was deleted, with another task text.
$ sh hub.sh && cd ann && claudestep -q project delete gone && claudestep -q sync && cd ../bob && claudestep -q sync && cd ../tree && git reset -q --hard && git revert -n HEAD && sed -i 's/"Two"/"Two more"/' projects/gone.json && git commit -q -a -m 'by hand' && cd .. && sh answer.sh
it brings back task 1, which 9bab2e0b929c took away [push/metadata-lost]
4
projects/old.json
projects/planned.json
! error: what was never pushed takes away what 9bab2e0 has
!   caused by: it brings back task 1, which 9bab2e0b929c took away
!   caused by: nothing was put together, and nothing was pushed
! hint: to see all that is another here: git diff 9bab2e0 claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
# A command may bring it back, by itself: it is named.
$ sh hub.sh && cd ann && claudestep -q project archive old && claudestep -q sync && cd ../bob && claudestep -q sync && claudestep -q project unarchive old && cd .. && sed 's/^claudestep sync 2.*//' answer.sh >one.sh && sh one.sh
4
archive/old.json
projects/gone.json
projects/planned.json
! error: what was never pushed takes away what a2df41f has
!   caused by: it puts the folder of the project 'old' back to what it was before a2df41fd2efe
!   caused by: nothing was put together, and nothing was pushed
! hint: to take back what a command did, and do it anew after the push: claudestep undo 452dcf2702b8
! hint: to see all that is another here: git diff a2df41f claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
$ cd bob && claudestep -q undo claudestep-metadata && claudestep -q sync --squash && claudestep -q project unarchive old && claudestep -q sync && claudestep list
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  gone     not_started   0/1  2026-01-01  2026-01-01  -
  old      not_started   0/1  2026-01-01  2026-01-01  -
  planned  not_started   0/2  2026-01-01  2026-01-01  -
# What a commit says of itself lets nothing in.
$ cd .. && sh hub.sh && cd ann && claudestep -q project archive old && printf -- '- [ ] one\n' >plan.md && claudestep -q plan import plan.md --project planned && claudestep -q project delete gone && claudestep -q sync && cd ../bob && claudestep -q sync && cd ../tree && git reset -q --hard && git checkout -q HEAD~3 . && git mv -k archive/old.json projects/old.json; git rm -q --ignore-unmatch archive/old.json; git commit -q -a -m 'claudestep: put unpushed work on the moon' && git push -q origin HEAD:claudestep-metadata 2>&1 | grep -o 'it .*\]'
it brings back the project 'gone', which 6bd6c2766a41 took away [push/metadata-lost]
it puts the folder of the project 'old' back to what it was before 5d627aa0d806 [push/metadata-lost]
it brings back task '3fc4ccfe', which 7a958e35a335 took away [push/metadata-lost]
