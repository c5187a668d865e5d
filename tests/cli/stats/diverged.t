# Local and fetched branch went apart: reading says so and shows the local one, writing is refused.
$ git init -q --bare remote.git && git init -q one && git init -q two
$ cd one && git remote add origin ../remote.git && claudestep project create auth -q && git push -q origin claudestep-metadata && cd ..
$ cd two && git remote add origin ../remote.git && git fetch -q && cd ..
$ cd one && claudestep project create billing -q && git push -q origin claudestep-metadata && cd ..
$ cd two && claudestep stats | sed -n "s/ project.*//p"
1
$ claudestep project create catalog -q && git fetch -q
$ claudestep list
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  auth     empty   0/0  2026-01-01  2026-01-01  -
  catalog  empty   0/0  2026-01-01  2026-01-01  -
! warning: 'claudestep-metadata' and 'refs/remotes/origin/claudestep-metadata' have gone apart; this shows the local branch alone
! hint: git log --oneline --left-right refs/heads/claudestep-metadata...refs/remotes/origin/claudestep-metadata
$ claudestep list --local
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  auth     empty   0/0  2026-01-01  2026-01-01  -
  catalog  empty   0/0  2026-01-01  2026-01-01  -
$ claudestep list --json 2>&1 >../out
warning: 'claudestep-metadata' and 'refs/remotes/origin/claudestep-metadata' have gone apart; this shows the local branch alone
hint: git log --oneline --left-right refs/heads/claudestep-metadata...refs/remotes/origin/claudestep-metadata
$ claudestep project create docs
! error: 'refs/heads/claudestep-metadata' and 'refs/remotes/origin/claudestep-metadata' have gone apart
!   caused by: a write on one side alone could lose the other; nothing was written
! hint: git log --oneline --left-right refs/heads/claudestep-metadata...refs/remotes/origin/claudestep-metadata shows what each side has
! hint: merge the one into the other with git, then write again
[4]
