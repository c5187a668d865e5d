$ git init -q --bare repo.git && cd repo.git
$ claudestep cache status
folder    $TESTDIR/repo.git/claudestep/facts
holds     0 files, 0 bytes
knows     0 of 0 project files of the branch
merges    0 files, 0 bytes
patches   0 files, 0 bytes
$ claudestep cache status --json
{
  "kind": "cache",
  "version": 1,
  "folder": "$TESTDIR/repo.git/claudestep/facts",
  "files": 0,
  "bytes": 0,
  "projects": 0,
  "cached": 0,
  "merge_files": 0,
  "merge_bytes": 0,
  "patch_files": 0,
  "patch_bytes": 0,
  "cleared": null
}
