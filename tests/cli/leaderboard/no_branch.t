$ git init -q --bare repo.git && cd repo.git
$ claudestep leaderboard
! there is no metadata branch 'refs/heads/claudestep-metadata' yet
! hint: claudestep init
$ claudestep leaderboard --json
{
  "kind": "leaderboard",
  "version": 1,
  "rows": [],
  "unassigned": 0
}
