# Records are written in their order, whenever they come: the tool writes no file that fsck calls spelt otherwise, and the next write of such a file mends it.
--- file unsorted.json
{
  "schema_version": "2.0",
  "project": "b",
  "last_updated": "2026-01-01T00:00:00Z",
  "tasks": [
    {
      "index": 2,
      "description": "two",
      "status": "pending",
      "id": "3fc4ccfe"
    },
    {
      "index": 1,
      "description": "one",
      "status": "pending",
      "id": "7692c3ad"
    }
  ],
  "pull_requests": []
}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep project create -q a && claudestep task add -q a --description one
$ claudestep pr open -q a --task 1 --pr 9 --branch nine && claudestep pr open a --task 1 --pr 10 --branch ten --created-at 2025-01-01T00:00:00Z
[969f340] a: open #10 for task 1
! warning: task 1 of 'a' has 2 open pull requests: #9, #10
$ git show claudestep-metadata:projects/a.json | grep pr_number
      "pr_number": 10,
      "pr_number": 9,
$ claudestep fsck | grep canonical; git worktree add -q ../meta claudestep-metadata && cp ../unsorted.json ../meta/projects/b.json && git -C ../meta add . && git -C ../meta commit -qm 'by hand'
$ claudestep fsck | grep canonical; claudestep task check b 2
projects/b.json: note: the next write will respell the whole file [project/not-canonical]
[eaf53cb] b: check task 2
! hint: to repair 1 of 4 in one commit: claudestep fsck --fix
$ claudestep fsck | grep canonical; git show claudestep-metadata:projects/b.json | grep index
      "index": 1,
      "index": 2,
