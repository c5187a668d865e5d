# What a file is is told by its path, then by its keys, then by --kind; folders are walked in order.
--- file repo/specs/auth/spec.yaml
version: "1.0"

feature:
  id: user-auth
  name: User Authentication
  priority: high
  status: in_progress

objective:
  summary: People sign in with an address and a password, and stay signed in for a day.
  business_value: Saved reports belong to somebody, so paying customers can be told apart.

requirements:
  functional:
    - id: FR-101
      title: Sign in
      description: WHEN a visitor sends a known address and its password, THE SYSTEM SHALL open a session of 24 hours.
      priority: critical
      acceptance_criteria:
        - A known address and its password give status 200 and a session cookie
        - A wrong password gives status 401 and no cookie
        - The sixth wrong password within a minute gives status 429
      test_coverage: required
    - id: FR-201
      title: Sign out
      description: WHEN a signed-in person signs out, THE SYSTEM SHALL end the session on every device.
      priority: medium
      acceptance_criteria:
        - After signing out, the old cookie gives status 401
      test_coverage: recommended
  non_functional:
    - id: NFR-001
      type: performance
      requirement: Signing in takes less than 300 ms at the 95th percentile with 100 people at once.
    - id: NFR-002
      type: security
      requirement: Passwords are stored as Argon2id hashes with at least 19 MiB of memory.

contracts:
  internal:
    - name: hash_password
      type: python
      interface: |
        def hash_password(password: str) -> str:
            """The Argon2id hash of a password, with its parameters."""
    - name: rotate-session-keys
      type: bash
      interface: |
        rotate-session-keys [--dry-run]
        # exit 0: the keys were rotated; exit 3: another rotation is under way
  api:
    - endpoint: /api/session
      method: POST
      request:
        address: string
        password: string
      responses:
        200: The session cookie is set
        401: The password is wrong
        429: Too many attempts
    - endpoint: /api/session
      method: DELETE
      request: null
      responses:
        204: The session is ended

tasks:
  backend:
    - id: BE-001
      title: Store passwords as hashes
      acceptance_criteria:
        - hash_password and its counterpart agree on 1000 random passwords
        - No column of the database holds a password in clear
      done_when: pytest tests/auth/test_passwords.py passes
      reference: NFR-002
      methodology: TDD
      max_iterations: 5
    - id: BE-002
      title: Sessions over HTTP
      acceptance_criteria:
        - POST /api/session meets FR-101
        - DELETE /api/session meets FR-201
      done_when: pytest tests/auth/test_sessions.py passes
      reference: FR-101, FR-201
      methodology: BDD
      max_iterations: 8
      dependencies:
        - BE-001
  qa:
    - id: QA-001
      title: Cover signing in and out from end to end
      acceptance_criteria:
        - Every criterion of FR-101 and FR-201 has a test of its own
        - The load test of NFR-001 runs each night
      x: The nightly run is green three times in a row
      reference: FR-101
      dependencies:
        - BE-002

metadata:
  created: "2026-01-27"
  author: Ada Moreno
  estimated_effort: 5 days

dependencies:
  external:
    - name: argon2-cffi
      version: ">=23.1"
      reason: Argon2id for Python
  internal:
    - feature: user-profile
      reason: A session needs a person that it belongs to

risks:
  - description: The hash is too slow for the smallest machines
    probability: low
    impact: medium
    mitigation: The parameters are measured on the smallest machine before the release

timeline:
  phases:
    - name: Passwords
      duration: 2 days
      deliverables:
        - hash_password with its tests
    - name: Sessions
      duration: 3 days
      deliverables:
        - /api/session
        - The nightly run
--- end
--- file repo/trust_model.yaml
version: "1.0"
trust_levels:
  high:
    description: Words, and tests of what is there
    auto_approve: true
    supervision: minimum
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
--- file repo/agents/be.af
{
  "version": "1.0",
  "agent": {"id": "be-7f3a", "role": "backend", "created": "2026-01-27T10:00:00Z"},
  "memory": {
    "short_term": {
      "current_task": "BE-002",
      "recent_files": ["src/auth/session.py", "tests/auth/test_sessions.py"],
      "recent_decisions": ["The cookie is SameSite=Lax"]
    },
    "long_term": {
      "project_patterns": ["Handlers are thin; rules live in src/rules"],
      "learned_preferences": []
    }
  },
  "context": {"feature": "user-auth", "workspace": "/home/ada/shop", "worktree": "/home/ada/shop-be-7f3a"},
  "state": {"status": "active", "iteration_count": 9, "max_iterations": 8},
  "tools": {"allowed": ["Read", "Edit", "Bash(pytest:*)"], "mcp_servers": [{"name": "github"}, "sqlite"]}
}
--- end
--- file repo/metrics/compound.yaml
version: "1.0"
period: {start: 2026-01-01, end: 2026-01-31}
metrics:
  first_pass_rate:
    description: Pull requests merged without another round
    baseline: 52
    current: 61.5
    target: 75
    unit: percent
    trend: declining
  review_hours:
    description: Hours from opening to merge
    baseline: 30
    current: 22
    target: 12
    unit: hours
    trend: improving
history:
  - date: 2025-12-31
    first_pass_rate: 58
    review_hours: 25.5
  - {date: 2026-01-15, first_pass_rate: 60}
--- end
--- file repo/claude-progress.txt
# Claude Progress File

## Session Info
session_id: s-2026-01-27-a
started: 2026-01-27T09:00:00Z
last_updated: 2026-01-26T11:30:00Z
feature: user-auth
role: backend

## Current State
status: active
current_task: Sessions over HTTP
task_id: BE-002
task_progress: 60%

## Completed This Session
- [x] BE-001: Store passwords as hashes
  - [x] Choose the parameters
  - [x] Measure them on the smallest machine

## In Progress
- [ ] BE-002: Sessions over HTTP (60% complete)
  - [x] Open a session
  - [ ] End it on every device

## Blockers
None

## Notes for Next Session
- The cookie is SameSite=Lax; see the decision below.

## Files Modified This Session
- src/auth/session.py (created)
- src/auth/password.py (modified)
- README.md

## Key Decisions Made
- Sessions live in Redis, one key a person.

## Questions for Human
1. May a session outlive a changed password?
--- end
--- file repo/claude-step/auth/configuration.yml
reviewers: [{username: ada}, {username: Ada}]
--- end
--- file repo/projects/auth.json
{"schema_version": "2.0", "project": "other", "tasks": [], "pull_requests": []}
--- end
--- file repo/work/one-task.yaml
version: "1.0"
task:
  id: FE-007
  title: Show when a report was made
  role: frontender
  status: pending
  acceptance_criteria:
    - The date is under the title, in the reader's own zone
  done_when: The page test has a case for three zones
--- end
--- file repo/compose.yaml
services: {web: {image: nginx}}
--- end
--- file repo/broken.json
{not json}
--- end
--- file repo/node_modules/x/spec.yaml
broken: [
--- end
$ mkdir repo/.git && cp repo/broken.json repo/.git/spec.yaml
$ ln -s .. repo/work/up
$ claudestep validate repo --format jsonl | sed 's/"message":.*//'
{"file":"repo/agents/be.af","line":16,"column":52,"severity":"error","code":"agent/too-many-iterations",
{"file":"repo/claude-progress.txt","line":6,"column":15,"severity":"error","code":"progress/date-order",
{"file":"repo/claude-step/auth/configuration.yml","line":1,"column":41,"severity":"warning","code":"configuration/duplicate-reviewer",
{"file":"repo/metrics/compound.yaml","line":10,"column":12,"severity":"warning","code":"metrics/trend",
{"file":"repo/projects/auth.json","line":1,"column":38,"severity":"error","code":"project/name-mismatch",
{"file":"repo/specs/auth/spec.yaml","line":90,"column":7,"severity":"error","code":"schema/required",
{"file":"repo/trust_model.yaml","line":6,"column":18,"severity":"error","code":"schema/enum",
{"file":"repo/work/one-task.yaml","line":5,"column":9,"severity":"error","code":"schema/enum",
! 8 files checked: 6 errors, 2 warnings; 1 more could not be read and was passed over
$ claudestep validate repo -q | grep -v '^ '
repo/agents/be.af:16:52: error: iteration_count is 9, more than max_iterations, 8 [agent/too-many-iterations]
repo/claude-progress.txt:6:15: error: last_updated is '2026-01-26T11:30:00Z', which is before started '2026-01-27T09:00:00Z' [progress/date-order]
repo/claude-step/auth/configuration.yml:1:41: warning: the reviewer 'Ada' is listed already [configuration/duplicate-reviewer]
repo/metrics/compound.yaml:10:12: warning: the trend of 'first_pass_rate' is declining, but its numbers say improving [metrics/trend]
repo/projects/auth.json:1:38: error: the file is named 'auth' and says it is 'other' [project/name-mismatch]
repo/specs/auth/spec.yaml:90:7: error: `done_when` is missing in `qa[0]` [schema/required]
repo/trust_model.yaml:6:18: error: `supervision` is `minimum`; expected one of minimal, code_review_required, pair_programming [schema/enum]
repo/work/one-task.yaml:5:9: error: `role` is `frontender`; expected one of backend, frontend, qa, devops, planner [schema/enum]
$ claudestep validate repo/compose.yaml repo/broken.json
repo/broken.json:1:2: error: expected a key in double quotes or '}', found 'not' [json/syntax]
    1 | {not json}
      |  ^
  hint: decide what was meant and correct the file by hand, or take its last good version from its history (git log -p BRANCH -- FILE)
repo/compose.yaml: error: neither its path nor its keys tell what kind of document it is [document/unknown-kind]
  hint: say what it is with --kind
2 files checked: 2 errors
[1]
$ claudestep validate --kind configuration repo/compose.yaml
1 file checked: nothing found
$ claudestep validate repo/nothing.yaml
! error: cannot read 'repo/nothing.yaml'
!   caused by: No such file or directory
[2]
$ claudestep validate
! error: nothing to validate
! hint: claudestep validate .
[2]
$ claudestep validate --kind confguration repo/compose.yaml
! error: option '--kind': 'confguration' is none of project, feature-spec, task-spec, api-contract, phase-data, trust-model, agent-file, compound-metrics, progress-file, automation-run, configuration
! hint: did you mean 'configuration'?
[2]
$ claudestep validate - <repo/trust_model.yaml
standard input:6:18: error: `supervision` is `minimum`; expected one of minimal, code_review_required, pair_programming [schema/enum]
    6 |     supervision: minimum
      |                  ^
  hint: did you mean `minimal`?
1 file checked: 1 error
[1]
$ printf '# Claude Progress File\n## Session Info\n' | claudestep validate -
standard input:1:1: error: `current_state` is missing in the document [schema/required]
    1 | # Claude Progress File
      | ^
  hint: add the member by hand
standard input:2:4: error: `session_id` is missing in `session_info` [schema/required]
    2 | ## Session Info
      |    ^
  hint: add the member by hand
standard input:2:4: error: `started` is missing in `session_info` [schema/required]
    2 | ## Session Info
      |    ^
  hint: add the member by hand
standard input:2:4: error: `last_updated` is missing in `session_info` [schema/required]
    2 | ## Session Info
      |    ^
  hint: add the member by hand
standard input:2:4: error: `feature` is missing in `session_info` [schema/required]
    2 | ## Session Info
      |    ^
  hint: add the member by hand
standard input:2:4: error: `role` is missing in `session_info` [schema/required]
    2 | ## Session Info
      |    ^
  hint: add the member by hand
1 file checked: 6 errors
[1]
$ printf 'feature: {}\nfeature: {}\n' | claudestep validate -
standard input:2:1: error: duplicate key 'feature', first at line 1, column 1 [yaml/duplicate-key]
    2 | feature: {}
      | ^
  hint: decide which of the two values is true and take the other out by hand
1 file checked: 1 error
[1]
$ printf '\tfeature: {}\n' | claudestep validate -
standard input:1:9: error: expected no ': ' here; text that holds one is written in quotes [yaml/syntax]
    1 |     feature: {}
      |            ^
  hint: correct the file at that place by hand
1 file checked: 1 error
[1]
$ : | claudestep validate -
standard input: error: neither its path nor its keys tell what kind of document it is [document/unknown-kind]
  hint: say what it is with --kind
1 file checked: 1 error
[1]
$ cd repo && claudestep validate . --format github 2>/dev/null | cut -d, -f1
::error file=agents/be.af
::error file=claude-progress.txt
::warning file=claude-step/auth/configuration.yml
::warning file=metrics/compound.yaml
::error file=projects/auth.json
::error file=specs/auth/spec.yaml
::error file=trust_model.yaml
::error file=work/one-task.yaml
# A link out of the folder is not followed: what it leads to might be nobody's business.
$ mkdir inside && echo secret >token && ln -s ../token inside/spec.yaml && ln -s ../token inside/x.json
$ claudestep validate inside
inside/spec.yaml: error: a link that leads out of the folder is not followed [document/unreadable]
  hint: name the link itself to have it checked
1 file checked: 1 error
[1]
$ claudestep validate inside/spec.yaml -q | grep -c secret
1
$ mkdir inside/real && claudestep doc new agent-file >inside/real/one.af && ln -s real/one.af inside/two.af
$ rm inside/spec.yaml && claudestep validate inside
2 files checked: nothing found
# A link to nothing under a name that tells a kind is said, not passed over.
$ mkdir links && ln -s nothing links/spec.yaml && ln -s nothing links/other.yaml
$ claudestep validate links
links/spec.yaml: error: the file cannot be read: No such file or directory [document/unreadable]
  hint: see what the message says: the file may be gone, a folder, or not yours to read
1 file checked: 1 error
[1]
# In a folder a key that others have as well is not enough; by its name such a file is checked.
$ cd "$TESTDIR" && mkdir -p foreign/claude-step/x && cd foreign
$ printf 'task: {name: lint, script: make lint}\n' >.cirrus.yml && printf 'api: {url: "https://example.com"}\nversion: "1.0"\n' >app.yaml && printf '{"agent": {"image": "x"}}' >ci.json && printf 'feature: {dark: true}\n' >flags.yaml
$ claudestep validate .
0 files checked: nothing found
$ claudestep -v validate . --json
{
  "kind": "diagnostics",
  "version": 1,
  "files": 0,
  "unread": 0,
  "errors": 0,
  "warnings": 0,
  "diagnostics": []
}
! note: '.cirrus.yml' is passed over: it has a key of ours that others have as well, and nothing else of such a document; name it to have it checked
! note: 'app.yaml' is passed over: it has a key of ours that others have as well, and nothing else of such a document; name it to have it checked
! note: 'ci.json' is passed over: it has a key of ours that others have as well, and nothing else of such a document; name it to have it checked
! note: 'flags.yaml' is passed over: it has a key of ours that others have as well, and nothing else of such a document; name it to have it checked
$ claudestep validate app.yaml -q
app.yaml:1:6: error: `name` is missing in `api` [schema/required]
    1 | api: {url: "https://example.com"}
      |      ^
  hint: add the member by hand
app.yaml:1:6: error: `endpoints` is missing in `api` [schema/required]
    1 | api: {url: "https://example.com"}
      |      ^
  hint: add the member by hand
[1]
$ cp .cirrus.yml claude-step/x/one.yaml && claudestep validate . -q | grep -c error
7
$ printf 'task: {id: A, title: B, role: c}\n' >ours.yaml && claudestep validate . | tail -n 1
2 files checked: 12 errors
