# One screen for an agent, on a branch that is about a task and elsewhere.
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add user authentication"}
{"op": "add-task", "project": "auth", "description": "Add password reset"}
{"op": "add-task", "project": "auth", "description": "Rate-limit the login"}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 41, "branch": "claude-chain-auth-39b1209d", "reviewer": "alice", "created_at": "2025-12-20T10:00:00Z"}
{"op": "add-ai-operations", "project": "auth", "pr": 41, "operations": [{"type": "PRCreation", "model": "claude-sonnet-4-5-20250929", "cost_usd": 0.10, "created_at": "2025-12-20T10:00:00Z", "workflow_run_id": 7, "tokens_input": 12000, "tokens_output": 4500, "tokens_cache_read": 40000, "duration_seconds": 61.5}, {"type": "PRSummary", "model": "claude-haiku-4-5", "cost_usd": 1.5e-05, "created_at": "2026-01-05T10:01:00Z", "workflow_run_id": 7}]}
{"op": "set-pr-state", "project": "auth", "pr": 41, "state": "merged", "at": "2025-12-21T10:00:00Z"}
{"op": "open-pr", "project": "auth", "task": 2, "pr": 42, "branch": "reset", "created_at": "2025-12-24T00:00:00Z"}
{"op": "add-ai-operations", "project": "auth", "pr": 42, "operations": [{"type": "PRCreation", "model": "another", "cost_usd": 0, "created_at": "2026-01-05T00:00:00+02:00", "workflow_run_id": 8, "tokens_input": 5}]}
{"op": "create-project", "project": "billing"}
{"op": "add-task", "project": "billing", "description": "Add invoices"}
{"op": "open-pr", "project": "billing", "task": 1, "pr": 50, "branch": "invoices", "reviewer": "bob", "created_at": "2025-12-31T00:00:00Z"}
{"op": "add-ai-operations", "project": "billing", "pr": 50, "operations": [{"type": "PRRefinement", "model": "claude-opus-4-5", "cost_usd": 0.100015, "created_at": "2025-12-31T23:59:59Z", "workflow_run_id": 9, "tokens_input": 10000, "tokens_output": 2000, "duration_seconds": 7300}]}
{"op": "create-project", "project": "old"}
{"op": "add-task", "project": "old", "description": "Was done"}
{"op": "open-pr", "project": "old", "task": 1, "pr": 1, "branch": "old", "reviewer": "alice", "created_at": "2025-01-01T00:00:00Z"}
{"op": "add-ai-operations", "project": "old", "pr": 1, "operations": [{"type": "PRCreation", "model": "claude-opus-4-5", "cost_usd": 2, "created_at": "2025-01-01T00:00:00Z", "workflow_run_id": 1}]}
{"op": "archive", "project": "old"}
--- end
$ git init -q repo && cd repo && claudestep apply -q ../operations.jsonl
! warning: 'old' is archived with 1 open pull request: #1
$ git commit -q --allow-empty -m start
$ claudestep prime
claudestep-metadata at 468741e: 2 projects, 1 of 4 tasks completed, 2 open pull requests (1 stale), $0.20003
you are on main
\
  PROJECT  DONE  STATE   OPEN  NEXT
  auth      1/3  active     1  3 Rate-limit the login
  billing   0/1  active     1  -
\
next in auth: task 3
  description  Rate-limit the login
  id           c0bc7ee4
  branch       claude-chain-auth-c0bc7ee4
\
commands
  claudestep next auth --claim
      take task 3 of auth, or the one after it where somebody was faster
  git switch -c claude-chain-auth-c0bc7ee4
      begin it, on the branch that the claim names
  claudestep finalize auth --task c0bc7ee4 --pr N --branch claude-chain-auth-c0bc7ee4
      when its pull request is open: record it (--ops FILE: with its costs)
  claudestep task list auth
      all tasks of the project, and what each waits for
\
exit codes
   0  it is done, or the answer is yes
   1  the answer is no: findings, nothing ready, no capacity, drift
   2  the command line, or a value or file given on it, is wrong
   3  no such project, task, pull request, revision, schema or repository
   4  nothing was written: another writer is in the way, or it conflicts
   5  stored data is broken, or of a newer format; a schema cannot be used
   6  the repository uses something that cannot be opened
   7  the file system, git or a remote refused
  70  a defect of claudestep
$ git switch -q -c reset && claudestep prime | sed -n '1,12p;/^commands/,/^exit/p'
claudestep-metadata at 468741e: 2 projects, 1 of 4 tasks completed, 2 open pull requests (1 stale), $0.20003
you are on reset: task 2 of auth, in_progress, #42 open
  Add password reset
\
  PROJECT  DONE  STATE   OPEN  NEXT
  auth      1/3  active     1  3 Rate-limit the login
  billing   0/1  active     1  -
\
next in auth: task 3
  description  Rate-limit the login
  id           c0bc7ee4
  branch       claude-chain-auth-c0bc7ee4
commands
  claudestep op import auth --pr 42 --format claude-code FILE
      record what a run of Claude Code cost
  claudestep pr merge auth --pr 42
      when it is merged
  claudestep pr close auth --pr 42
      when it is closed without a merge
  claudestep next auth --claim
      take task 3 of auth, or the one after it where somebody was faster
  git switch -c claude-chain-auth-c0bc7ee4
      begin it, on the branch that the claim names
  claudestep finalize auth --task c0bc7ee4 --pr N --branch claude-chain-auth-c0bc7ee4
      when its pull request is open: record it (--ops FILE: with its costs)
  claudestep task list auth
      all tasks of the project, and what each waits for
\
exit codes
$ git switch -q -c claude-chain-auth-39b1209d && claudestep prime billing | sed -n '1,3p;/^nothing/,/^exit/p'
claudestep-metadata at 468741e: 2 projects, 1 of 4 tasks completed, 2 open pull requests (1 stale), $0.20003
you are on claude-chain-auth-39b1209d: task 1 of auth, completed, #41 merged
  Add user authentication
nothing is ready in billing
  - task 1 (cba5450a) is in progress: #50
\
commands
  claudestep op import auth --pr 41 --format claude-code FILE
      record what a run of Claude Code cost
  claudestep task list billing
      all tasks of the project, and what each waits for
\
exit codes
$ git switch -q -c claudestep/auth/step-3 && claudestep prime | sed -n '2,3p;/^commands/,/^exit/p'
you are on claudestep/auth/step-3: task 3 of auth, pending
  Rate-limit the login
commands
  claudestep finalize auth --task c0bc7ee4 --pr N --branch claudestep/auth/step-3
      when the pull request of this branch is open: record it
  claudestep task list auth
      all tasks of the project, and what each waits for
\
exit codes
$ git switch -q --detach && claudestep prime | sed -n 2p
\
# A branch of any name is one word of the command, and its closed pull request leaves the task to do.
$ git switch -q -c "x;\$(touch\${IFS}pwned)'" && claudestep pr open -q auth --task 3 --pr 60 --branch "x;\$(touch\${IFS}pwned)'" && claudestep pr close -q auth --pr 60 && claudestep prime | sed -n '2,3p;/^commands/,/^exit/p'
you are on x;$(touch${IFS}pwned)': task 3 of auth, pending, #60 closed
  Rate-limit the login
commands
  claudestep finalize auth --task c0bc7ee4 --pr N --branch 'x;$(touch${IFS}pwned)'\'''
      when the pull request of this branch is open: record it
  claudestep task list auth
      all tasks of the project, and what each waits for
\
exit codes
$ claudestep prime old | sed -n '/archived/p'
old is archived: nothing in it is next
$ claudestep prime authh
! error: no project 'authh'
! hint: did you mean 'auth'?
[3]
$ claudestep prime --json
{
  "kind": "prime",
  "version": 1,
  "ref": "refs/heads/claudestep-metadata",
  "commit": "edb84f702bed8143e6727778df55554ce1bb89b4",
  "totals": {
    "projects": 2,
    "tasks": 4,
    "completed": 1,
    "in_progress": 2,
    "pending": 1,
    "claimed": 0,
    "open": 2,
    "cost_usd": 0.20003
  },
  "projects": [
    {
      "project": "auth",
      "state": "active",
      "tasks": 3,
      "completed": 1,
      "open_prs": 1,
      "stale_prs": 1,
      "next": {
        "index": 3,
        "id": "c0bc7ee4",
        "description": "Rate-limit the login"
      }
    },
    {
      "project": "billing",
      "state": "active",
      "tasks": 1,
      "completed": 0,
      "open_prs": 1,
      "stale_prs": 0,
      "next": null
    }
  ],
  "git_branch": "x;$(touch${IFS}pwned)'",
  "here": {
    "project": "auth",
    "index": 3,
    "id": "c0bc7ee4",
    "description": "Rate-limit the login",
    "status": "pending",
    "pr_number": 60,
    "pr_state": "closed",
    "claim": null
  },
  "claimed": [],
  "next": {
    "project": "auth",
    "task": {
      "index": 3,
      "id": "c0bc7ee4",
      "description": "Rate-limit the login"
    },
    "branch": "claude-chain-auth-c0bc7ee4",
    "reason": null
  },
  "commands": [
    {
      "command": "claudestep finalize auth --task c0bc7ee4 --pr N --branch 'x;$(touch${IFS}pwned)'\\'''",
      "purpose": "when the pull request of this branch is open: record it"
    },
    {
      "command": "claudestep task list auth",
      "purpose": "all tasks of the project, and what each waits for"
    }
  ],
  "exit_codes": [
    {
      "exit": 0,
      "meaning": "it is done, or the answer is yes"
    },
    {
      "exit": 1,
      "meaning": "the answer is no: findings, nothing ready, no capacity, drift"
    },
    {
      "exit": 2,
      "meaning": "the command line, or a value or file given on it, is wrong"
    },
    {
      "exit": 3,
      "meaning": "no such project, task, pull request, revision, schema or repository"
    },
    {
      "exit": 4,
      "meaning": "nothing was written: another writer is in the way, or it conflicts"
    },
    {
      "exit": 5,
      "meaning": "stored data is broken, or of a newer format; a schema cannot be used"
    },
    {
      "exit": 6,
      "meaning": "the repository uses something that cannot be opened"
    },
    {
      "exit": 7,
      "meaning": "the file system, git or a remote refused"
    },
    {
      "exit": 70,
      "meaning": "a defect of claudestep"
    }
  ],
  "unreadable": []
}

# What one has claimed comes first, wherever one is; a branch that is there is not made again.

$ git switch -q main
$ claudestep next auth --claim >/dev/null
$ claudestep prime auth | sed '/^exit codes/,$d'
claudestep-metadata at 379ec07: 2 projects, 1 of 4 tasks completed, 2 open pull requests (1 stale), $0.20003
you are on main
claimed in your name: task 3 of auth, by A U Thor at 2026-01-01T00:12:00Z, until 2026-01-01T02:12:00Z
  Rate-limit the login
  by name alone: if that was not you, it is another's, and yours is claudestep next auth --claim
\
  PROJECT  DONE  STATE   OPEN  NEXT
  auth      1/3  active     1  -
  billing   0/1  active     1  -
\
nothing is ready in auth
  - task 2 (31b403bb) is in progress: #42
  - task 3 (c0bc7ee4) is claimed by A U Thor
\
commands
  git switch -c claude-chain-auth-c0bc7ee4
      go on with task 3 of auth, if it was you who claimed it
  claudestep task release auth c0bc7ee4
      or give it back, if it was you, so that others are given it
  claudestep task list auth
      all tasks of the project, and what each waits for
\
$ git branch claude-chain-auth-c0bc7ee4
$ claudestep prime auth | grep 'git switch'
  git switch claude-chain-auth-c0bc7ee4
