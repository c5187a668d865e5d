// What `doc new` prints. A test validates each.
#include "base/result.h"
#include "cli/document_kinds.h"

namespace claudestep::cli {
namespace {

constexpr std::string_view kFeatureSpecTemplate =
    R"yaml(# A feature specification. claudestep validate checks it; docs/editors.md says how an editor can.
version: "1.0"                 # in quotes: without them YAML reads a number

feature:
  id: my-feature               # lower-case letters, digits and hyphens
  name: My feature             # 3 to 100 characters
  priority: medium             # critical, high, medium or low
  status: planning             # planning, in_progress, review, completed or blocked

objective:
  summary: What it is for, in a sentence or two.
  business_value: What it is worth, and to whom.

requirements:
  functional:
    - id: FR-101
      title: What it must do
      description: WHEN something happens, THE SYSTEM SHALL do something.
      priority: high
      acceptance_criteria:     # what anybody can see or measure
        - The answer comes within 300 ms
      test_coverage: required  # required, recommended or optional
  non_functional:
    - id: NFR-001
      type: performance        # performance, reliability, security or usability
      requirement: 95 of 100 answers come within 300 ms.

# contracts:                   # interfaces that others rely on
#   internal:
#     - name: make_answer
#       type: python           # bash, python or node
#       interface: "make_answer(question: str) -> str"
#   api:
#     - endpoint: /api/answers
#       method: POST           # GET, POST, PUT, PATCH or DELETE
#       request: {question: string}
#       responses: {200: The answer}

tasks:                         # by role: backend, frontend, qa, devops, planner or any other
  backend:
    - id: BE-001
      title: Make it answer
      acceptance_criteria:
        - FR-101 holds
      done_when: The tests of FR-101 and NFR-001 pass
      reference: FR-101
      # methodology: TDD       # TDD, BDD or standard
      # max_iterations: 5      # 1 to 20
  qa:
    - id: QA-001
      title: Test it from end to end
      acceptance_criteria:
        - Each criterion of FR-101 has a test
      done_when: The tests run each night
      reference: FR-101
      dependencies: [BE-001]

# metadata: {created: 2026-01-27, author: Ada, estimated_effort: 3 days}
# dependencies:
#   external: [{name: a-package, version: "^2.0", reason: What it is for}]
#   internal: [{feature: other-feature, reason: What it is for}]
# risks: [{description: What may happen, probability: low, impact: high, mitigation: What is done}]
# timeline: {phases: [{name: First, duration: 1 week, deliverables: [What is there]}]}
)yaml";

constexpr std::string_view kTaskSpecTemplate = R"yaml(# A single task.
version: "1.0"
task:
  id: BE-001
  title: What is to be done
  role: backend                # backend, frontend, qa, devops or planner
  status: pending              # pending, in_progress, review, completed or blocked
  acceptance_criteria:
    - What anybody can see or measure
  done_when: The tests pass
  # reference: FR-101
  # methodology: TDD           # TDD, BDD or standard
  # max_iterations: 5          # 1 to 20
  # dependencies: [BE-000]
)yaml";

constexpr std::string_view kApiContractTemplate = R"yaml(# An interface over HTTP.
version: "1.0"
api:
  name: Answers
  endpoints:
    - endpoint: /api/answers
      method: POST             # GET, POST, PUT, PATCH or DELETE
      request:                 # leave it empty where nothing is sent
        question: string
      responses:
        200: The answer
        400: The question is empty
)yaml";

constexpr std::string_view kTrustModelTemplate =
    R"yaml(# What an agent may change on its own. Levels are asked in the order low, high, medium; the first
# context that matches decides, and where none does it is medium. A context with a pattern and a
# task_type needs both. * stays within a folder, ** crosses folders.
version: "1.0"
trust_levels:
  high:
    description: Work that can hardly do harm
    auto_approve: true
    supervision: minimal       # minimal, code_review_required or pair_programming
    contexts:
      - pattern: docs/**
      - task_type: documentation
  medium:
    description: Everything else
    auto_approve: false
    supervision: code_review_required
    contexts: []
  low:
    description: Work that must be watched
    auto_approve: false
    supervision: pair_programming
    contexts:
      - pattern: "**/auth/**"
    escalation: true           # tell a person before the work begins
)yaml";

constexpr std::string_view kAgentFileTemplate = R"json({
  "version": "1.0",
  "agent": {"id": "agent-1", "role": "backend", "created": "2026-01-27T10:00:00Z"},
  "memory": {
    "short_term": {"current_task": null, "recent_files": [], "recent_decisions": []},
    "long_term": {"project_patterns": [], "learned_preferences": []}
  },
  "context": {"feature": null, "workspace": null, "worktree": null},
  "state": {"status": "initializing", "iteration_count": 0, "max_iterations": 5},
  "tools": {"allowed": [], "mcp_servers": []}
}
)json";

constexpr std::string_view kCompoundMetricsTemplate = R"yaml(# The metrics of a period.
version: "1.0"
period:
  start: 2026-01-01
  end: 2026-01-31
metrics:
  review_hours:
    description: Hours from opening a pull request to its merge
    baseline: 30
    current: 22
    target: 12
    unit: hours
    trend: improving           # improving, stable or declining: from the baseline to the target
history:                       # the numbers of earlier days, by the names of their metrics
  - date: 2026-01-15
    review_hours: 25
)yaml";

constexpr std::string_view kProgressFileTemplate = R"md(# Claude Progress File

## Session Info
session_id: session-1
started: 2026-01-27T10:00:00Z
last_updated: 2026-01-27T10:00:00Z
feature: my-feature
role: backend

## Current State
status: initializing
current_task: BE-001

## Completed This Session
None

## In Progress
- [ ] BE-001: What is being done (0% complete)

## Blockers
None

## Notes for Next Session
None

## Files Modified This Session
None

## Key Decisions Made
None

## Questions for Human
None
)md";

constexpr std::string_view kAutomationRunTemplate = R"json({
  "id": "00000000-0000-4000-8000-000000000000",
  "repository": "owner/repository",
  "base_branch": "main",
  "status": "queued",
  "requested_spec_input": "What is wanted",
  "task_states": [
    {"phase": "prepare_job", "status": "pending", "attempt": 1, "metadata": {}}
  ],
  "artifacts": []
}
)json";

constexpr std::string_view kConfigurationTemplate =
    R"yaml(# Who reviews the pull requests of a project, and its limits.
reviewers:                     # in the order they are asked
  - username: ada
    maxOpenPRs: 2              # 2 where it is left out
# assignee: ada                # instead of reviewers: one person, one open pull request
baseBranch: main
stalePRDays: 7                 # an open pull request is stale after so many days
# labels: [claudestep]
# branchPrefix: claudestep/
# allowedTools: [Read, Edit]
)yaml";

constexpr std::string_view kPhaseDataTemplate = R"json({
  "phase_data": {
    "explore": {"notes": []},
    "requirements": {
      "requirements": [
        {
          "title": "What it must do",
          "condition": "WHEN something happens",
          "action": "THE SYSTEM SHALL do something",
          "acceptance_criteria": ["The answer comes within 300 ms"],
          "priority": "medium"
        }
      ]
    },
    "design": {},
    "tasks": {
      "tasks": [
        {"title": "Make it answer", "description": "", "phase": "core", "priority": "medium", "dependencies": []}
      ]
    }
  }
}
)json";

constexpr std::string_view kProjectTemplate = R"json({
  "schema_version": "2.0",
  "project": "my-project",
  "last_updated": "2025-01-27T10:00:00Z",
  "tasks": [],
  "pull_requests": []
}
)json";

}  // namespace

std::string_view document_template(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::kProject:
      return kProjectTemplate;
    case DocumentKind::kFeatureSpec:
      return kFeatureSpecTemplate;
    case DocumentKind::kTaskSpec:
      return kTaskSpecTemplate;
    case DocumentKind::kApiContract:
      return kApiContractTemplate;
    case DocumentKind::kPhaseData:
      return kPhaseDataTemplate;
    case DocumentKind::kTrustModel:
      return kTrustModelTemplate;
    case DocumentKind::kAgentFile:
      return kAgentFileTemplate;
    case DocumentKind::kCompoundMetrics:
      return kCompoundMetricsTemplate;
    case DocumentKind::kProgressFile:
      return kProgressFileTemplate;
    case DocumentKind::kAutomationRun:
      return kAutomationRunTemplate;
    case DocumentKind::kConfiguration:
      return kConfigurationTemplate;
  }
  abort_with(__FILE__, __LINE__, "a kind of document that is none");
}

}  // namespace claudestep::cli
