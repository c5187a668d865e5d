# The merge of two lines that went apart is kept for the next question, until one of them moves on.
$ git init -q --bare one.git && cd one.git && claudestep init -q && claudestep project create -q auth
$ cd .. && git clone -q --bare one.git two.git && git -C two.git config remote.origin.fetch '+refs/heads/*:refs/remotes/origin/*'
$ claudestep -C one.git project create -q billing && claudestep -C two.git project create -q search && git -C two.git fetch -q && cd two.git
$ claudestep list --no-cache && ls claudestep
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  auth     empty   0/0  2026-01-01  2026-01-01  -
  billing  empty   0/0  2026-01-01  2026-01-01  -
  search   empty   0/0  2026-01-01  2026-01-01  -
write.lock
$ claudestep list -q >/dev/null && claudestep cache status --json | grep merge_files
  "merge_files": 1,
$ cp claudestep/merges/*.merge kept && claudestep list -q >/dev/null && cmp kept claudestep/merges/*.merge
# Damaged, it is made anew, and nothing is said.
$ sed -i 's/billing/BILLING/g' claudestep/merges/*.merge && claudestep show billing && claudestep list -q && cmp kept claudestep/merges/*.merge
billing: empty
  [------------------------] 0.0%
  0 tasks: 0 completed, 0 in progress, 0 pending
  cost $0.00, 0 AI operations, 0 tokens in, 0 out
  created 2026-01-01, updated 2026-01-01
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  auth     empty   0/0  2026-01-01  2026-01-01  -
  billing  empty   0/0  2026-01-01  2026-01-01  -
  search   empty   0/0  2026-01-01  2026-01-01  -
# A write makes the merge itself; what it writes is whole.
$ claudestep project create -q docs && git fsck --strict && claudestep list
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  auth     empty   0/0  2026-01-01  2026-01-01  -
  billing  empty   0/0  2026-01-01  2026-01-01  -
  docs     empty   0/0  2026-01-01  2026-01-01  -
  search   empty   0/0  2026-01-01  2026-01-01  -
! notice: HEAD points to an unborn branch (main)
$ claudestep cache clear
took away 3 files; the next question makes them anew
folder    $TESTDIR/two.git/claudestep/facts
holds     0 files, 0 bytes
knows     0 of 4 project files of the branch
merges    0 files, 0 bytes
patches   0 files, 0 bytes
