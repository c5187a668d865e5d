$ git init -q --bare repo.git && cd repo.git
$ claudestep capacity
! there is no metadata branch 'refs/heads/claudestep-metadata' yet
! hint: claudestep init
$ claudestep capacity --json
{
  "kind": "capacity",
  "version": 1,
  "reviewers": [],
  "unassigned": 0
}
