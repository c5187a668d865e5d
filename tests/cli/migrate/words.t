# Older forms become 2.0 in one commit; what cannot be read stays, and says so.
--- file steps.json
{"project": "steps", "last_updated": "2025-08-09T12:00:00", "steps": [
  {"step_index": 1, "step_description": "One", "pr_number": 7, "pr_state": "merged", "created_at": "2025-08-04T10:00:00",
   "ai_tasks": [{"type": "PRCreation", "model": "m", "cost_usd": 0.25, "created_at": "2025-08-04T09:00:00", "workflow_run_id": 5}]},
  {"step_index": 2, "step_description": "Two"}]}
--- end
--- file centred.json
{"project": "centred", "last_updated": "2025-08-09T12:00:00Z", "total_tasks": 3, "pull_requests": [
  {"task_index": 2, "task_description": "Two", "pr_number": 9, "branch_name": "b", "pr_state": "open", "created_at": "2025-08-04T10:00:00Z"}]}
--- end
--- file plain.json
{"schema_version": "2.0", "project": "plain", "last_updated": "2025-08-09T12:00:00Z", "tasks": [{"index": 1, "description": "One", "status": "pending"}], "pull_requests": []}
--- end
--- file newer.json
{"schema_version": "3.0", "project": "newer", "tasks": []}
--- end
$ git init -q --bare repo.git && cd repo.git
$ claudestep migrate
nothing to do: there is no metadata branch yet
$ claudestep project create today >out
$ git worktree add -q ../meta claudestep-metadata && mkdir ../meta/archive && cp ../steps.json ../plain.json ../newer.json ../meta/projects && cp ../centred.json ../meta/archive && echo '{' >../meta/projects/broken.json && git -C ../meta add . && git -C ../meta commit -q -m 'by a bot' && git worktree remove ../meta
$ claudestep migrate --dry-run | grep would -A3
would: centred: migrate to schema 2.0
       plain: migrate to schema 2.0
       steps: migrate to schema 2.0
\
! warning: 'projects/newer.json' was written by a newer claudestep; left as it is
! warning: 'projects/broken.json' cannot be read: line 2, column 1: expected a key in double quotes or '}', found the end of the document: the object that starts at line 1, column 1 is not closed; left as it is
! upgraded 'archive/centred.json' from pull-request centred to 2.0
! upgraded 'projects/steps.json' from 1.0 steps to 2.0
! gave ids to the tasks of 'projects/plain.json'
$ claudestep migrate steps
[30b66b1] steps: migrate to schema 2.0
! upgraded 'projects/steps.json' from 1.0 steps to 2.0
$ claudestep migrate broken
! error: cannot migrate 'projects/broken.json'
!   caused by: line 2, column 1: expected a key in double quotes or '}', found the end of the document: the object that starts at line 1, column 1 is not closed
! hint: claudestep fsck
[5]
$ claudestep migrate nobody
! error: no project 'nobody'
! hint: claudestep list
[3]
$ claudestep migrate
[911abbd] centred: migrate to schema 2.0
          plain: migrate to schema 2.0
! warning: 'projects/newer.json' was written by a newer claudestep; left as it is
! warning: 'projects/broken.json' cannot be read: line 2, column 1: expected a key in double quotes or '}', found the end of the document: the object that starts at line 1, column 1 is not closed; left as it is
! upgraded 'archive/centred.json' from pull-request centred to 2.0
! gave ids to the tasks of 'projects/plain.json'
[1]
$ git log -1 --format=%B claudestep-metadata
2 operations on 2 projects
\
Claudestep-Op: migrate project=centred
Claudestep-Op: migrate project=plain
\
$ claudestep migrate
nothing to do: all else is in the form 2.0 already
! warning: 'projects/newer.json' was written by a newer claudestep; left as it is
! warning: 'projects/broken.json' cannot be read: line 2, column 1: expected a key in double quotes or '}', found the end of the document: the object that starts at line 1, column 1 is not closed; left as it is
[1]
$ claudestep fsck --frame 2>err | grep frame/
67b97617ddc6:projects/broken.json: note: 'A U Thor' made 'by a bot': it leaves a file that cannot be read, or mends one [frame/foreign-commit]
67b97617ddc6:archive/centred.json: note: 'A U Thor' made 'by a bot': it adds the project 'centred' [frame/foreign-commit]
67b97617ddc6:projects/newer.json: note: 'A U Thor' made 'by a bot': it adds the project 'newer' [frame/foreign-commit]
67b97617ddc6:projects/plain.json: note: 'A U Thor' made 'by a bot': it adds the project 'plain' [frame/foreign-commit]
67b97617ddc6:projects/steps.json: note: 'A U Thor' made 'by a bot': it adds the project 'steps' [frame/foreign-commit]
$ claudestep migrate steps centred --json
{
  "kind": "write",
  "version": 1,
  "commit": null,
  "operations": [],
  "changed": false,
  "retries": 0,
  "completed_projects": []
}
