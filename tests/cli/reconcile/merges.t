# A pull request merged in each of the ways that git can prove, and some that never were.
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin
$ claudestep project create auth -q
$ for n in 1 2 3 4 5 6; do claudestep task add auth --description "Task number $n" -q; done
$ start() { git checkout -q -b claude-step-auth-$1 main; claudestep pr open auth --task $1 --pr 1$1 --branch claude-step-auth-$1 --reviewer alice -q; }; work() { echo "$2" >$1; git add $1; git commit -q -m "$2"; }; for n in 1 2 3 4 5 6; do start $n; done; for n in 1 2 3 4; do git checkout -q claude-step-auth-$n; work file-$n "Work on $n"; done; git checkout -q claude-step-auth-3; work more-3 'More of 3'

# By a forge, by its squash with an edited message, by its rebase, and by nobody. Branch 5 has no commits.
$ git checkout -q main && git merge -q --no-ff -m 'Merge pull request #11 from acme/claude-step-auth-1' claude-step-auth-1
$ git merge -q --squash claude-step-auth-2 >/dev/null && git commit -q -m 'Something else altogether'
! Automatic merge went well; stopped before committing as requested
$ git cherry-pick claude-step-auth-3~1 claude-step-auth-3 >/dev/null
$ git commit -q --allow-empty -m 'A subject that ends like a squash (#16)'
$ git branch -qD claude-step-auth-6
$ claudestep reconcile --check
proved, and not recorded:
   PR  PROJECT  FROM  TO      RULE          COMMIT   MERGED
  #11  auth     open  merged  merge-commit  1a1c5c6  2026-01-01
  #12  auth     open  merged  patch         be14176  2026-01-01
  #13  auth     open  merged  patch         6e9f2fa  2026-01-01
likely, and not recorded (--likely records them):
   PR  PROJECT  FROM  TO      RULE            COMMIT   MERGED
  #16  auth     open  merged  squash-message  dc2cfaf  2026-01-01
[1]
$ claudestep reconcile --dry-run --json | jq -c '.changes[] | [.pr_number, .rule, .weight, .applied]'
[11,"merge-commit","proved",false]
[12,"patch","proved",false]
[13,"patch","proved",false]
[16,"squash-message","likely",false]
$ claudestep reconcile
[d6a9ac6] auth: merge #11
          auth: merge #12
          auth: merge #13
likely, and not recorded (--likely records them):
   PR  PROJECT  FROM  TO      RULE            COMMIT   MERGED
  #16  auth     open  merged  squash-message  dc2cfaf  2026-01-01
$ claudestep pr list auth
   PR  STATE   TASK  REVIEWER  OPENED       COST  TITLE
  #11  merged     1  alice     2026-01-01  $0.00  Task number 1
  #12  merged     2  alice     2026-01-01  $0.00  Task number 2
  #13  merged     3  alice     2026-01-01  $0.00  Task number 3
  #14  open       4  alice     2026-01-01  $0.00  Task number 4
  #15  open       5  alice     2026-01-01  $0.00  Task number 5
  #16  open       6  alice     2026-01-01  $0.00  Task number 6
$ git log -2 --format='%an %ae %ad %cd' --date=iso claudestep-metadata
claudestep claudestep@localhost 2026-01-01 00:06:00 +0000 2026-01-01 00:06:00 +0000
A U Thor author@example.com 2026-01-01 00:03:00 +0000 2026-01-01 00:03:00 +0000
$ claudestep reconcile
nothing to do: nothing is proved that is not recorded
likely, and not recorded (--likely records them):
   PR  PROJECT  FROM  TO      RULE            COMMIT   MERGED
  #16  auth     open  merged  squash-message  dc2cfaf  2026-01-01
$ claudestep reconcile --check --likely
likely, and not recorded (--likely records them):
   PR  PROJECT  FROM  TO      RULE            COMMIT   MERGED
  #16  auth     open  merged  squash-message  dc2cfaf  2026-01-01
[1]
$ claudestep reconcile --likely --json
{
  "kind": "reconcile",
  "version": 1,
  "commit": "5c8ba335860c028e2732e3cc51f9b0d2a22de50e",
  "operations": [
    {
      "op": "set-pr-state",
      "project": "auth",
      "pr": 16,
      "state": "merged",
      "at": "2026-01-01T00:07:00Z",
      "merge_commit": "dc2cfaf24ec8a6c6dca310c772707b60ea54ae25"
    }
  ],
  "changed": true,
  "retries": 0,
  "completed_projects": [],
  "base": "main",
  "changes": [
    {
      "project": "auth",
      "pr_number": 16,
      "from": "open",
      "to": "merged",
      "rule": "squash-message",
      "weight": "likely",
      "commit": "dc2cfaf24ec8a6c6dca310c772707b60ea54ae25",
      "merged_at": "2026-01-01T00:07:00Z",
      "base": "main",
      "applied": true
    }
  ],
  "doubts": [],
  "adopted": [],
  "unknown": []
}
