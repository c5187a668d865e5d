$ git init -q --bare repo.git && cd repo.git
$ claudestep progress
! there is no metadata branch 'refs/heads/claudestep-metadata' yet
! hint: claudestep init
$ claudestep progress --json
{
  "kind": "progress",
  "version": 1,
  "projects": [],
  "totals": {
    "projects": 0,
    "tasks": 0,
    "completed": 0,
    "in_progress": 0,
    "pending": 0,
    "claimed": 0,
    "completion": 0.0
  },
  "flow": {
    "pull_requests": 0,
    "merged": 0,
    "first_pass": 0,
    "first_pass_rate": null,
    "cycles": 0,
    "cycle_seconds_median": null,
    "cycle_seconds_p90": null,
    "merges_a_week": null,
    "tasks": 0,
    "merged_tasks": 0,
    "attempts_a_task": null,
    "cost_usd_a_merged_task": null
  }
}
