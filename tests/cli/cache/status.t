# What questions find out is kept, and given up at a word.
$ git init -q --bare repo.git && cd repo.git && claudestep init -q && claudestep project create -q auth && claudestep project create -q billing
$ claudestep cache status
folder    $TESTDIR/repo.git/claudestep/facts
holds     0 files, 0 bytes
knows     0 of 2 project files of the branch
merges    0 files, 0 bytes
patches   0 files, 0 bytes
$ claudestep stats -q --no-cache >/dev/null && claudestep cache status
folder    $TESTDIR/repo.git/claudestep/facts
holds     0 files, 0 bytes
knows     0 of 2 project files of the branch
merges    0 files, 0 bytes
patches   0 files, 0 bytes
$ claudestep stats -q >/dev/null && claudestep cache status --json | grep -v '"bytes"'
{
  "kind": "cache",
  "version": 1,
  "folder": "$TESTDIR/repo.git/claudestep/facts",
  "files": 1,
  "projects": 2,
  "cached": 2,
  "merge_files": 0,
  "merge_bytes": 0,
  "patch_files": 0,
  "patch_bytes": 0,
  "cleared": null
}
$ claudestep cache clear
took away 1 file; the next question makes them anew
folder    $TESTDIR/repo.git/claudestep/facts
holds     0 files, 0 bytes
knows     0 of 2 project files of the branch
merges    0 files, 0 bytes
patches   0 files, 0 bytes
$ claudestep cache clear --json
{
  "kind": "cache",
  "version": 1,
  "folder": "$TESTDIR/repo.git/claudestep/facts",
  "files": 0,
  "bytes": 0,
  "projects": 2,
  "cached": 0,
  "merge_files": 0,
  "merge_bytes": 0,
  "patch_files": 0,
  "patch_bytes": 0,
  "cleared": 0
}
# Another state of the branch has files of its own.
$ claudestep stats -q >/dev/null && claudestep project create -q search && claudestep stats -q >/dev/null && claudestep cache status | grep -v holds
folder    $TESTDIR/repo.git/claudestep/facts
knows     3 of 3 project files of the branch
merges    0 files, 0 bytes
patches   0 files, 0 bytes
# Where nothing can be kept, nothing is said.
$ claudestep cache clear >/dev/null && rmdir claudestep/facts && echo 'in the way' >claudestep/facts && claudestep stats | tail -n 3
3 projects, 0 tasks: 0 completed, 0 in progress, 0 pending
0 pull requests: 0 open, 0 merged, 0 closed
0 AI operations: $0.00, 0 tokens in, 0 out
