# Where another ref has the place of the one that notes what the remote has, nothing is pushed: what came
# of the push could not be noted, and a rewind of the remote would not be noticed.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep task add auth --description "Add login" -q
$ git update-ref refs/remotes/origin/claudestep-metadata/x claudestep-metadata~1
$ claudestep sync --force-first
! error: there is no place for 'refs/remotes/origin/claudestep-metadata' beside 'refs/remotes/origin/claudestep-metadata/x'
!   caused by: it notes what the remote has, and git keeps no ref below another; nothing was pushed
!   caused by: 'refs/remotes/origin/claudestep-metadata/x' is at 83724d120d37697765e0a60ba863aedb8f1ed4ad
! hint: to keep its commit, if nothing else does: git branch NAME ID
! hint: to take it away: git update-ref --no-deref -d refs/remotes/origin/claudestep-metadata/x
[4]
$ claudestep next auth --claim
! error: there is no place for 'refs/remotes/origin/claudestep-metadata' beside 'refs/remotes/origin/claudestep-metadata/x'
!   caused by: it notes what the remote has, and git keeps no ref below another; nothing was pushed
!   caused by: 'refs/remotes/origin/claudestep-metadata/x' is at 83724d120d37697765e0a60ba863aedb8f1ed4ad
! hint: to keep its commit, if nothing else does: git branch NAME ID
! hint: to take it away: git update-ref --no-deref -d refs/remotes/origin/claudestep-metadata/x
[4]
$ claudestep sync --no-fetch --force-first --json
! {"kind":"error","version":1,"code":"conflict","message":"there is no place for 'refs/remotes/origin/claudestep-metadata' beside 'refs/remotes/origin/claudestep-metadata/x'","causes":["it notes what the remote has, and git keeps no ref below another; nothing was pushed","'refs/remotes/origin/claudestep-metadata/x' is at 83724d120d37697765e0a60ba863aedb8f1ed4ad"],"hints":["to keep its commit, if nothing else does: git branch NAME ID","to take it away: git update-ref --no-deref -d refs/remotes/origin/claudestep-metadata/x"],"retryable":false,"place":null}
[4]
$ claudestep sync --dry-run 2>&1 | head -1
error: there is no place for 'refs/remotes/origin/claudestep-metadata' beside 'refs/remotes/origin/claudestep-metadata/x'
$ git -C ../remote.git for-each-ref; claudestep doctor | grep -A1 problem
problem  remote      there is no place for 'refs/remotes/origin/claudestep-metadata' beside 'refs/remotes/origin/claudestep-metadata/x': claudestep sync and claims are refused
                     hint: to take that away: git -C $TESTDIR/one update-ref --no-deref -d refs/remotes/origin/claudestep-metadata/x
--
1 problem, 0 warnings
# An address has such a ref as well, and the one in its way may stand above.
$ git update-ref refs/claudestep/remotes claudestep-metadata && claudestep sync --force-first ../remote.git 2>&1 | sed 's,remotes/[0-9a-f]*/,remotes/X/,'
error: there is no place for 'refs/claudestep/remotes/X/claudestep-metadata' beside 'refs/claudestep/remotes'
  caused by: it notes what the remote has, and git keeps no ref below another; nothing was pushed
  caused by: 'refs/claudestep/remotes' is at 9d8281712e7a0d3878d88cae4b540c10fec48d6b
hint: to keep its commit, if nothing else does: git branch NAME ID
hint: to take it away: git update-ref --no-deref -d refs/claudestep/remotes
# One that comes during the push changes nothing about the push.
--- file hook
#!/bin/sh
unset GIT_DIR GIT_QUARANTINE_PATH
git -C ../one update-ref refs/remotes/origin/claudestep-metadata/y claudestep-metadata
--- end
$ git update-ref -d refs/claudestep/remotes && git update-ref -d refs/remotes/origin/claudestep-metadata/x
$ cp ../hook ../remote.git/hooks/update && chmod +x ../remote.git/hooks/update && claudestep sync --force-first
[9d82817] sync 'claudestep-metadata' with 'origin'
  pushed  nothing..9d82817
! warning: it was pushed, but 'refs/remotes/origin/claudestep-metadata' was not brought along: the ref 'refs/remotes/origin/claudestep-metadata' cannot exist beside 'refs/remotes/origin/claudestep-metadata/y'; the next sync does it
$ git update-ref -d refs/remotes/origin/claudestep-metadata/y && claudestep sync
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
