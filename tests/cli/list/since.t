# Bounds on the three instants of a project; all of them must hold. A bound counts itself.
$ git init -q --bare repo.git && cd repo.git && claudestep project create first -q
$ claudestep project create second -q
$ claudestep task add first --description One -q
$ claudestep pr open first --task 1 --pr 1 --branch one -q
$ claudestep pr merge first --pr 1 --at-time 2026-01-01T00:04:30Z -q
$ claudestep list --json | grep -E '"(project|created_at|last_updated|completed_at)"'
      "project": "first",
      "created_at": "2026-01-01T00:00:00Z",
      "last_updated": "2026-01-01T00:04:00Z",
      "completed_at": "2026-01-01T00:04:30Z",
      "project": "second",
      "created_at": "2026-01-01T00:01:00Z",
      "last_updated": "2026-01-01T00:01:00Z",
      "completed_at": null,
$ claudestep list --created-since 2026-01-01T00:01:00Z
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  second   empty   0/0  2026-01-01  2026-01-01  -
$ claudestep list --created-since 2025-12-31
  PROJECT  STATE     DONE  CREATED     UPDATED     COMPLETED
  first    complete   1/1  2026-01-01  2026-01-01  2026-01-01
  second   empty      0/0  2026-01-01  2026-01-01  -
$ claudestep list --created-since 2d --modified-since 2026-01-01T00:01:01Z
  PROJECT  STATE     DONE  CREATED     UPDATED     COMPLETED
  first    complete   1/1  2026-01-01  2026-01-01  2026-01-01
$ claudestep list --completed-since 30d
  PROJECT  STATE     DONE  CREATED     UPDATED     COMPLETED
  first    complete   1/1  2026-01-01  2026-01-01  2026-01-01
$ claudestep list --completed-since 2026-01-01T00:04:31Z
! no project to show
$ claudestep list --completed-since 2026-01-01T00:04:31Z --json
{
  "kind": "projects",
  "version": 1,
  "projects": []
}
$ claudestep list --modified-since yesterday
! error: option '--modified-since': 'yesterday' is none of 30d, 2w, a date such as 2026-01-27, a time such as 2026-01-27T10:00:00Z
[2]
