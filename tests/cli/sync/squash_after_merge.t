# What claudestep's own merge kept, since somebody works on it, is no more a loss in one commit for all than in the merge: a
# task of which a pull request was opened here while it was removed there, a project that was archived there.
$ git init -q --bare hub.git && (cd hub.git && claudestep -q hooks install) && for who in ann bob; do git init -q $who && git -C $who remote add origin ../hub.git; done
$ cd ann && claudestep -q project create kept && claudestep -q task add kept --description One && claudestep -q project create old && claudestep -q task add old --description One && printf -- '- [ ] one\n- [ ] two\n' >plan.md && claudestep -q project create planned && claudestep -q plan import plan.md --project planned && claudestep -q sync --force-first && cd ../bob && claudestep -q sync && git worktree add -q ../tree claudestep-metadata
$ cd ../ann && printf -- '- [ ] one\n' >plan.md && claudestep -q plan import plan.md --project planned && claudestep -q project archive old && claudestep -q sync
$ cd ../tree && git rm -q projects/kept.json && git commit -q -m 'by hand' && git revert --no-edit HEAD >../out && cd ../bob && claudestep -q pr open planned --task 2 --pr 21 --branch y && claudestep -q task add old --description Two && claudestep sync 2>&1 | grep -o 'it .*\]'
it takes away the project 'kept', which 6254da3dc745 wrote [push/metadata-lost]
$ claudestep log --receipts | tail -n +2
  old: archive: kept 'projects', gave up 'archived'
  planned: deletion of task 3fc4ccfe: kept 'the task, needed by others', gave up 'deleted'
$ claudestep sync --squash && cd ../ann && claudestep -q sync && claudestep list && claudestep pr list planned && claudestep fsck --frame | tail -1
[e3d6dba] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to 7cc12d5
  pushed  b0739de..e3d6dba
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  kept     not_started   0/1  2026-01-01  2026-01-01  -
  old      not_started   0/2  2026-01-01  2026-01-01  -
  planned  active        0/2  2026-01-01  2026-01-01  -
   PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #21  open      2  -         2026-01-01  $0.00  two
3 files checked: 1 warning
! 9 commits held to what they say of themselves
# So is what was taken away there: a task, a pull request, a project. One commit that waits for its push is put together anew as well.
$ claudestep -q task add kept --description Two && claudestep -q pr open kept --task 1 --pr 22 --branch z && claudestep -q project create gone && claudestep -q task add gone --description One && claudestep -q sync && git rev-parse claudestep-metadata~3 claudestep-metadata~2 >../two && cd ../bob && claudestep -q sync
$ cd ../ann && claudestep -q undo $(head -1 ../two) && claudestep -q undo $(tail -1 ../two) && claudestep -q project delete gone && claudestep -q sync
$ cd ../tree && git reset -q --hard && git rm -q projects/old.json && git commit -q -m 'by hand' && git revert --no-edit HEAD >../out && cd ../bob && claudestep -q task edit kept 2 --description 'Two of Bob' && claudestep -q pr retitle kept --pr 22 --title Bob && claudestep -q task add gone --description Two && claudestep sync 2>&1 | grep -o 'it .*\]'
it takes away the project 'old', which e3d6dbabb387 wrote [push/metadata-lost]
$ printf '#!/bin/sh\nexit 1\n' >../hub.git/hooks/update && chmod +x ../hub.git/hooks/update && claudestep sync --squash 2>&1 | grep 'put together' ; rm ../hub.git/hooks/update && cd ../ann && claudestep -q task add old --description Three && claudestep -q sync && cd ../bob && claudestep sync --squash
  caused by: before that, what was never pushed was put together as commit 58cb4ba36706, which stays; the branch was at 583cb04f3c09
[08ee2da] sync 'claudestep-metadata' with 'origin'
  fetched 58cb4ba..abeb129
  merged  both sides
  squashed what was never pushed, up to 287928b
  pushed  abeb129..08ee2da
$ claudestep task list kept && claudestep pr list kept && claudestep list && claudestep fsck --frame | tail -1
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  in_progress     One
     2  94a72c07  pending, ready  Two of Bob
   PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #22  open      1  -         2026-01-01  $0.00  Bob
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  gone     not_started   0/2  2026-01-01  2026-01-01  -
  kept     active        0/2  2026-01-01  2026-01-01  -
  old      not_started   0/3  2026-01-01  2026-01-01  -
  planned  active        0/2  2026-01-01  2026-01-01  -
4 files checked: 2 warnings
! 18 commits held to what they say of themselves
# An AI operation that two recorded, each for another pull request, is with one: with theirs, or with ours.
--- file op.sh
# op.sh PR ID: records an AI operation.
echo '{"type": "review", "model": "m", "cost_usd": 1, "operation_id": "'$2'"}' | claudestep -q op add old --pr $1 --ops -
--- end
$ cd ../bob && claudestep -q pr open old --task 1 --pr 31 --branch a && claudestep -q pr open old --task 2 --pr 32 --branch b && claudestep -q sync && cd ../ann && claudestep -q sync && sh ../op.sh 31 x && sh ../op.sh 32 y && claudestep -q sync
$ cd ../tree && git reset -q --hard && git rm -q projects/kept.json && git commit -q -m 'by hand' && git revert --no-edit HEAD >../out && cd ../bob && sh ../op.sh 32 x && sh ../op.sh 31 y && claudestep sync 2>&1 | grep -o 'it .*\]'
it takes away the project 'kept', which 08ee2dae3873 wrote [push/metadata-lost]
$ claudestep sync --squash && git show claudestep-metadata:projects/old.json | jq -c '.pull_requests[] | [.pr_number, .ai_operations[].operation_id]' && claudestep fsck --frame | tail -1
[9e6939d] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to fe0ff47
  pushed  6fc873d..9e6939d
\[31]
[32,"x","y"]
4 files checked: 3 warnings, 1 note
! 23 commits held to what they say of themselves
# So is the folder of a project that both made, and that was put away there.
$ cd ../ann && claudestep -q sync && claudestep -q project create both && claudestep -q project archive both && claudestep -q sync
$ cd ../tree && git reset -q --hard && git rm -q projects/kept.json && git commit -q -m 'by hand' && git revert --no-edit HEAD >../out && cd ../bob && claudestep -q project create both && claudestep -q task add both --description One && claudestep sync 2>&1 | grep -o 'it .*\]'
it takes away the project 'kept', which 08ee2dae3873 wrote [push/metadata-lost]
$ claudestep log --receipts | tail -n +2 | sed '/^$/,$d'
  both: created_at: kept '2026-01-01T00:14:00Z', gave up '2026-01-01T00:15:00Z'
  both: archive: kept 'projects', gave up 'archived'
$ claudestep sync --squash && git ls-tree -r --name-only claudestep-metadata | grep both && claudestep fsck --frame | tail -1
[c1894cd] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to f598f1f
  pushed  bed74ae..c1894cd
projects/both.json
5 files checked: 3 warnings, 1 note
! 26 commits held to what they say of themselves
