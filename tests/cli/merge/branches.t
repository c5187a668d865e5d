# Two clones write apart; merging keeps what both did, and says what gave way.
$ git init -q --bare repo.git && cd repo.git
$ claudestep project create auth -q && claudestep task add auth --description "Add login" -q
$ claudestep pr open auth --task 1 --pr 7 --branch work --reviewer ann --title "Draft" -q
$ git branch other claudestep-metadata
$ claudestep pr close auth --pr 7 -q
$ claudestep task add auth --description "Add logout" -q
$ claudestep --ref other pr merge auth --pr 7 -q
$ claudestep --ref other task add auth --description "Write docs" -q
# What would happen.
$ claudestep merge other --dry-run | head -3
would: merge 'other' into 'claudestep-metadata'
  auth: pr_state of #7: kept 'merged 2026-01-01T00:06:00Z', gave up 'closed 2026-01-01T00:04:00Z'
\
# And it happens.
$ claudestep merge other
[351dec7] merge 'other' into 'claudestep-metadata'
  auth: pr_state of #7: kept 'merged 2026-01-01T00:06:00Z', gave up 'closed 2026-01-01T00:04:00Z'
$ claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  completed       Add login
     2  345b88bf  pending, ready  Write docs
     3  8d8155bb  pending, ready  Add logout
$ claudestep merge other
nothing to do: 'claudestep-metadata' has all of 'other'
$ git log -1 --format='%an <%ae> %ad%n%B' --date=iso claudestep-metadata
claudestep <claudestep@localhost> 2026-01-01 00:07:00 +0000
claudestep: merge 2e4f04c and 456a18c
\
Claudestep-Dropped: pr_state project=auth pr=7 kept=merged%202026-01-01T00:06:00Z dropped=closed%202026-01-01T00:04:00Z
\
$ claudestep log --receipts
351dec7  2026-01-01T00:07:00Z
  auth: pr_state of #7: kept 'merged 2026-01-01T00:06:00Z', gave up 'closed 2026-01-01T00:04:00Z'
$ claudestep log auth --receipts --json
{
  "kind": "receipts",
  "version": 1,
  "merges": [
    {
      "commit": "351dec76cfb1877aac8b20aed13dd3f6b30a8a2d",
      "time": "2026-01-01T00:07:00Z",
      "receipts": [
        {
          "project": "auth",
          "file": null,
          "task": null,
          "pr_number": 7,
          "operation": null,
          "member": "pr_state",
          "kept": "merged 2026-01-01T00:06:00Z",
          "dropped": "closed 2026-01-01T00:04:00Z"
        }
      ]
    }
  ]
}
$ claudestep log docs --receipts
! error: no project 'docs'
! hint: claudestep list
[3]
$ claudestep fsck --frame
projects/auth.json:37:24: warning: #7 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
1 file checked: 1 warning
! 8 commits held to what they say of themselves
# The other side comes to the same commit.
$ claudestep --ref other merge claudestep-metadata~0 --json
{
  "kind": "merge",
  "version": 1,
  "commit": "351dec76cfb1877aac8b20aed13dd3f6b30a8a2d",
  "changed": true,
  "fast_forward": true,
  "receipts": [],
  "retries": 0
}
$ git rev-parse other claudestep-metadata | uniq | wc -l
1
$ claudestep merge nowhere
! error: 'nowhere' does not name a commit
[3]
$ claudestep merge main
! error: 'main' does not name a commit
[3]
