# Each commit that changed a project, newest first, told from the files before and after.
--- file ops.json
[{"type": "PRCreation", "model": "m", "cost_usd": 0.15, "created_at": "2026-01-01T00:00:00Z", "workflow_run_id": 7},
 {"type": "PRSummary", "model": "m", "cost_usd": 0.02, "created_at": "2026-01-01T00:00:00Z", "workflow_run_id": 7}]
--- end
$ git init -q --bare repo.git && cd repo.git
$ claudestep log
! there is no metadata branch 'refs/heads/claudestep-metadata' yet
! hint: claudestep init
$ claudestep log --json
{
  "kind": "events",
  "version": 1,
  "entries": []
}
$ claudestep project create auth >out
$ claudestep task add auth --description 'Add login' >out
$ claudestep task add auth --description 'Add logout' >out
$ claudestep finalize auth --task 1 --pr 42 --branch work --reviewer alice --ops ../ops.json >out
$ claudestep pr merge auth --pr 42 >out
$ claudestep task check auth 2 >out
$ claudestep task edit auth 2 --description 'Add logout everywhere' >out
$ claudestep project create billing >out
$ claudestep project delete billing >out
$ claudestep log
0255d3c  2026-01-01 00:11  A U Thor
  billing  deleted
dffc1f4  2026-01-01 00:10  A U Thor
  billing  created
cb4156d  2026-01-01 00:09  A U Thor
  auth  task 2: reworded to 'Add logout everywhere'
c8f3e4f  2026-01-01 00:08  A U Thor
  auth  task 2: checked, pending -> completed
          'Add logout'
        complete, every task is done
0d2e1bd  2026-01-01 00:07  A U Thor
  auth  task 1: in_progress -> completed, #42 merged
          'Add login'
f6d4d22  2026-01-01 00:06  A U Thor
  auth  task 1: pending -> in_progress, #42 opened for alice, +$0.17 (2 AI
          operations)
          'Add login'
2941132  2026-01-01 00:05  A U Thor
  auth  task 2: added 'Add logout'
1cb0286  2026-01-01 00:04  A U Thor
  auth  task 1: added 'Add login'
8eeb9f8  2026-01-01 00:03  A U Thor
  auth  created
$ claudestep log auth --oneline
cb4156d auth: task 2: reworded to 'Add logout everywhere'
c8f3e4f auth: task 2: checked, pending -> completed; complete, every task is ...
0d2e1bd auth: task 1: in_progress -> completed, #42 merged
f6d4d22 auth: task 1: pending -> in_progress, #42 opened for alice, +$0.17 (2...
2941132 auth: task 2: added 'Add logout'
1cb0286 auth: task 1: added 'Add login'
8eeb9f8 auth: created
$ claudestep log -n 1 --json
{
  "kind": "events",
  "version": 1,
  "entries": [
    {
      "commit": "0255d3ca81198db742cf1eb9a0823733db81c4fe",
      "time": "2026-01-01T00:11:00Z",
      "author": "A U Thor",
      "undoes": null,
      "project": "billing",
      "events": [
        {
          "kind": "project_deleted",
          "project": "billing",
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
$ claudestep log billing --oneline
0255d3c billing: deleted
dffc1f4 billing: created
$ claudestep log biling
! error: no project 'biling'
! hint: claudestep list
[3]
$ claudestep log auth --since 2026-01-01T00:10:00Z --oneline
! no commit of that time changed 'auth'
$ claudestep log --since 2030-01-01
! no commit of that time changed a project
$ COLUMNS=44 claudestep log auth --until 2026-01-01T00:07:01Z
0d2e1bd  2026-01-01 00:07  A U Thor
  auth  task 1: in_progress -> completed,
          #42 merged
          'Add login'
f6d4d22  2026-01-01 00:06  A U Thor
  auth  task 1: pending -> in_progress, #42
          opened for alice, +$0.17 (2 AI
          operations)
          'Add login'
2941132  2026-01-01 00:05  A U Thor
  auth  task 2: added 'Add logout'
1cb0286  2026-01-01 00:04  A U Thor
  auth  task 1: added 'Add login'
8eeb9f8  2026-01-01 00:03  A U Thor
  auth  created
