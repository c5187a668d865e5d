# Where a guard objects to a commit, one commit in its place hides nothing of it: in what it objects about not even an operation
# may take anything away then.
$ git init -q --bare hub.git && (cd hub.git && claudestep -q hooks install) && for who in ann bob; do git init -q $who && git -C $who config user.name $who && git -C $who remote add origin ../hub.git; done
$ cd ann && for name in auth login other; do claudestep -q project create $name && claudestep -q task add $name --description One; done && claudestep -q sync --force-first && cd ../bob && claudestep -q sync && git worktree add -q ../tree claudestep-metadata && git rev-parse claudestep-metadata >../begin
# Another project of the name.
$ cd ../tree && git rm -q projects/auth.json && git commit -q -m 'by hand' && cd ../bob && claudestep -q project create auth && claudestep sync --squash
! error: what was never pushed takes away what 06d889a has
!   caused by: it takes away the project 'auth'
!   caused by: nothing was put together, and nothing was pushed
! hint: to see all that is another here: git diff 06d889a claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
[4]
# What somebody else did to it since goes on where one side deleted it.
$ git -C ../tree reset -q --hard $(cat ../begin) && claudestep -q project delete other && cd ../ann && claudestep -q task add other --description Two && claudestep -q sync && cd ../tree && git fetch -q origin claudestep-metadata && git merge -q -s ours --no-edit FETCH_HEAD && cd ../bob && claudestep sync --squash
! error: what was never pushed takes away what be0b1a3 has
!   caused by: it takes away the project 'other', which be0b1a3a6704 wrote
!   caused by: nothing was put together, and nothing was pushed
! hint: to take back what a command did, and do it anew after the push: claudestep undo 621cd6de86c3
! hint: to see all that is another here: git diff be0b1a3 claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
[4]
# A claim that was taken out by hand, and the task claimed anew.
$ git -C ../tree reset -q --hard $(cat ../begin) && cd ../ann && GIT_AUTHOR_NAME=ann claudestep -q next login --claim --op-id a1 && cd ../bob && claudestep -q sync && cd ../tree && jq 'del(.tasks[0].claim)' projects/login.json >new && mv new projects/login.json && git commit -q -a -m 'by hand' && cd ../bob && GIT_AUTHOR_NAME=bob claudestep -q next login --claim --no-sync --op-id b1 && claudestep sync --squash
claimed in login: task 1
  description  One
  id           8b125077
  branch       claude-chain-login-8b125077
  claim        by ann until 2026-01-01T02:04:00Z
claimed in login: task 1
  description  One
  id           8b125077
  branch       claude-chain-login-8b125077
  claim        by bob until 2026-01-01T02:04:00Z
! error: what was never pushed takes away what 610e183 has
!   caused by: it changes the claim of task 1
!   caused by: nothing was put together, and nothing was pushed
! hint: to take back what a command did, and do it anew after the push: claudestep undo 1d0946f81f36
! hint: to see all that is another here: git diff 610e183 claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
[4]
# A file that is no project.
$ cd ../ann && claudestep -q sync && git worktree add -q ../notes claudestep-metadata && cd ../notes && echo x >NOTES && git add NOTES && git commit -q -m notes && cd ../ann && claudestep -q sync && cd ../tree && git reset -q --hard $(cat ../begin) && git commit -q --allow-empty -m mine && git fetch -q origin claudestep-metadata && git merge -q -s ours --no-edit FETCH_HEAD && cd ../bob && claudestep sync --squash
! error: what was never pushed takes away what de060e5 has
!   caused by: it puts the claim of task 1 back to what it was before 610e1836699e
!   caused by: it takes away task 2, which be0b1a3a6704 wrote
!   caused by: it has another file 'NOTES', or none
!   caused by: nothing was put together, and nothing was pushed
! hint: to see all that is another here: git diff de060e5 claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
[4]

# What the guard does not object about goes as by any sync, however many operations there are.
$ git -C ../tree reset -q --hard $(cat ../begin) && claudestep -q sync && cd ../tree && git rm -q projects/auth.json && git commit -q -m 'by hand' && git revert --no-edit HEAD >../out && cd ../bob && claudestep -q project rename other shop && for n in $(seq 21); do echo '{"op": "add-task", "project": "shop", "description": "Step '$n'"}'; done | claudestep -q apply - && claudestep sync 2>&1 | grep 'error: '
error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
  caused by: remote: 5f68bc8b7401:projects/auth.json: error: 'A U Thor' made 'by hand': it takes away the project 'auth', which 4817046b8478 wrote [push/metadata-lost]
  caused by: error: failed to push some refs to '../hub.git'
$ claudestep sync --squash && cd ../ann && claudestep -q sync && claudestep list && claudestep fsck --frame | tail -1
[0642781] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to 216f15a
  pushed  de060e5..0642781
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  login    active        0/1  2026-01-01  2026-01-01  -
  shop     not_started  0/23  2026-01-01  2026-01-01  -
3 files checked: 2 notes
! 9 commits held to what they say of themselves
# In what it objects about, it is done anew.
$ cd ../tree && git rm -q projects/login.json && git commit -q -m 'by hand' && git revert --no-edit HEAD >../out && cd ../bob && claudestep -q task release login 1 && claudestep sync --squash
! error: what was never pushed takes away what 0642781 has
!   caused by: it puts the claim of task 1 back to what it was before 610e1836699e
!   caused by: nothing was put together, and nothing was pushed
! hint: to take back what a command did, and do it anew after the push: claudestep undo b95cc7a63e88
! hint: to see all that is another here: git diff 0642781 claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
[4]
$ claudestep -q undo claudestep-metadata && claudestep sync --squash && claudestep -q task release login 1 && claudestep sync
[d28ad16] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to 52a5f00
  pushed  0642781..d28ad16
[fedbbc4] sync 'claudestep-metadata' with 'origin'
  pushed  d28ad16..fedbbc4
