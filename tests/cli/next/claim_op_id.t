# With an id, a claim that is retried is the same claim.
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add user authentication"}
{"op": "add-task", "project": "auth", "description": "Add password reset"}
{"op": "add-task", "project": "auth", "description": "Rate-limit the login"}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 41, "branch": "claude-chain-auth-39b1209d", "reviewer": "alice", "title": "Users can log in", "created_at": "2025-12-20T10:00:00Z"}
{"op": "set-pr-state", "project": "auth", "pr": 41, "state": "merged", "at": "2025-12-21T10:00:00Z"}
{"op": "open-pr", "project": "auth", "task": 2, "pr": 42, "branch": "reset", "reviewer": "bob", "created_at": "2025-12-24T00:00:00Z"}
{"op": "create-project", "project": "billing"}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
$ claudestep task add -q auth --description "Log every failed login"
$ claudestep next auth --claim --op-id 77/claim
claimed in auth: task 3
  description  Rate-limit the login
  id           c0bc7ee4
  branch       claude-chain-auth-c0bc7ee4
  claim        by A U Thor until 2026-01-01T02:02:00Z
$ claudestep next auth --claim --op-id 77/claim
claimed in auth: task 3
  description  Rate-limit the login
  id           c0bc7ee4
  branch       claude-chain-auth-c0bc7ee4
  claim        by A U Thor until 2026-01-01T02:02:00Z
$ claudestep task add -q auth --description "Before it" --index 1
$ claudestep next auth --claim --op-id 77/claim --json
{
  "kind": "next",
  "version": 1,
  "project": "auth",
  "task": {
    "index": 4,
    "id": "c0bc7ee4",
    "description": "Rate-limit the login"
  },
  "reviewer": null,
  "branch": "claude-chain-auth-c0bc7ee4",
  "claim": {
    "by": "A U Thor",
    "reviewer": null,
    "at": "2026-01-01T00:02:00Z",
    "expires": "2026-01-01T02:02:00Z"
  },
  "reason": null,
  "waiting_for": []
}
$ claudestep next auth --claim --op-id 78/claim
claimed in auth: task 1
  description  Before it
  id           2465b048
  branch       claude-chain-auth-2465b048
  claim        by A U Thor until 2026-01-01T02:06:00Z
$ claudestep next billing --claim --op-id 77/claim
! error: the write with this --op-id claimed no task of 'billing'
!   caused by: 627a466dae7275c22a12dff46234b30aaf7a02a1 says: 'auth: claim task 3'
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep task release auth c0bc7ee4
[a82dbdd] auth: release task c0bc7ee4
$ claudestep next auth --claim --op-id 77/claim
claimed in auth: task 4
  description  Rate-limit the login
  id           c0bc7ee4
  branch       claude-chain-auth-c0bc7ee4
  claim        by A U Thor until 2026-01-01T02:09:00Z
$ claudestep next auth --claim --op-id 'a b'
! error: the operation id 'a b' cannot be used
! hint: an operation id is 1 to 200 printable ASCII characters without a space, for example a CI run and step: --op-id 123456/finalize
[2]
