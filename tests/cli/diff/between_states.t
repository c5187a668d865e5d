# What leads from one state to the other, whatever happened in between.
$ git init -q --bare repo.git && cd repo.git
$ claudestep project create auth >out && claudestep project create old >out
$ claudestep task add auth --description 'Add login' >out && git tag start claudestep-metadata
$ claudestep pr open auth --task 1 --pr 42 --branch work --reviewer alice >out
$ claudestep pr close auth --pr 42 >out
$ claudestep pr reopen auth --pr 42 >out
$ claudestep project delete old >out
$ claudestep diff start
  auth  task 1: pending -> in_progress, #42 opened for alice
          'Add login'
  old   deleted
$ claudestep diff claudestep-metadata~1
  old  deleted
$ claudestep diff start claudestep-metadata~1
  auth  task 1: pending -> in_progress, #42 opened for alice
          'Add login'
$ claudestep diff claudestep-metadata~1 start
  auth  task 1: in_progress -> pending, #42 removed
          'Add login'
$ claudestep diff 2026-01-01T00:04:00Z --json
{
  "kind": "events",
  "version": 1,
  "entries": [
    {
      "commit": null,
      "time": null,
      "author": null,
      "undoes": null,
      "project": "auth",
      "events": [
        {
          "kind": "task_status",
          "project": "auth",
          "task": 1,
          "pr_number": null,
          "from": "pending",
          "to": "in_progress",
          "text": "task 1: pending -> in_progress"
        },
        {
          "kind": "pr_state",
          "project": "auth",
          "task": 1,
          "pr_number": 42,
          "from": "closed",
          "to": "open",
          "text": "#42 reopened"
        }
      ]
    },
    {
      "commit": null,
      "time": null,
      "author": null,
      "undoes": null,
      "project": "old",
      "events": [
        {
          "kind": "project_deleted",
          "project": "old",
          "task": null,
          "pr_number": null,
          "from": null,
          "to": null,
          "text": "deleted"
        }
      ]
    }
  ]
}
$ claudestep diff start start
! no project differs
$ claudestep diff --at start claudestep-metadata
  auth  task 1: in_progress -> pending, #42 removed
          'Add login'
  old   created
$ claudestep diff nowhere
! error: no revision or date 'nowhere'
! hint: name a revision as git does (claudestep-metadata~3), a date (2026-01-27), an instant or an age (7d)
[3]
$ claudestep diff
! error: missing operand 'A'
! hint: usage: claudestep diff A [B]
[2]
