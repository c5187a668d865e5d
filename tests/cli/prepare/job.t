# A job begins with prepare and ends with finalize.
--- file main/claude-step/auth/spec.md
- [ ] Add login
- [ ] Add logout
- [ ] Say hello
--- end
--- file main/claude-step/auth/configuration.yml
reviewers:
  - {username: alice, maxOpenPRs: 1}
  - {username: bob, maxOpenPRs: 1}
--- end
$ git init -q --bare shared.git && git init -q main && cd main && git add . && git commit -qm Plan && git remote add origin ../shared.git && git push -q origin main
$ claudestep prepare auth
! error: there is no branch 'claudestep-metadata', neither here nor on 'origin'
! hint: claudestep init
[3]
$ claudestep plan import main:claude-step/auth/spec.md -q
$ export GITHUB_OUTPUT=$TESTDIR/output
$ claudestep prepare auth
claimed in auth: task 1
  description  Add login
  id           0e100ea6
  reviewer     alice
  branch       claude-chain-auth-0e100ea6
  claim        by A U Thor until 2026-01-01T02:04:00Z
$ sed 's/end_[0-9a-f]*/DELIMITER/' $GITHUB_OUTPUT
project<<DELIMITER
auth
DELIMITER
has_task<<DELIMITER
true
DELIMITER
reason<<DELIMITER
\
DELIMITER
task<<DELIMITER
1
DELIMITER
task_id<<DELIMITER
0e100ea6
DELIMITER
description<<DELIMITER
Add login
DELIMITER
reviewer<<DELIMITER
alice
DELIMITER
branch<<DELIMITER
claude-chain-auth-0e100ea6
DELIMITER
base_branch<<DELIMITER
main
DELIMITER
labels<<DELIMITER
\
DELIMITER
allowed_tools<<DELIMITER
\
DELIMITER
$ git --git-dir ../shared.git log --format=%s claudestep-metadata
auth: claim task 1
auth: create, and 1 more
claudestep: begin the metadata branch
claudestep: metadata begins here
# It ends with finalize: the claim is over.
$ claudestep finalize auth --task 1 --pr 7 --branch claude-chain-auth-0e100ea6 -q && claudestep sync -q
$ claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  in_progress     Add login
     2  8d8155bb  pending, ready  Add logout
     3  6d995dba  pending, ready  Say hello
# Another clone: what was merged meanwhile is recorded first, so that alice has room again.
$ cd .. && git clone -q shared.git other && cd other && git merge -q --no-ff -m 'Merge pull request #7 from o/claude-chain-auth-0e100ea6' $(git commit-tree -p HEAD -m work HEAD^{tree}) && git push -q origin main
$ claudestep prepare auth --op-id run-1 --json
{
  "kind": "prepare",
  "version": 1,
  "project": "auth",
  "task": {
    "index": 2,
    "id": "8d8155bb",
    "description": "Add logout"
  },
  "reviewer": "alice",
  "branch": "claude-chain-auth-8d8155bb",
  "claim": {
    "by": "A U Thor",
    "reviewer": "alice",
    "at": "2026-01-01T00:10:00Z",
    "expires": "2026-01-01T02:10:00Z"
  },
  "reason": null,
  "waiting_for": [],
  "base_branch": "main",
  "reconciled": 1,
  "completed_projects": [],
  "labels": [],
  "allowed_tools": []
}
$ claudestep prepare auth --op-id run-1 --json | grep '"index"'
    "index": 2,
$ claudestep prepare auth | grep -E 'reviewer|description'
  description  Say hello
  reviewer     bob
$ rm $GITHUB_OUTPUT; claudestep prepare auth
nothing is ready in auth
  - task 2 (8d8155bb) is claimed by A U Thor
  - task 3 (6d995dba) is claimed by A U Thor
[1]
$ sed 's/end_[0-9a-f]*/DELIMITER/' $GITHUB_OUTPUT
project<<DELIMITER
auth
DELIMITER
has_task<<DELIMITER
false
DELIMITER
reason<<DELIMITER
nothing_ready
DELIMITER
task<<DELIMITER
\
DELIMITER
task_id<<DELIMITER
\
DELIMITER
description<<DELIMITER
\
DELIMITER
reviewer<<DELIMITER
\
DELIMITER
branch<<DELIMITER
\
DELIMITER
base_branch<<DELIMITER
main
DELIMITER
labels<<DELIMITER
\
DELIMITER
allowed_tools<<DELIMITER
\
DELIMITER
# Nothing that a plan says ends its value.
$ printf -- '- [ ] has_task<<end_\n' >claude-step/auth/spec.md && claudestep plan import claude-step/auth/spec.md -q && rm $GITHUB_OUTPUT && claudestep prepare auth --no-sync -q; grep -c 'end_' $GITHUB_OUTPUT
claimed in auth: task 1
  description  has_task<<end_
  id           e6890408
  reviewer     alice
  branch       claude-chain-auth-e6890408
  claim        by A U Thor until 2026-01-01T02:15:00Z
23
$ claudestep prepare nowhere
! error: no project 'nowhere'
! hint: claudestep list
[3]
$ claudestep prepare auth --dry-run
nothing is ready in auth
  - task 1 (e6890408) is claimed by A U Thor
[1]
