#include "model/project.h"

#include <gtest/gtest.h>

#include "tests/unit/model/ledger.h"

namespace claudestep::model {
namespace {

TEST(ProjectWords, AreThoseOfTheDocument) {
  EXPECT_EQ(to_string(TaskStatus::kPending), "pending");
  EXPECT_EQ(to_string(TaskStatus::kInProgress), "in_progress");
  EXPECT_EQ(to_string(TaskStatus::kCompleted), "completed");
  EXPECT_EQ(to_string(PrState::kOpen), "open");
  EXPECT_EQ(to_string(PrState::kClosed), "closed");
  EXPECT_EQ(to_string(PrState::kMerged), "merged");
}

TEST(ProjectWords, AreReadBackAndNoOthers) {
  for (const auto status :
       {TaskStatus::kPending, TaskStatus::kInProgress, TaskStatus::kCompleted}) {
    EXPECT_EQ(parse_task_status(to_string(status)), status);
  }
  for (const auto state : {PrState::kOpen, PrState::kClosed, PrState::kMerged}) {
    EXPECT_EQ(parse_pr_state(to_string(state)), state);
  }
  for (const auto* word : {"", "Open", "done", "open "}) {
    EXPECT_EQ(parse_task_status(word), std::nullopt) << word;
    EXPECT_EQ(parse_pr_state(word), std::nullopt) << word;
  }
}

TEST(ProjectWords, DescribeEachDialect) {
  EXPECT_EQ(describe(Dialect::kHybrid), "2.0");
  EXPECT_EQ(describe(Dialect::kSpecAndExecutions), "spec and executions");
  EXPECT_EQ(describe(Dialect::kPullRequestCentred), "pull-request centred");
  EXPECT_EQ(describe(Dialect::kSteps), "1.0 steps");
  EXPECT_EQ(describe(Dialect::kLegacyTasks), "1.0 legacy tasks");
}

TEST(SchemaVersion, IsComparedNumberByNumber) {
  const struct {
    const char* version;
    bool newer;
  } kCases[] = {
      {"2.0", false},
      {"1.0", false},
      {"1.9.9", false},
      {"2", false},
      {"2.0.0", false},
      {"02.00", false},
      {"", false},
      {"abc", false},
      {"2.x", false},
      {"2.0-rc1", false},
      {"2.0.1", true},
      {"2.1", true},
      {"2.00000000000000000000001", true},
      {"3", true},
      {"10.0", true},
      {"99999999999999999999999.0", true},
      {"3-beta", true},
  };
  for (const auto& c : kCases) EXPECT_EQ(is_newer_schema(c.version), c.newer) << c.version;
}

TEST(ProjectLookup, FindsByNumberIndexAndId) {
  Project project = test::make_project("auth", {"Add user authentication", "Test it"});
  project.pull_requests.push_back(test::make_pr(7, 2, PrState::kOpen));
  settle(project);
  EXPECT_EQ(find_pr(project, 7), project.pull_requests.data());
  EXPECT_EQ(find_pr(std::as_const(project), 8), nullptr);
  EXPECT_EQ(find_task(project, 2), &project.tasks[1]);
  EXPECT_EQ(find_task(project, 3), nullptr);
  EXPECT_EQ(find_task_by_id(project, "39b1209d"), project.tasks.data());
  EXPECT_EQ(find_task_by_id(project, "39b1209"), nullptr);
}

TEST(ProjectEquality, IsThatOfTheDocument) {
  const Project project = test::make_project("auth", {"a"});
  Project other = project;
  other.dialect = Dialect::kSteps;
  other.lacks_ids = true;
  EXPECT_EQ(other, project);
  other.last_updated = Time(test::time("2027-01-01T00:00:00Z"));
  EXPECT_NE(other, project);
  EXPECT_TRUE(equal_but_for_last_updated(other, project));
  other.tasks[0].description = Text("b");
  EXPECT_FALSE(equal_but_for_last_updated(other, project));
}

}  // namespace
}  // namespace claudestep::model
