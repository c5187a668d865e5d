# A broken file is named, and hides no other.
--- file good.json
{"schema_version": "2.0", "project": "good", "last_updated": "2026-01-01T00:00:00Z",
 "tasks": [{"index": 1, "description": "one", "status": "pending"}], "pull_requests": []}
--- end
--- file twice.json
{"schema_version": "2.0",
 "schema_version": "2.0"}
--- end
--- file unknown_state.json
{"schema_version": "2.0", "project": "unknown_state", "last_updated": "2026-01-01T00:00:00Z",
 "tasks": [], "pull_requests": [{"pr_number": 1, "task_index": 1, "pr_state": "\u001b[31mred"}]}
--- end
$ git init -q repo && cd repo && git checkout -q -b claudestep-metadata
$ mkdir projects && mv ../*.json projects/ && touch projects/nothing.json && ln -s good.json projects/link.json && cp projects/good.json "projects/no name.json" && cp projects/good.json projects/Good.json
$ git add . && git commit -q -m foreign
$ claudestep stats
claudestep-metadata at cc25a10
\
  PROJECT  PROGRESS    DONE  TASKS  STATE        OPEN  STALE   COST  UPDATED
  Good     [--------]  0.0%    0/1  not_started     -      -  $0.00  2026-01-01
  good     [--------]  0.0%    0/1  not_started     -      -  $0.00  2026-01-01
\
2 projects, 2 tasks: 0 completed, 0 in progress, 2 pending
0 pull requests: 0 open, 0 merged, 0 closed
0 AI operations: $0.00, 0 tokens in, 0 out
\
could not be read, and not counted above:
  - projects/link.json: it is a symbolic link
  - projects/no name.json: it is not named like a project: it contains ' '
  - projects/nothing.json: line 1, column 1: expected a value, found nothing: the document is empty
  - projects/twice.json: line 2, column 2: duplicate key 'schema_version', first at line 1, column 2
  - projects/unknown_state.json: line 2, column 79: pull_requests[0].pr_state is "\x1b[31mred"; expected one of open, merged, closed
! warning: 5 project files could not be read; the numbers leave them out
$ claudestep stats --json | sed -n "/unreadable/,\$p"
  "unreadable": [
    {
      "file": "projects/link.json",
      "message": "it is a symbolic link"
    },
    {
      "file": "projects/no name.json",
      "message": "it is not named like a project: it contains ' '"
    },
    {
      "file": "projects/nothing.json",
      "message": "line 1, column 1: expected a value, found nothing: the document is empty"
    },
    {
      "file": "projects/twice.json",
      "message": "line 2, column 2: duplicate key 'schema_version', first at line 1, column 2"
    },
    {
      "file": "projects/unknown_state.json",
      "message": "line 2, column 79: pull_requests[0].pr_state is \"\\x1b[31mred\"; expected one of open, merged, closed"
    }
  ]
}
! warning: 5 project files could not be read; the numbers leave them out
$ claudestep list
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  Good     not_started   0/1  2026-01-01  2026-01-01  -
  good     not_started   0/1  2026-01-01  2026-01-01  -
! warning: cannot read 'projects/link.json': it is a symbolic link
! warning: cannot read 'projects/no name.json': it is not named like a project: it contains ' '
! warning: cannot read 'projects/nothing.json': line 1, column 1: expected a value, found nothing: the document is empty
! warning: cannot read 'projects/twice.json': line 2, column 2: duplicate key 'schema_version', first at line 1, column 2
! warning: cannot read 'projects/unknown_state.json': line 2, column 79: pull_requests[0].pr_state is "\x1b[31mred"; expected one of open, merged, closed
$ claudestep pr list
! warning: cannot read 'projects/link.json': it is a symbolic link
! warning: cannot read 'projects/no name.json': it is not named like a project: it contains ' '
! warning: cannot read 'projects/nothing.json': line 1, column 1: expected a value, found nothing: the document is empty
! warning: cannot read 'projects/twice.json': line 2, column 2: duplicate key 'schema_version', first at line 1, column 2
! warning: cannot read 'projects/unknown_state.json': line 2, column 79: pull_requests[0].pr_state is "\x1b[31mred"; expected one of open, merged, closed
! no pull request to show; 5 files could not be read
$ claudestep stats twice | tail -n 3
\
could not be read, and not counted above:
  - projects/twice.json: line 2, column 2: duplicate key 'schema_version', first at line 1, column 2
! warning: 1 project file could not be read; the numbers leave it out
$ claudestep next twice
! error: projects/twice.json:2:2: duplicate key 'schema_version', first at line 1, column 2
[5]
$ claudestep next twice --json
! {"kind":"error","version":1,"code":"corrupt","message":"duplicate key 'schema_version', first at line 1, column 2","causes":[],"hints":[],"retryable":false,"place":{"file":"projects/twice.json","line":2,"column":2}}
[5]
