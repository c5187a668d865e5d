# Without metadata there is nothing to list, which is no error.
$ claudestep list
! error: not a git repository (or any of the parent directories): '$TESTDIR'
! hint: run it inside a repository, or name one with -C or --git-dir
[3]
$ git init -q --bare repo.git && cd repo.git
$ claudestep list
! there is no metadata branch 'refs/heads/claudestep-metadata' yet
! hint: claudestep init
$ claudestep list --json
{
  "kind": "projects",
  "version": 1,
  "projects": []
}
$ claudestep list -q
$ claudestep --ref other list
! there is no metadata branch 'refs/heads/other' yet
! hint: claudestep --ref other init
