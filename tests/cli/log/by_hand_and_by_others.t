# Commits that plain git made: a file of an old shape, an edit by hand, a rename, a file that breaks
# and is mended, a merge. None of them has a trailer of ours.
--- file auth.json
{
  "schema_version": "1.0",
  "project": "auth",
  "last_updated": "2025-12-01T10:00:00.123456",
  "steps": [
    {"step_index": 1, "step_description": "Add login", "pr_number": 11, "branch_name": "b1",
     "reviewer": "alice", "pr_state": "open", "created_at": "2025-12-01T09:00:00", "ai_tasks": []},
    {"step_index": 2, "step_description": "Add logout"}
  ]
}
--- end
$ git init -q repo && cd repo && git checkout -q -b claudestep-metadata
$ mkdir projects && cp ../auth.json projects/ && git add . && git commit -q -m 'source tree'
$ echo text >README.md && git add . && git commit -q -m 'not about projects'
$ sed -i 's/"open"/"merged"/; s/alice/bob/' projects/auth.json && git commit -q -a -m 'fix the state'
$ git checkout -q --detach && claudestep pr open auth --task 2 --pr 12 --branch b2 >out 2>err
$ git checkout -q claudestep-metadata
$ git checkout -q -b side && git mv projects/auth.json projects/login.json && git commit -q -m rename
$ git checkout -q claudestep-metadata && sed -i 's/Add logout/Sign out/' projects/auth.json && git commit -q -a -m reword
$ git merge -q --no-edit side
$ echo '{"tasks": ' >projects/login.json && git commit -q -a -m 'break it'
$ git revert --no-edit HEAD >out
$ mkdir archive && git mv projects/login.json archive/ && git commit -q -m 'put it away'
$ claudestep log
bd2799a  2026-01-01 00:11  A U Thor
  login  archived
5a6b94c  2026-01-01 00:10  A U Thor
  login  can be read again
79fafc8  2026-01-01 00:09  A U Thor
  login  cannot be read: 2:1: expected a value, found the end of the document
24d7b60  2026-01-01 00:07  A U Thor
  auth  task 2: reworded to 'Sign out'
65988f9  2026-01-01 00:06  A U Thor
  login  renamed from auth
3cd5aa0  2026-01-01 00:04  A U Thor
  auth  upgraded from 1.0 steps to 2.0
        task 2: pending -> in_progress, #12 opened
          'Add logout'
6716204  2026-01-01 00:03  A U Thor
  auth  task 1: in_progress -> completed, #11 merged, assigned to bob
          'Add login'
84f8cac  2026-01-01 00:01  A U Thor
  auth  created with 2 tasks, 1 pull request
$ claudestep log login --json | python3 -c 'import json, sys; [print(e["commit"][:7], e["author"], e["project"], *[v["kind"] for v in e["events"]]) for e in json.load(sys.stdin)["entries"]]'
bd2799a A U Thor login project_archived
5a6b94c A U Thor login readable
79fafc8 A U Thor login unreadable
24d7b60 A U Thor auth task_edited
65988f9 A U Thor login project_renamed
3cd5aa0 A U Thor auth upgraded task_status pr_opened
6716204 A U Thor auth task_status pr_state pr_assigned
84f8cac A U Thor auth project_created
$ git log --oneline --date-order claudestep-metadata
bd2799a put it away
5a6b94c Revert "break it"
79fafc8 break it
07e6cac Merge branch 'side' into claudestep-metadata
24d7b60 reword
65988f9 rename
3cd5aa0 auth: open #12 for task 2
6716204 fix the state
cee0ba0 not about projects
84f8cac source tree
