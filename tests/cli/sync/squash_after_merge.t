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
