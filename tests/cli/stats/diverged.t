# Local and fetched branch went apart: reading shows both merged, with --local the local one; writing
# merges them first.
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
  billing  empty   0/0  2026-01-01  2026-01-01  -
  catalog  empty   0/0  2026-01-01  2026-01-01  -
$ claudestep list --local
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  auth     empty   0/0  2026-01-01  2026-01-01  -
  catalog  empty   0/0  2026-01-01  2026-01-01  -
$ claudestep list --json 2>&1 >../out
$ claudestep project create docs
[b7b1a1b] docs: create
! merged what 'refs/remotes/origin/claudestep-metadata' has
