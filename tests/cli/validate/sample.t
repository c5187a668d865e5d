# The sample specification, written out in full. Without done_when in QA-001 it has exactly one
# error, at that task; with it, none.
--- file spec.yaml
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
      done_when: The nightly run is green three times in a row
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
$ claudestep validate spec.yaml
1 file checked: nothing found
$ sed '/nightly run is green/d' spec.yaml >without.yaml
$ claudestep validate without.yaml
without.yaml:90:7: error: `done_when` is missing in `qa[0]` [schema/required]
   90 |     - id: QA-001
      |       ^
  hint: add the member by hand
1 file checked: 1 error
[1]
$ claudestep validate --kind feature-spec - <without.yaml
standard input:90:7: error: `done_when` is missing in `qa[0]` [schema/required]
   90 |     - id: QA-001
      |       ^
  hint: add the member by hand
1 file checked: 1 error
[1]
$ claudestep validate without.yaml --json
{
  "kind": "diagnostics",
  "version": 1,
  "files": 1,
  "unread": 0,
  "errors": 1,
  "warnings": 0,
  "diagnostics": [
    {
      "file": "without.yaml",
      "line": 90,
      "column": 7,
      "severity": "error",
      "code": "schema/required",
      "message": "`done_when` is missing in `qa[0]`",
      "hint": "add the member by hand",
      "path": "tasks.qa[0]",
      "fixable": false,
      "instance": "/tasks/qa/0",
      "schema": "urn:claudestep:schema:feature-spec#/$defs/task/required"
    }
  ]
}
[1]
$ claudestep validate without.yaml --format jsonl
{"file":"without.yaml","line":90,"column":7,"severity":"error","code":"schema/required","message":"`done_when` is missing in `qa[0]`","hint":"add the member by hand","path":"tasks.qa[0]","fixable":false,"instance":"/tasks/qa/0","schema":"urn:claudestep:schema:feature-spec#/$defs/task/required"}
! 1 file checked: 1 error
[1]
$ claudestep validate without.yaml --format github
::error file=without.yaml,line=90,col=7,title=schema/required::`done_when` is missing in `qa[0]`%0Ahint: add the member by hand
! 1 file checked: 1 error
[1]
$ claudestep validate without.yaml --format sarif -q | sed 's/"0[.][0-9.]*"/"VERSION"/'
{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "claudestep",
          "version": "VERSION",
          "rules": [
            {
              "id": "schema/required",
              "shortDescription": {
                "text": "a member is missing that a record cannot be without"
              },
              "fullDescription": {
                "text": "The place is the first character of the record that lacks it. Members that may honestly be unknown, such as the reviewer of an old pull request, are never required. What a project file can be read without (schema_version, status, pr_state, an empty list) is a warning, and fsck --fix writes it."
              },
              "help": {
                "text": "Way out: add the member by hand."
              },
              "defaultConfiguration": {
                "level": "error"
              }
            }
          ]
        }
      },
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "schema/required",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "`done_when` is missing in `qa[0]`\nhint: add the member by hand"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "without.yaml"
                },
                "region": {
                  "startLine": 90,
                  "startColumn": 7
                }
              }
            }
          ]
        }
      ]
    }
  ]
}
$ claudestep validate -q --strict spec.yaml
