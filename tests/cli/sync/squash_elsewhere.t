# What another remote has as commits is not put together as one: that would be new work, and what is taken away of the old
# would come back from here.
$ for r in hub fork; do git init -q --bare $r.git; done && (cd fork.git && claudestep -q hooks install) && for who in ann bob; do git init -q $who && git -C $who remote add origin ../hub.git && git -C $who remote add fork ../fork.git && git -C $who config branch.claudestep-metadata.remote origin; done
$ cd ann && claudestep -q project create auth && claudestep -q sync --force-first && claudestep -q sync fork --force-first && cd ../bob && claudestep -q sync && claudestep -q project create doomed && claudestep -q sync && cd ../ann && claudestep -q sync
$ git worktree add -q ../tree claudestep-metadata && git -C ../tree rm -q projects/auth.json && git -C ../tree commit -q -m 'by hand' && git -C ../tree revert --no-edit HEAD >../out && claudestep -q sync
$ claudestep sync fork 2>&1 | grep -o 'claudestep sync.*squash$'
claudestep sync fork --squash
$ claudestep sync fork --squash --dry-run
! error: cannot put the work together for 'fork': 'origin' has a part of it
!   caused by: put together it would be new, so what is deleted or undone there would come back from here
!   caused by: nothing was put together, and nothing was pushed
! hint: to see that part: git log --oneline 83724d120d37..61542965b8a0
! hint: what another has made is in nobody's way once 'fork' has it: have it pushed there first
! hint: whoever keeps 'fork' can take the commits as they are, its pre-receive hook put aside for one push
! hint: where it has that no more: git fetch origin
! hint: where nobody else works there, so that nothing is taken away: git update-ref -d refs/remotes/origin/claudestep-metadata && claudestep sync fork --squash
[4]
$ claudestep sync fork --squash
! error: cannot put the work together for 'fork': 'origin' has a part of it
!   caused by: put together it would be new, so what is deleted or undone there would come back from here
!   caused by: nothing was put together, and nothing was pushed
! hint: to see that part: git log --oneline 83724d120d37..61542965b8a0
! hint: what another has made is in nobody's way once 'fork' has it: have it pushed there first
! hint: whoever keeps 'fork' can take the commits as they are, its pre-receive hook put aside for one push
! hint: where it has that no more: git fetch origin
! hint: where nobody else works there, so that nothing is taken away: git update-ref -d refs/remotes/origin/claudestep-metadata && claudestep sync fork --squash
[4]
# The same of work that would be put upon a remote that was rewound.
$ git -C ../fork.git update-ref -d refs/heads/claudestep-metadata && git -C .. init -q --bare third.git && git remote add third ../third.git && claudestep -q project create mine && claudestep -q sync && git push -q third claudestep-metadata~1:refs/heads/claudestep-metadata && git fetch -q third && git -C ../third.git update-ref refs/heads/claudestep-metadata $(git rev-parse claudestep-metadata~3)
$ claudestep sync third --accept-rewind
! error: cannot put the work together for 'third': 'origin' has a part of it
!   caused by: put together it would be new, so what is deleted or undone there would come back from here
!   caused by: nothing was put together, and nothing was pushed
! hint: to see that part: git log --oneline 61542965b8a0..11d0c969a257
! hint: what another has made is in nobody's way once 'third' has it: have it pushed there first
! hint: to give it back what it lost, before the next claudestep sync: git push third 61542965b8a0:refs/heads/claudestep-metadata
! hint: where it has that no more: git fetch origin
! hint: where nobody else works there, so that nothing is taken away: git update-ref -d refs/remotes/origin/claudestep-metadata && claudestep sync third --accept-rewind
[4]
# And of what came from another clone, which a path names, until that has pushed it itself.
$ cd .. && git init -q --bare one.git && (cd one.git && claudestep -q hooks install) && for who in cat dan; do git init -q $who && git -C $who remote add origin ../one.git; done
$ cd cat && claudestep -q project create auth && claudestep -q sync --force-first && cd ../dan && claudestep -q sync && claudestep -q task add auth --description Hers && cd ../cat && claudestep -q sync ../dan --no-push && git worktree add -q ../trunk claudestep-metadata && git -C ../trunk rm -q projects/auth.json && git -C ../trunk commit -q -m 'by hand' && git -C ../trunk revert --no-edit HEAD >../out
$ claudestep sync --squash 2>&1 | sed -E 's,remotes/[0-9a-f]+,remotes/ADDRESS,'
error: cannot put the work together for 'origin': the clone that 'refs/claudestep/remotes/ADDRESS/claudestep-metadata' notes has a part of it
  caused by: put together it would be new, so what is deleted or undone there would come back from here
  caused by: nothing was put together, and nothing was pushed
hint: to see that part: git log --oneline b6a74e19e502..471862941fba
hint: what another has made is in nobody's way once 'origin' has it: have it pushed there first
hint: whoever keeps 'origin' can take the commits as they are, its pre-receive hook put aside for one push
hint: where nobody else works there, so that nothing is taken away: git update-ref -d refs/claudestep/remotes/ADDRESS/claudestep-metadata && claudestep sync --squash
$ cd ../dan && claudestep -q sync && claudestep -q undo claudestep-metadata && cd ../cat && claudestep sync --squash && cd ../dan && claudestep -q sync && cd ../cat && claudestep -q sync
[45c17fd] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to a67aa13
  pushed  4718629..45c17fd
$ claudestep list && claudestep fsck --frame
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  auth     empty   0/0  2026-01-01  2026-01-01  -
refs/heads/claudestep-metadata: note: 1 commit of others touched no project file [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
1 file checked: 1 note
! 4 commits held to what they say of themselves
# A copy with which nobody else works keeps nobody from it: what it is noted to have is forgotten.
$ cd .. && git init -q --bare copy.git && git init -q --bare two.git && git init -q eve && cd eve && git remote add origin ../two.git && git remote add copy ../copy.git && git config branch.claudestep-metadata.remote origin && claudestep -q project create auth && claudestep -q sync --force-first && claudestep -q task add auth --description Dropped && claudestep -q sync && claudestep -q task add auth --description Mine && claudestep -q sync copy --force-first && git -C ../two.git update-ref refs/heads/claudestep-metadata claudestep-metadata~1
$ claudestep sync --accept-rewind 2>&1 | tee ../out | sed -n 's/^hint: where nobody//p'; sed -n 's/^hint: where nobody.*: //p' ../out | sh && claudestep show auth | grep Mine
 else works there, so that nothing is taken away: git update-ref -d refs/remotes/copy/claudestep-metadata && claudestep sync --accept-rewind
[c606b66] sync 'claudestep-metadata' with 'origin'
  rewound 93fc8ef..35dcf02
  fetched 93fc8ef..35dcf02
  merged  both sides
  pushed  35dcf02..c606b66
     1  f57afb7d  pending, ready  Mine
