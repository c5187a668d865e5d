# What a commit by hand took away, and what is pushed has again, is not lost: the guard keeps what the remote has, not the way there.
--- file clones
#!/bin/sh
# Begins anew: a guarded repository, and the clones a and b of it with a work tree of b's branch.
cd "$(dirname "$0")" && rm -rf r.git a b tree && git init -q --bare r.git && claudestep -C r.git -q hooks install
for i in a b; do git init -q $i && git -C $i remote add origin ../r.git; done
cd a && claudestep -q project create p && claudestep -q task add p --description one && claudestep -q task edit p 1 --description two
claudestep -q task add p --description more && claudestep -q pr open p --task 1 --pr 7 --branch x && claudestep -q pr open p --task 2 --pr 8 --branch y
claudestep -q sync --force-first && cd ../b && claudestep -q sync && git worktree add -q ../tree claudestep-metadata
--- end
--- file by-hand
#!/bin/sh
# Rewrites p in the work tree with jq, as a commit by hand.
cd "$(dirname "$0")/tree" && jq --indent 2 "$1" projects/p.json >../new && cp ../new projects/p.json && git commit -qam "by hand"
--- end
$ chmod +x clones by-hand && export W=$PWD
# A merge keeps what somebody else changed meanwhile: the whole project,
$ cd $W && ./clones && cd $W/a && claudestep -q pr assign p --pr 7 --reviewer zoe && claudestep -q sync
$ cd $W/tree && git rm -q projects/p.json && git commit -qm "no p" && cd ../b && claudestep -q project create mine && claudestep sync -q && claudestep pr list p
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  zoe       2026-01-01  $0.00  two
  #8  open      2  -         2026-01-01  $0.00  more
# a pull request, a task, a text that was put back.
$ cd $W && ./clones && cd $W/a && claudestep -q pr assign p --pr 7 --reviewer zoe && claudestep -q task edit p 2 --description reworded && claudestep -q task edit p 1 --description three && claudestep -q sync
$ $W/by-hand 'del(.pull_requests[0]) | .tasks[0].description = "one"' && cd $W/b && claudestep sync -q && claudestep show p
p: active
  [------------------------] 0.0%
  2 tasks: 0 completed, 2 in progress, 0 pending
  cost $0.00, 0 AI operations, 0 tokens in, 0 out
  created 2026-01-01, updated 2026-01-01
\
  TASK  ID        STATUS       DESCRIPTION
     1  7692c3ad  in_progress  three
     2  187897ce  in_progress  reworded
\
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  zoe       2026-01-01  $0.00  three
  #8  open      2  -         2026-01-01  $0.00  reworded
# What the merge has not kept is refused, and nobody else is said to have written it. The way out that is printed leads out.
$ cd $W && ./clones && cd $W/a && claudestep -q pr assign p --pr 7 --reviewer zoe && claudestep -q sync
$ $W/by-hand 'del(.pull_requests[0, 1])' && cd $W/b && claudestep -q task add p --description mine && claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: 6878dabb23f8:projects/p.json: error: 'A U Thor' made 'by hand': it takes away #8, which e5d167ea7490 wrote [push/metadata-lost]
!   caused by: remote:   hint: 'claudestep undo COMMIT' takes it back, or bring it back by hand; then do what was meant with 'project delete', 'pr reopen' or 'undo'
!   caused by: remote: the push is refused: metadata would be lost or broken
!   caused by: error: failed to push some refs to '../r.git'
!   caused by: before that, what 'origin' had was brought in here, as commit 81e1731f29ce, which stays
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
$ cd $W/b && claudestep undo "$(git log --format=%H --grep 'by hand' claudestep-metadata)"; cd ../tree && git show claudestep-metadata:projects/p.json | jq --indent 2 ".pull_requests += [$(git show 'HEAD~2:projects/p.json' | jq -c '.pull_requests[1]')]" >../new && cp ../new projects/p.json && git commit -qam '#8 again' && cd ../b && claudestep sync -q && claudestep pr list p
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  zoe       2026-01-01  $0.00  two
  #8  open      2  -         2026-01-01  $0.00  more
! error: cannot undo 6878dab: later work on 'p' depends on it
!   caused by: #7 was changed later
# Nor does it help to bring back a part, or an older state.
$ cd $W && ./clones && $W/by-hand 'del(.tasks[1])' && $W/by-hand '.tasks += [{"index": 2, "id": "x", "description": "more", "status": "pending"}]' && cd $W/b && claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: 588eb61ca761:projects/p.json: error: 'A U Thor' made 'by hand': it takes away task 2, which 5dcb4fd09f0d wrote [push/metadata-lost]
!   caused by: remote:   hint: 'claudestep undo COMMIT' takes it back, or bring it back by hand; then do what was meant with 'project delete', 'pr reopen' or 'undo'
!   caused by: remote: projects/p.json:33:18: error: #8 belongs to task '187897ce', which there is not [pr/unknown-task]
!   caused by: remote:   hint: decide which task it was for: claudestep pr move, or add the task
!   caused by: remote: the push is refused: metadata would be lost or broken
!   caused by: error: failed to push some refs to '../r.git'
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
$ cd $W && ./clones && cp $W/tree/projects/p.json $W/whole && cd $W/tree && git rm -q projects/p.json && git commit -qm "no p" && mkdir -p projects && jq --indent 2 'del(.pull_requests[1].branch_name)' ../whole >projects/p.json && git add . && git commit -qm "p again" && cd ../b && claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: ae8a65e41968:projects/p.json: error: 'A U Thor' made 'no p': it takes away the project 'p', which cae2ebfc8ee1 wrote; what came back is not all of it: the branch_name of #8 [push/metadata-lost]
!   caused by: remote:   hint: 'claudestep undo COMMIT' takes it back, or bring it back by hand; then do what was meant with 'project delete', 'pr reopen' or 'undo'
!   caused by: remote: the push is refused: metadata would be lost or broken
!   caused by: error: failed to push some refs to '../r.git'
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
$ cd $W && ./clones && cp $W/tree/projects/p.json $W/whole && cd $W/tree && git rm -q projects/p.json && git commit -qm "no p" && mkdir -p projects && jq --indent 2 '.tasks[0].description = "one"' ../whole >projects/p.json && git add . && git commit -qm "p again" && cd ../b && claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: 1195ad15c2d2:projects/p.json: error: 'A U Thor' made 'no p': it takes away the project 'p', which 5386174b8553 wrote; what came back is not all of it: the description of task 1 [push/metadata-lost]
!   caused by: remote:   hint: 'claudestep undo COMMIT' takes it back, or bring it back by hand; then do what was meant with 'project delete', 'pr reopen' or 'undo'
!   caused by: remote: the push is refused: metadata would be lost or broken
!   caused by: error: failed to push some refs to '../r.git'
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
# git revert brings it back, and an operation may take it away then.
$ cd $W && ./clones && cd $W/tree && git rm -q projects/p.json && git commit -qm "no p" && git revert --no-edit HEAD >../log && cd ../b && claudestep sync -q && claudestep -q project delete p && claudestep sync -q
$ cd $W && ./clones && $W/by-hand 'del(.pull_requests[0]) | .tasks[0].description = "one"' && cd $W/tree && git revert --no-edit HEAD >../log && cd ../b && claudestep -q task edit p 1 --description one && claudestep sync -q && claudestep show p
p: active
  [------------------------] 0.0%
  2 tasks: 0 completed, 2 in progress, 0 pending
  cost $0.00, 0 AI operations, 0 tokens in, 0 out
  created 2026-01-01, updated 2026-01-01
\
  TASK  ID        STATUS       DESCRIPTION
     1  7692c3ad  in_progress  one
     2  187897ce  in_progress  more
\
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  one
  #8  open      2  -         2026-01-01  $0.00  more
# To take back what brought it back takes it away again.
$ cd $W && ./clones && $W/by-hand 'del(.pull_requests[0])' && cd $W/tree && git revert --no-edit HEAD >../log && cd ../b && claudestep -q undo && claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: af76751f3f9a:projects/p.json: error: 'A U Thor' made 'by hand': it takes away #7, which b30a18c39220 wrote [push/metadata-lost]
!   caused by: remote:   hint: 'claudestep undo COMMIT' takes it back, or bring it back by hand; then do what was meant with 'project delete', 'pr reopen' or 'undo'
!   caused by: remote: the push is refused: metadata would be lost or broken
!   caused by: error: failed to push some refs to '../r.git'
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
# It is the same project under another name.
$ cd $W && ./clones && cd $W/a && claudestep -q project rename p q && claudestep -q sync && cd ../tree && git rm -q projects/p.json && git commit -qm "no p" && cd ../b && claudestep sync -q && claudestep list
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  q        active   0/2  2026-01-01  2026-01-01  -
# What somebody else took away by an operation, as here by hand, is gone.
$ cd $W && ./clones && cd $W/a && claudestep -q project delete p && claudestep -q sync && cd ../tree && git rm -q projects/p.json && git commit -qm "no p" && cd ../b && claudestep -q project create mine && claudestep sync -q && claudestep list
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  mine     empty   0/0  2026-01-01  2026-01-01  -
# Not so where that was taken back: the remote has it.
$ cd $W && ./clones && cd $W/a && claudestep -q project delete p && claudestep -q undo && claudestep -q project create other && claudestep -q sync && cd ../tree && git rm -q projects/p.json && git commit -qm "no p" && cd ../b && claudestep -q project create mine && claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: ea768eb918cc:projects/p.json: error: 'A U Thor' made 'no p': it takes away the project 'p', which 618ca4ac7888 wrote [push/metadata-lost]
!   caused by: remote:   hint: 'claudestep undo COMMIT' takes it back, or bring it back by hand; then do what was meant with 'project delete', 'pr reopen' or 'undo'
!   caused by: remote: the push is refused: metadata would be lost or broken
!   caused by: error: failed to push some refs to '../r.git'
!   caused by: before that, what 'origin' had was brought in here, as commit f0ef6b5a77d4, which stays
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
$ cd $W && ./clones && cd $W/a && claudestep -q task edit p 1 --description one && claudestep -q undo && claudestep -q sync && $W/by-hand '.tasks[0].description = "one"' && cd ../b && claudestep -q project create mine && claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: 5140169cc9b8:projects/p.json: error: 'A U Thor' made 'by hand': it puts the description of task 1 back to what it was before 39f11168941f [push/metadata-lost]
!   caused by: remote:   hint: 'claudestep undo COMMIT' takes it back, or bring it back by hand; then do what was meant with 'project delete', 'pr reopen' or 'undo'
!   caused by: remote: the push is refused: metadata would be lost or broken
!   caused by: error: failed to push some refs to '../r.git'
!   caused by: before that, what 'origin' had was brought in here, as commit a6de89f33ad7, which stays
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
