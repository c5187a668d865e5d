# A person may be needed: which level of trust, and why.
--- file trust_model.yaml
version: "1.0"
trust_levels:
  high:
    description: Words, and tests of what is there
    auto_approve: true
    supervision: minimal
    contexts:
      - pattern: "docs/**"
      - pattern: "**/*.md"
      - task_type: documentation
  medium:
    description: Everything else
    auto_approve: false
    supervision: code_review_required
    contexts: []
  low:
    description: What can cost money or trust
    auto_approve: false
    supervision: pair_programming
    contexts:
      - pattern: "src/auth/**"
      - pattern: "migrations/**"
        task_type: schema-change
    escalation: true
--- end
$ claudestep trust eval docs/guide/a.md
  PATH             TRUST  BECAUSE
  docs/guide/a.md  high   pattern docs/**
\
trust high: supervision minimal, auto approve yes, escalation no
$ claudestep trust eval src/auth/deep/login.py docs/a.md Makefile
  PATH                    TRUST   BECAUSE
  src/auth/deep/login.py  low     pattern src/auth/**
  docs/a.md               high    pattern docs/**
  Makefile                medium  nothing matches
\
trust low: supervision pair_programming, auto approve no, escalation yes
$ claudestep trust eval migrations/1.sql --task-type schema-change
  PATH              TRUST  BECAUSE
  migrations/1.sql  low    pattern migrations/** and task type schema-change
\
trust low: supervision pair_programming, auto approve no, escalation yes
$ claudestep trust eval migrations/1.sql --task-type feature
  PATH              TRUST   BECAUSE
  migrations/1.sql  medium  nothing matches
\
trust medium: supervision code_review_required, auto approve no, escalation no
$ claudestep trust eval docs/a.md --gate
  PATH       TRUST  BECAUSE
  docs/a.md  high   pattern docs/**
\
trust high: supervision minimal, auto approve yes, escalation no
$ claudestep trust eval docs/a.md src/auth/x.py --gate --json
{
  "kind": "trust",
  "version": 1,
  "model": "$TESTDIR/trust_model.yaml",
  "task_type": null,
  "level": "low",
  "auto_approve": false,
  "supervision": "pair_programming",
  "escalation": true,
  "paths": [
    {
      "path": "docs/a.md",
      "level": "high",
      "auto_approve": true,
      "supervision": "minimal",
      "escalation": false,
      "reason": {
        "pattern": "docs/**",
        "task_type": null
      }
    },
    {
      "path": "src/auth/x.py",
      "level": "low",
      "auto_approve": false,
      "supervision": "pair_programming",
      "escalation": true,
      "reason": {
        "pattern": "src/auth/**",
        "task_type": null
      }
    }
  ]
}
[1]
# A way round through a folder that is trusted is trusted no more than the way straight on.
$ claudestep trust eval docs/../src/auth/x.py --gate
  PATH                   TRUST  BECAUSE
  docs/../src/auth/x.py  low    pattern src/auth/**
\
trust low: supervision pair_programming, auto approve no, escalation yes
[1]
$ claudestep trust eval docs/../../x.md --gate
! error: 'docs/../../x.md' is no path from the top of the repository
! hint: name what changes as 'git diff --name-only' does
[2]
$ claudestep trust eval /etc/x.md --gate
! error: '/etc/x.md' is no path from the top of the repository
! hint: name what changes as 'git diff --name-only' does
[2]
$ mkdir -p a/b && cd a/b && claudestep trust eval README.md --gate -q
  PATH       TRUST  BECAUSE
  README.md  high   pattern **/*.md
\
trust high: supervision minimal, auto approve yes, escalation no
$ cd "$TESTDIR" && claudestep trust eval x --model none.yaml
! error: cannot read 'none.yaml'
!   caused by: No such file or directory
[2]
$ printf 'version: "1.0"\n' >bad.yaml && claudestep trust eval x --model bad.yaml
! error: bad.yaml:1:1: the document has no member 'trust_levels'
! hint: claudestep validate 'bad.yaml'
[2]
$ mkdir -p none/.git && cd none && claudestep trust eval x
! error: there is no 'trust_model.yaml' here or in a folder above
! hint: name the model with --model FILE, or begin one: claudestep doc new trust-model
[3]
$ cd "$TESTDIR" && claudestep trust eval
! error: missing operand 'PATH'
! hint: usage: claudestep trust eval PATH... [--task-type T] [--model FILE] [--gate]
[2]
