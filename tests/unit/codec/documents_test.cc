// The typed readers and the schemas say the same of every sample.
#include "codec/documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "codec/json_reader.h"
#include "codec/progress_reader.h"
#include "codec/yaml_reader.h"
#include "tests/support/matchers.h"
#include "tests/support/temp_dir.h"

namespace claudestep::codec {
namespace {

using ::claudestep::test::FailsWith;
using ::claudestep::test::IsOk;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::filesystem::path kSamples = std::string(CLAUDESTEP_TEST_DATA) + "/documents";

template <typename T>
std::vector<std::string> messages_of(const Typed<T>& typed) {
  std::vector<std::string> messages;
  for (const Error& refusal : typed.refusals) messages.push_back(refusal.message);
  return messages;
}

struct DocumentKind {
  std::string name;
  std::vector<std::string> (*refusals)(const Value& root);
};

#define CLAUDESTEP_KIND(name, reader)                                      \
  DocumentKind {                                                           \
    name, [](const Value& root) { return messages_of(reader(root, "x")); } \
  }

const std::vector<DocumentKind>& document_kinds() {
  static const std::vector<DocumentKind> kinds = {
      CLAUDESTEP_KIND("feature-spec", read_feature_spec),
      CLAUDESTEP_KIND("task-spec", read_task_spec),
      CLAUDESTEP_KIND("api-contract", read_api_contract),
      CLAUDESTEP_KIND("phase-data", read_phase_data),
      CLAUDESTEP_KIND("trust-model", read_trust_model),
      CLAUDESTEP_KIND("agent-file", read_agent_file),
      CLAUDESTEP_KIND("compound-metrics", read_compound_metrics),
      CLAUDESTEP_KIND("progress-file", read_progress_file),
      CLAUDESTEP_KIND("automation-run", read_automation_run),
      CLAUDESTEP_KIND("configuration", read_configuration),
  };
  return kinds;
}

std::vector<std::filesystem::path> samples_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  EXPECT_GE(paths.size(), 5U) << folder;
  return paths;
}

Result<Document> read_sample(const std::filesystem::path& path) {
  if (path.extension() == ".yaml") return read_yaml(test::read_file(path));
  if (path.extension() == ".txt") return read_progress(test::read_file(path));
  return read_json(test::read_file(path));
}

TEST(Documents, ReadersTakeEveryValidSample) {
  for (const DocumentKind& kind : document_kinds()) {
    for (const auto& path : samples_in(kSamples / kind.name / "valid")) {
      SCOPED_TRACE(path);
      ASSERT_OK_AND_ASSIGN(const Document document, read_sample(path));
      EXPECT_THAT(kind.refusals(document.root()), IsEmpty());
    }
  }
}

TEST(Documents, ReadersRefuseOneThingInEveryInvalidSample) {
  for (const DocumentKind& kind : document_kinds()) {
    for (const auto& path : samples_in(kSamples / kind.name / "invalid")) {
      SCOPED_TRACE(path);
      ASSERT_OK_AND_ASSIGN(const Document document, read_sample(path));
      EXPECT_THAT(kind.refusals(document.root()), ::testing::SizeIs(1));
    }
  }
}

Document json(std::string text) {
  auto document = read_json(std::move(text));
  EXPECT_THAT(document, IsOk());
  return *std::move(document);
}

TEST(Documents, WhatIsNoObjectIsRefusedOnce) {
  const Document list = json("[1]");
  for (const DocumentKind& kind : document_kinds()) {
    EXPECT_THAT(kind.refusals(list.root()),
                ElementsAre("the document is an array; expected an object"))
        << kind.name;
  }
}

TEST(Documents, RefusalsAreAllThereByPlace) {
  const Document document = json(R"({
  "version": 1.0,
  "task": {
    "id": "FE-1", "role": "designer", "status": "skipped",
    "acceptance_criteria": ["a", "", 3],
    "max_iterations": 21
  }
})");
  const auto typed = read_task_spec(document.root(), "t.json");
  EXPECT_THAT(
      messages_of(typed),
      ElementsAre(
          "version is 1.0; expected a version such as \"1.0\"", "task has no member 'title'",
          "task has no member 'done_when'",
          "task.role is \"designer\"; expected one of backend, frontend, qa, devops, planner",
          "task.status is \"skipped\"; expected one of pending, in_progress, review, "
          "completed, blocked",
          "task.acceptance_criteria[1] is \"\"; expected a string that is not empty",
          "task.acceptance_criteria[2] is 3; expected a string that is not empty",
          "task.max_iterations is 21; expected a whole number from 1 to 20"));
  EXPECT_EQ(typed.refusals[1].place, (Place{"t.json", 3, 11}));
  EXPECT_EQ(typed.document.task.id.value, "FE-1") << "what can be read is read";
  EXPECT_THAT(whole(typed), FailsWith(ErrorCode::kInvalidInput, "version is 1.0"));
}

TEST(Documents, TasksKnowTheirRoleTheirPlaceAndWhatTheyMention) {
  const Document document = json(R"({
  "version": "1.0",
  "feature": {"id": "a", "name": "abc", "priority": "low", "status": "planning"},
  "objective": {"summary": "FR-9 is not here", "business_value": "b"},
  "requirements": {},
  "tasks": {"qa": [{"id": "QA-1", "title": "t", "acceptance_criteria": ["for FR-1"], "done_when": "FR-2 holds",
    "dependencies": ["BE-1"], "x": {"y": ["NFR-3"]}}]}
})");
  ASSERT_OK_AND_ASSIGN(const auto spec, whole(read_feature_spec(document.root(), "s.json")));
  ASSERT_EQ(spec.tasks.size(), 1U);
  const model::SpecTask& task = spec.tasks[0];
  EXPECT_EQ(task.role, "qa");
  EXPECT_EQ(task.origin, (model::Origin{{6, 20}, "tasks.qa[0]"}));
  EXPECT_THAT(task.dependencies,
              ElementsAre(model::Words{"BE-1", {{7, 22}, "tasks.qa[0].dependencies[0]"}}));
  std::vector<std::string> mentions;
  for (const model::Words& mention : task.mentions) {
    mentions.push_back(mention.value + " " + mention.origin.path);
  }
  EXPECT_THAT(mentions, ElementsAre("FR-1 tasks.qa[0].acceptance_criteria[0]",
                                    "FR-2 tasks.qa[0].done_when", "NFR-3 tasks.qa[0].x.y[0]"));
  EXPECT_THAT(task.extra, ElementsAre(model::ExtraMember{"\"x\"", R"({"y":["NFR-3"]})"}));
  ASSERT_EQ(spec.mentions.size(), 1U);
  EXPECT_EQ(spec.mentions[0].value, "FR-9");
}

TEST(Documents, ConfigurationHasItsDefaults) {
  const Document nobody = json("{}");
  ASSERT_OK_AND_ASSIGN(const auto empty, whole(read_configuration(nobody.root(), "c")));
  EXPECT_EQ(empty.stale_pr_days, 7);
  EXPECT_THAT(empty.reviewers, IsEmpty());

  const Document two = json(
      R"j({"reviewers": [{"username": "ada"}, {"username": "grace", "maxOpenPRs": 5}],
          "label": "a", "labels": "b, c,", "allowedTools": ["Read", "Bash(a, b)"]})j");
  ASSERT_OK_AND_ASSIGN(const auto team, whole(read_configuration(two.root(), "c")));
  ASSERT_EQ(team.reviewers.size(), 2U);
  EXPECT_EQ(team.reviewers[0].max_open_prs, 2);
  EXPECT_EQ(team.reviewers[1].max_open_prs, 5);
  EXPECT_THAT(team.labels, ElementsAre("a", "b", "c"));
  EXPECT_THAT(team.allowed_tools, ElementsAre("Read", "Bash(a, b)"));

  const Document one = json(R"({"assignee": "ada"})");
  ASSERT_OK_AND_ASSIGN(const auto alone, whole(read_configuration(one.root(), "c")));
  ASSERT_EQ(alone.reviewers.size(), 1U);
  EXPECT_EQ(alone.reviewers[0].username.value, "ada");
  EXPECT_EQ(alone.reviewers[0].max_open_prs, 1);
}

// What a phase's metadata says of skills, as the reader passes it on.
std::optional<model::SkillsMetadata> skills_of(const std::string& phase,
                                               const std::string& metadata) {
  const Document document = json(
      R"({"id": "7d444840-9dc0-11d1-b245-5ffdce74fad2", "repository": "r", "status": "queued",
          "requested_spec_input": "i", "task_states": [{"phase": ")" +
      phase + R"(", "status": "pending", "attempt": 1, "metadata": )" + metadata + "}]}");
  auto run = whole(read_automation_run(document.root(), "r.json"));
  EXPECT_THAT(run, IsOk());
  return run->task_states[0].skills;
}

TEST(Documents, SkillsCountOnlyAsWhatTheyShouldBe) {
  using model::SkillsMetadata;
  EXPECT_EQ(skills_of("git_clone", "null"), std::nullopt);
  EXPECT_EQ(skills_of("git_clone", R"({"selectedSkill": 3, "executionPath": [],
      "usedSkills": "true", "usedFallback": 1, "shadowModeRequested": null})"),
            std::nullopt);
  EXPECT_EQ(skills_of("git_clone", R"({"usedSkills": false, "shadowModeRequested": true})"),
            (SkillsMetadata{std::nullopt, std::nullopt, false, std::nullopt, true}));
  EXPECT_EQ(skills_of("speckit_plan", R"({"selectedSkill": 3, "usedFallback": true})"),
            (SkillsMetadata{"speckit", "skill", true, true, std::nullopt}));
  EXPECT_EQ(skills_of("git_clone", R"({"executionPath": " direct_only "})"),
            (SkillsMetadata{std::nullopt, "direct_only", false, false, std::nullopt}));
}

}  // namespace
}  // namespace claudestep::codec
