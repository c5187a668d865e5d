// Rules of documents, on models made by hand: check/ never reads a document itself.
#include "check/document_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "check/rules.h"
#include "check/schema_findings.h"
#include "check/transitions.h"

namespace claudestep::check {
namespace {

using model::FeatureSpec;
using model::FeatureStatus;
using model::Requirement;
using model::SpecTask;
using model::SpecTaskStatus;
using model::Words;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kFile = "specs/auth/spec.yaml";

// Each place of a made document is a line of its own.
Words words(std::string text, std::uint32_t line = 1, std::string path = "p") {
  return {std::move(text), {{line, 5}, std::move(path)}};
}

// "code line message", as they are found.
std::vector<std::string> shown(const std::vector<Diagnostic>& findings) {
  std::vector<std::string> lines;
  for (const Diagnostic& found : findings) {
    EXPECT_EQ(found.place.file, kFile);
    lines.push_back(found.code + " " + std::to_string(found.place.line) + " " + found.message);
  }
  return lines;
}

Requirement requirement(const std::string& id, std::uint32_t line) {
  Requirement made;
  made.id = words(id, line);
  made.description = words("People can sign in", line);
  made.acceptance_criteria = {words("It can be seen", line)};
  return made;
}

SpecTask spec_task(const std::string& id, std::uint32_t line, std::vector<std::string> mentions,
                   std::vector<std::string> dependencies = {}, std::string role = "backend") {
  SpecTask made;
  made.role = std::move(role);
  made.id = words(id, line);
  for (std::string& mention : mentions) {
    made.mentions.push_back(words(std::move(mention), line + 1, id + ".reference"));
  }
  for (std::string& dependency : dependencies) {
    made.dependencies.push_back(words(std::move(dependency), line + 2));
  }
  return made;
}

FeatureSpec sound_spec() {
  FeatureSpec spec;
  spec.functional = {requirement("FR-101", 10)};
  spec.tasks = {spec_task("BE-001", 20, {"FR-101"}),
                spec_task("QA-001", 30, {"FR-101"}, {"BE-001"}, "qa")};
  return spec;
}

TEST(SpecRules, FindNothingInASoundSpec) {
  EXPECT_THAT(shown(check_feature_spec(sound_spec(), true, kFile)), IsEmpty());
}

TEST(SpecRules, IdsAreUniqueAcrossTheFile) {
  FeatureSpec spec = sound_spec();
  spec.tasks.push_back(spec_task("FR-101", 40, {}));
  EXPECT_THAT(shown(check_feature_spec(spec, true, kFile)),
              ElementsAre("spec/duplicate-id 40 the id 'FR-101' is given already in line 10"));
}

TEST(SpecRules, ReferencesLeadSomewhere) {
  FeatureSpec spec = sound_spec();
  spec.tasks.push_back(spec_task("BE-002", 40,
                                 {"FR-110", "FR-110", "FR-101-based", "BE-9", "UTF-8", "NFR-1"},
                                 {"BE-01", "FR-101"}));
  spec.mentions = {words("NFR-7", 50), words("ISO-8601", 51)};
  EXPECT_THAT(
      shown(check_feature_spec(spec, true, kFile)),
      ElementsAre(
          "spec/dangling-reference 50 'NFR-7' is named here and is nowhere",
          "spec/dangling-reference 41 'FR-110' is named here and is nowhere (did you mean "
          "'FR-101'?)",
          "spec/dangling-reference 41 'BE-9' is named here and is nowhere",
          "spec/dangling-reference 41 'NFR-1' is named here and is nowhere",
          "spec/dangling-reference 42 'BE-01' is the id of no task (did you mean 'BE-001'?)",
          "spec/dangling-reference 42 'FR-101' is a requirement; a task depends on tasks"));
}

TEST(SpecRules, AnIdIsTheWholeOfIt) {
  FeatureSpec spec = sound_spec();
  spec.tasks.push_back(spec_task(
      "BE-002", 40, {"FR-101a", "FR-101_b", "FR-101-2", "FR-101-ready", "BE-001x", "NFR-101"}));
  EXPECT_THAT(
      shown(check_feature_spec(spec, true, kFile)),
      ElementsAre(
          "spec/dangling-reference 41 'FR-101a' is named here and is nowhere (did you mean "
          "'FR-101'?)",
          "spec/dangling-reference 41 'FR-101_b' is named here and is nowhere (did you mean "
          "'FR-101'?)",
          "spec/dangling-reference 41 'FR-101-2' is named here and is nowhere",
          "spec/dangling-reference 41 'BE-001x' is named here and is nowhere (did you mean "
          "'BE-001'?)",
          "spec/dangling-reference 41 'NFR-101' is named here and is nowhere"));
}

TEST(SpecRules, WhatAnAliasRepeatsIsGivenTwice) {
  FeatureSpec spec = sound_spec();
  spec.tasks.push_back(spec.tasks[0]);
  EXPECT_THAT(shown(check_feature_spec(spec, true, kFile)),
              ElementsAre("spec/duplicate-id 20 the id 'BE-001' stands here, and again where an "
                          "alias repeats these lines"));
}

TEST(SpecRules, EndpointIsDescribedOnce) {
  FeatureSpec spec = sound_spec();
  model::Endpoint get;
  get.endpoint = words("/a", 4);
  spec.api_contracts = {get, get};
  EXPECT_THAT(shown(check_feature_spec(spec, true, kFile)),
              ElementsAre("api/duplicate-endpoint 4 GET '/a' is described already"));
}

TEST(SpecRules, NothingIsMissedInWhatCouldNotBeReadWhole) {
  FeatureSpec spec = sound_spec();
  spec.functional.push_back(requirement("FR-102", 12));
  spec.functional[1].test_coverage = model::Coverage::kRequired;
  spec.tasks[0].mentions.push_back(words("FR-103", 21));
  EXPECT_THAT(shown(check_feature_spec(spec, false, kFile)),
              ElementsAre("spec/dangling-reference 21 'FR-103' is named here and is nowhere"));
  spec.has_all_ids = false;
  EXPECT_THAT(shown(check_feature_spec(spec, false, kFile)), IsEmpty());
}

TEST(SpecRules, CirclesAreShown) {
  FeatureSpec spec = sound_spec();
  spec.tasks.push_back(spec_task("A", 40, {}, {"B"}));
  spec.tasks.push_back(spec_task("B", 50, {}, {"BE-001", "C"}));
  spec.tasks.push_back(spec_task("C", 60, {}, {"A"}));
  spec.tasks.push_back(spec_task("D", 70, {}, {"D"}));
  EXPECT_THAT(shown(check_feature_spec(spec, true, kFile)),
              ElementsAre("spec/dependency-cycle 42 tasks wait for each other: A -> B -> C -> A",
                          "spec/dependency-cycle 72 tasks wait for each other: D -> D"));
}

TEST(SpecRules, LongCirclesAreCut) {
  FeatureSpec spec;
  for (int i = 0; i < 20; ++i) {
    spec.tasks.push_back(
        spec_task("T" + std::to_string(i), 1, {}, {"T" + std::to_string((i + 1) % 20)}));
  }
  EXPECT_THAT(shown(check_feature_spec(spec, true, kFile)),
              ElementsAre("spec/dependency-cycle 3 tasks wait for each other: T0 -> T1 -> T2 -> T3 "
                          "-> T4 -> T5 -> T6 -> T7 -> ... -> T0"));
}

TEST(SpecRules, RequirementsAreCoveredAndTested) {
  FeatureSpec spec = sound_spec();
  spec.functional.push_back(requirement("FR-102", 12));
  spec.functional[0].test_coverage = model::Coverage::kRequired;
  spec.functional[1].test_coverage = model::Coverage::kRequired;
  model::QualityRequirement quality;
  quality.id = words("NFR-001", 14);
  spec.non_functional = {quality};
  spec.tasks[0].mentions.push_back(words("FR-102", 21));
  EXPECT_THAT(
      shown(check_feature_spec(spec, true, kFile)),
      ElementsAre("spec/untested-requirement 12 'FR-102' must be tested, and no task of the "
                  "role qa refers to it",
                  "spec/uncovered-requirement 14 no task refers to 'NFR-001'"));
}

TEST(SpecRules, ReferenceMayBeToAnIdOfAnyForm) {
  FeatureSpec spec = sound_spec();
  spec.functional.push_back(requirement("login", 12));
  spec.tasks[0].reference = {words("login", 21)};
  EXPECT_THAT(shown(check_feature_spec(spec, true, kFile)), IsEmpty());
}

TEST(SpecRules, WordingIsLookedAt) {
  FeatureSpec spec = sound_spec();
  spec.functional[0].description = words("WHEN asked, answer", 11);
  spec.functional[0].acceptance_criteria = {words("It is fast", 12), words("It takes 5 ms", 13)};
  spec.tasks[0].acceptance_criteria = {words("It works properly", 22)};
  model::QualityRequirement quality;
  quality.id = words("NFR-001", 14);
  quality.requirement = words("THE SYSTEM SHALL", 15);
  spec.non_functional = {quality};
  spec.tasks[0].mentions.push_back(words("NFR-001", 21));
  EXPECT_THAT(
      shown(check_feature_spec(spec, true, kFile)),
      ElementsAre("spec/ears 11 the requirement has no THE SYSTEM SHALL",
                  "spec/vague-criterion 12 nobody can tell whether a criterion with 'fast' is met",
                  "spec/ears 15 the requirement says nothing after THE SYSTEM SHALL",
                  "spec/vague-criterion 22 nobody can tell whether a criterion with 'properly' is "
                  "met"));
}

TEST(SpecRules, DatesAreInOrder) {
  FeatureSpec spec = sound_spec();
  spec.dates = {{"created", words("2026-01-27", 60)},
                {"updated", words("2026-01-26T23:59:59Z", 61)},
                {"last_updated", words("soon", 62)}};
  model::TimelinePhase phase;
  // A date is the whole of its day.
  phase.dates = {{"start", words("2026-02-01T09:00:00-08:00", 70)},
                 {"end", words("2026-02-01", 71)}};
  spec.phases = {phase};
  EXPECT_THAT(shown(check_feature_spec(spec, true, kFile)),
              ElementsAre("spec/date-order 61 updated is '2026-01-26T23:59:59Z', which is before "
                          "created '2026-01-27'"));
}

TEST(SpecRules, CompletedFeatureHasNoOpenTasks) {
  FeatureSpec spec = sound_spec();
  spec.status = {FeatureStatus::kCompleted, {{5, 11}, "feature.status"}};
  spec.tasks[0].status = {SpecTaskStatus::kSkipped, {}};
  EXPECT_THAT(shown(check_feature_spec(spec, true, kFile)), IsEmpty()) << "absent says nothing";
  spec.tasks[1].status = {SpecTaskStatus::kPending, {}};
  EXPECT_THAT(
      shown(check_feature_spec(spec, true, kFile)),
      ElementsAre("spec/status-conflict 5 the feature is completed, but its task 'QA-001' is "
                  "pending"));
  spec.tasks[0].status = {SpecTaskStatus::kBlocked, {}};
  EXPECT_THAT(
      shown(check_feature_spec(spec, true, kFile)),
      ElementsAre("spec/status-conflict 5 the feature is completed, but its task 'BE-001' is "
                  "blocked and 1 more are not done"));
}

TEST(TaskRules, TaskDoesNotWaitForItself) {
  model::TaskSpec spec;
  spec.task = spec_task("FE-1", 3, {}, {"BE-1", "FE-1"});
  spec.task.acceptance_criteria = {words("Looks nice", 8)};
  EXPECT_THAT(shown(check_task_spec(spec, true, kFile)),
              ElementsAre("spec/dependency-cycle 5 tasks wait for each other: FE-1 -> FE-1",
                          "spec/vague-criterion 8 nobody can tell whether a criterion with 'nice' "
                          "is met"));
}

TEST(ApiRules, EndpointIsDescribedOnce) {
  model::ApiContract contract;
  model::Endpoint get;
  get.endpoint = words("/a", 4);
  model::Endpoint put = get;
  put.method = model::HttpMethod::kPut;
  model::Endpoint again = get;
  again.endpoint = words("/a", 9);
  contract.endpoints = {get, put, again};
  EXPECT_THAT(shown(check_api_contract(contract, true, kFile)),
              ElementsAre("api/duplicate-endpoint 9 GET '/a' is described already"));
}

TEST(PhaseDataRules, PairsAreSentencesAndTasksAreKnown) {
  model::PhaseData data;
  model::ConditionalRequirement pair;
  pair.condition = words("WHEN asked", 3);
  pair.action = words("THE SYSTEM SHALL answer", 4);
  pair.acceptance_criteria = {words("quickly", 5)};
  data.requirements = {pair};
  pair.condition = words("WHEN", 7);
  pair.acceptance_criteria = {};
  data.requirements.push_back(pair);
  pair.condition = words("somebody asks", 8);
  pair.action = words("answer", 9);
  data.requirements.push_back(pair);
  model::PhaseTask task;
  task.id = words("T1", 10);
  task.title = words("Begin", 11);
  data.tasks = {task, task};
  data.tasks[1].dependencies = {words("Begin", 12), words("T1", 13), words("End", 14)};
  EXPECT_THAT(
      shown(check_phase_data(data, true, kFile)),
      ElementsAre(
          "spec/vague-criterion 5 nobody can tell whether a criterion with 'quickly' is met",
          "spec/ears 7 the requirement says nothing between WHEN and THE SYSTEM SHALL",
          "spec/duplicate-id 10 the id 'T1' is given already",
          "spec/dangling-reference 14 'End' is the title or id of no task"));
}

TEST(TrustRules, ContextIsAskedOnce) {
  model::TrustModel trust;
  model::TrustContext docs;
  docs.origin = {{5, 9}, "trust_levels.low.contexts[0]"};
  docs.pattern = words("docs/**");
  trust.low.contexts = {docs};
  docs.origin.mark.line = 9;
  trust.high.contexts = {docs};
  docs.task_type = words("release");
  trust.medium.contexts = {docs};
  EXPECT_THAT(shown(check_trust_model(trust, true, kFile)),
              ElementsAre("trust/unreachable-context 9 the same context is asked before; it never "
                          "decides that trust is high"));
}

TEST(TrustRules, PatternCanBeUsed) {
  model::TrustModel trust;
  model::TrustContext open;
  open.pattern = words("**/{auth,login/**", 7);
  trust.low.contexts = {open};
  EXPECT_THAT(
      shown(check_trust_model(trust, true, kFile)),
      ElementsAre("trust/pattern 7 the pattern '**/{auth,login/**' cannot be used: a brace in "
                  "it is never closed"));
}

TEST(AgentRules, AttemptsAreWithinTheLimit) {
  model::AgentFile agent;
  agent.iteration_count = {8, {{4, 1}, "state.iteration_count"}};
  agent.max_iterations = {8, {}};
  EXPECT_THAT(shown(check_agent_file(agent, true, kFile)), IsEmpty());
  agent.iteration_count.value = 9;
  EXPECT_THAT(shown(check_agent_file(agent, true, kFile)),
              ElementsAre("agent/too-many-iterations 4 iteration_count is 9, more than "
                          "max_iterations, 8"));
}

TEST(ProgressRules, TimesAndTicks) {
  model::ProgressFile progress;
  progress.started = words("2026-01-27T10:00:00Z", 5);
  progress.last_updated = words("2026-01-27T09:00:00Z", 6);
  model::ProgressItem open;
  open.origin = {{12, 1}, "completed_this_session[0]"};
  progress.completed = {open};
  progress.in_progress = {open};
  EXPECT_THAT(shown(check_progress_file(progress, true, kFile)),
              ElementsAre("progress/date-order 6 last_updated is '2026-01-27T09:00:00Z', which is "
                          "before started '2026-01-27T10:00:00Z'",
                          "progress/open-item-completed 12 an item under 'Completed This Session' "
                          "is not ticked"));
  progress.started = words("Monday", 5);
  model::ProgressItem done;
  done.checked = true;
  done.children = {done, open};
  progress.completed = {done};
  EXPECT_THAT(shown(check_progress_file(progress, true, kFile)),
              ElementsAre("progress/no-time 5 started is 'Monday', which is no time; expected one "
                          "such as 2026-01-27T10:00:00Z",
                          "progress/open-item-completed 12 an item under 'Completed This Session' "
                          "is not ticked"));
}

TEST(MetricsRules, PeriodHistoryAndTrend) {
  model::CompoundMetrics metrics;
  metrics.start = words("2026-02-01", 2);
  metrics.end = words("2026-01-31", 3);
  model::Metric metric;
  metric.name = words("hours", 5);
  metric.baseline = 30;
  metric.current = 22;
  metric.target = 12;
  metric.trend = {model::Trend::kDeclining, {{9, 3}, "metrics.hours.trend"}};
  metrics.metrics = {metric};
  metrics.history = {
      {words("2026-01-15", 12), {{words("hours", 13), 25}, {words("huors", 14), 2}}}};
  EXPECT_THAT(
      shown(check_compound_metrics(metrics, true, kFile)),
      ElementsAre(
          "metrics/date-order 3 end is '2026-01-31', which is before start '2026-02-01'",
          "metrics/trend 9 the trend of 'hours' is declining, but its numbers say improving",
          "metrics/unknown-metric 14 'huors' is none of the metrics (did you mean "
          "'hours'?)"));
}

TEST(RunRules, StatesArtifactsAndTimes) {
  model::AutomationRun run;
  run.started_at = words("2026-01-27T10:00:00Z", 2);
  run.completed_at = words("2026-01-27T11:00:00+02:00", 3);
  model::TaskState state;
  state.origin = {{5, 1}, "task_states[0]"};
  state.phase = {model::RunPhase::kGitClone, {{5, 9}, "task_states[0].phase"}};
  state.attempt.value = 1;
  run.task_states = {state, state, state};
  run.task_states[1].attempt.value = 2;
  run.task_states[2].origin.mark.line = 7;
  for (const auto& [path, line] :
       std::vector<std::pair<std::string, std::uint32_t>>{{"logs/a/../b.txt", 10},
                                                          {"../b.txt", 11},
                                                          {"/etc/passwd", 12},
                                                          {"a/../../b", 13},
                                                          {"a/..", 14},
                                                          {"a\\..\\b", 15}}) {
    model::Artifact artifact;
    artifact.storage_path = words(path, line);
    run.artifacts.push_back(artifact);
  }
  EXPECT_THAT(
      shown(check_automation_run(run, true, kFile)),
      ElementsAre("run/date-order 3 completed_at is '2026-01-27T11:00:00+02:00', which is before "
                  "started_at '2026-01-27T10:00:00Z'",
                  "run/duplicate-state 7 attempt 1 of git_clone is there already in line 5",
                  "run/artifact-path 11 '../b.txt' is not inside the folder of artifacts",
                  "run/artifact-path 12 '/etc/passwd' is not inside the folder of artifacts",
                  "run/artifact-path 13 'a/../../b' is not inside the folder of artifacts",
                  "run/artifact-path 14 'a/..' is not inside the folder of artifacts",
                  "run/artifact-path 15 'a\\..\\b' is not inside the folder of artifacts"));
}

TEST(ConfigurationRules, ReviewersAndAssignee) {
  model::Configuration configuration;
  configuration.assignee = words("grace", 1);
  configuration.reviewers = {{*configuration.assignee, 1}};
  EXPECT_THAT(shown(check_configuration(configuration, true, kFile)), IsEmpty());
  configuration.reviewers = {{words("ada", 3), 2}, {words("Ada", 4), 2}};
  EXPECT_THAT(
      shown(check_configuration(configuration, true, kFile)),
      ElementsAre(
          "configuration/duplicate-reviewer 4 the reviewer 'Ada' is listed already",
          "configuration/assignee-ignored 1 the assignee counts only where there is no list "
          "of reviewers"));
}

TEST(Transitions, IllegalStepsNameTheLegalOnes) {
  FeatureSpec before = sound_spec();
  FeatureSpec now = sound_spec();
  now.status = {FeatureStatus::kCompleted, {{5, 11}, "feature.status"}};
  before.tasks[0].status = {SpecTaskStatus::kCompleted, {}};
  now.tasks[0].status = {SpecTaskStatus::kPending, {{22, 3}, "tasks.backend[0].status"}};
  before.tasks[1].status = {SpecTaskStatus::kReview, {}};
  now.tasks[1].status = {SpecTaskStatus::kCompleted, {}};
  EXPECT_THAT(shown(check_transitions(states_in(before), states_in(now), "HEAD", kFile)),
              ElementsAre("spec/illegal-transition 5 the feature went from planning to completed "
                          "since 'HEAD'; from planning it may go to in_progress or blocked",
                          "spec/illegal-transition 22 the task 'BE-001' went from completed to "
                          "pending since 'HEAD'; nothing follows completed"));
}

TEST(Transitions, BlockedFeatureMayGoToAnyOfThree) {
  FeatureSpec before;
  before.status.value = FeatureStatus::kBlocked;
  for (const FeatureStatus status :
       {FeatureStatus::kPlanning, FeatureStatus::kInProgress, FeatureStatus::kReview}) {
    FeatureSpec now;
    now.status.value = status;
    EXPECT_THAT(check_transitions(states_in(before), states_in(now), "HEAD", kFile), IsEmpty());
  }
}

TEST(Transitions, SessionsTasksAndRuns) {
  model::ProgressFile before;
  before.session_id = words("s1");
  before.status = words("paused");
  model::ProgressFile now = before;
  now.status = words("active", 9);
  EXPECT_THAT(shown(check_transitions(states_in(before), states_in(now), "main", kFile)),
              ElementsAre("spec/illegal-transition 9 the session 's1' went from paused to active "
                          "since 'main'; from paused it may go to resumed or expired"));
  before.status = words("pending");
  now.status = words("failed", 9);
  EXPECT_THAT(shown(check_transitions(states_in(before), states_in(now), "main", kFile)),
              ElementsAre("spec/illegal-transition 9 the session 's1' went from pending to failed "
                          "since 'main'; from pending it may go to in_progress or skipped"));
  now.session_id = words("s2");
  EXPECT_THAT(check_transitions(states_in(before), states_in(now), "main", kFile), IsEmpty())
      << "another session";

  model::AgentFile agent;
  agent.status = words("thinking");
  model::AgentFile later;
  later.status = words("expired");
  EXPECT_THAT(check_transitions(states_in(agent), states_in(later), "main", kFile), IsEmpty());

  model::AutomationRun run;
  model::TaskState state;
  state.attempt.value = 2;
  state.status.value = model::PhaseStatus::kSucceeded;
  run.task_states = {state};
  model::AutomationRun next = run;
  next.status.value = model::RunStatus::kSucceeded;
  next.task_states[0].status = {model::PhaseStatus::kRunning, {{8, 1}, "task_states[0].status"}};
  EXPECT_THAT(shown(check_transitions(states_in(run), states_in(next), "main", kFile)),
              ElementsAre("spec/illegal-transition 0 the run went from queued to succeeded since "
                          "'main'; from queued it may go to in_progress",
                          "spec/illegal-transition 8 attempt 2 of prepare_job went from succeeded "
                          "to running since 'main'; nothing follows succeeded"));
}

TEST(SchemaFindings, BecomeDiagnosticsOfTheirKeyword) {
  schema::Finding finding;
  finding.keyword = "enum";
  finding.path = "feature.priority";
  finding.mark = {6, 13};
  finding.message = "`priority` is `hihg`; expected one of critical, high, medium, low";
  finding.hint = "did you mean `high`?";
  schema::Finding other;
  other.keyword = "propertyNames";
  other.message = "m";
  const auto found = schema_diagnostics({finding, other}, "spec.yaml");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0], (Diagnostic{{"spec.yaml", 6, 13},
                                  Severity::kError,
                                  "schema/enum",
                                  finding.message,
                                  "did you mean `high`?",
                                  "feature.priority",
                                  false}));
  EXPECT_EQ(found[1].code, "schema/false") << "a keyword without a rule of its own";
  EXPECT_EQ(found[1].hint, find_rule("schema/false")->way_out);
}

}  // namespace
}  // namespace claudestep::check
