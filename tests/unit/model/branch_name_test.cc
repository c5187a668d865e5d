#include "model/branch_name.h"

#include <gtest/gtest.h>

#include "model/derive.h"

namespace claudestep::model {
namespace {

BranchReading by_index(std::string project, std::int64_t index) {
  return {std::move(project), index, std::nullopt, std::nullopt};
}

BranchReading by_hash(std::string project, std::string hash) {
  return {std::move(project), std::nullopt, std::move(hash), std::nullopt};
}

struct Case {
  const char* branch;
  std::vector<BranchReading> readings;
};

void expect_readings(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(read_branch_name(c.branch), c.readings) << c.branch;
}

TEST(BranchName, ClaudeStepEndsInAnIndexOrAHash) {
  expect_readings({
      {"claude-step-auth-3", {by_index("auth", 3)}},
      {"claude-step-e2e-test-project-12", {by_index("e2e-test-project", 12)}},
      {"claude-step-test-project-8dce0510-1", {by_index("test-project-8dce0510", 1)}},
      {"claude-step-auth-39b1209d", {by_hash("auth", "39b1209d")}},
      {"claude-step-2026-01-x-9223372036854775807", {by_index("2026-01-x", 9223372036854775807)}},
  });
}

TEST(BranchName, EightDigitsAreAHashBeforeTheyAreAnIndex) {
  expect_readings({
      {"claude-step-auth-20260407", {by_hash("auth", "20260407"), by_index("auth", 20260407)}},
      {"claude-step-auth-01234567", {by_hash("auth", "01234567")}},
      {"claude-step-auth-123456789", {by_index("auth", 123456789)}},
  });
}

TEST(BranchName, ClaudeChainEndsInAHashAlone) {
  expect_readings({
      {"claude-chain-auth-39b1209d", {by_hash("auth", "39b1209d")}},
      {"claude-chain-my-project-20260407", {by_hash("my-project", "20260407")}},
      {"claude-chain-auth-3", {}},
      {"claude-chain-x-20260407-193710", {}},
  });
}

TEST(BranchName, ClaudestepNamesStepAndAttempt) {
  expect_readings({
      {"claudestep/auth/step-4", {by_index("auth", 4)}},
      {"claudestep/a-b.c/step-4-attempt-2", {{"a-b.c", 4, std::nullopt, 2}}},
      {"claudestep/auth/step-0", {}},
      {"claudestep/auth/step-", {}},
      {"claudestep/auth/step-4-attempt-", {}},
      {"claudestep/auth/step-4-attempt-0", {}},
      {"claudestep/auth/step-4-attempt-2-attempt-3", {}},
      {"claudestep/auth/step-39b1209d", {}},
      {"claudestep/auth/other/step-4", {}},
      {"claudestep/auth", {}},
      {"claudestep//step-4", {}},
  });
}

TEST(BranchName, TheNewestNamesTheTaskByItsId) {
  expect_readings({
      {"claudestep/auth/task-39b1209d", {by_hash("auth", "39b1209d")}},
      {"claudestep/a-b/task-39b1209d-2", {by_hash("a-b", "39b1209d-2")}},
      {"claudestep/auth/task-39b1209d-12-attempt-3", {{"auth", std::nullopt, "39b1209d-12", 3}}},
      {"claudestep/auth/task-20260407", {by_hash("auth", "20260407")}},
      {"claudestep/auth/task-39b1209d-", {}},
      {"claudestep/auth/task-39b1209d-02", {}},
      {"claudestep/auth/task-39b1209", {}},
      {"claudestep/auth/task-3", {}},
  });
}

TEST(BranchName, TheOldestBeginWithTheMonth) {
  expect_readings({
      {"2025-12-auth-refactor-3", {by_index("auth-refactor", 3)}},
      {"2025-01-x-20260407", {by_index("x", 20260407)}},
      {"2025-13-auth-3", {}},
      {"2025-00-auth-3", {}},
      {"2025-1-auth-3", {}},
      {"20x5-01-auth-3", {}},
      {"2025-12-auth-39b1209d", {}},
      {"2025-12-3", {}},
      {"2025-12-", {}},
  });
}

TEST(BranchName, OthersFollowNoConvention) {
  expect_readings({
      {"", {}},
      {"main", {}},
      {"claude-step-", {}},
      {"claude-step-auth", {}},
      {"claude-step-auth-", {}},
      {"claude-step--3", {}},
      {"claude-step-auth-0", {}},
      {"claude-step-auth-03", {}},
      {"claude-step-auth--3", {by_index("auth-", 3)}},
      {"claude-step-auth-39B1209D", {}},
      {"claude-step-auth-9223372036854775808", {}},
      {"claude-step-a/b-3", {}},
      {"claude-step-.auth-3", {}},
      {"claude-step-x.lock-3", {}},
      {"Claude-step-auth-3", {}},
      {"origin/claude-step-auth-3", {}},
      {"feature/claude-chain-auth-39b1209d", {}},
  });
}

class TaskMeant : public ::testing::Test {
 protected:
  TaskMeant() {
    for (const char* description : {"First", "Second", "Third"}) {
      Task task;
      task.index = static_cast<std::int64_t>(project_.tasks.size()) + 1;
      task.description = Text(description);
      project_.tasks.push_back(std::move(task));
    }
    settle(project_);
  }
  // The description of the task, "" for none.
  std::string meant(const BranchReading& reading) {
    const Task* task = task_meant(project_, reading);
    return task == nullptr ? "" : task->description.value;
  }

  Project project_;
};

TEST_F(TaskMeant, AHashIsAnIdBeforeItIsADescription) {
  const std::string first = description_hash("First");
  EXPECT_EQ(meant(by_hash("auth", first)), "First");
  project_.tasks[0].description = Text("First, reworded");
  EXPECT_EQ(meant(by_hash("auth", first)), "First, reworded");
  EXPECT_EQ(meant(by_hash("auth", description_hash("First, reworded"))), "First, reworded");
  project_.tasks[1].description = Text("First");
  EXPECT_EQ(meant(by_hash("auth", first)), "First, reworded");
  EXPECT_EQ(meant(by_hash("auth", "00000000")), "");
}

TEST_F(TaskMeant, AnIndexIsAPlaceInThePlan) {
  EXPECT_EQ(meant(by_index("auth", 2)), "Second");
  EXPECT_EQ(meant(by_index("auth", 4)), "");
  project_.tasks[1].removed = true;
  EXPECT_EQ(meant(by_index("auth", 2)), "");
}

}  // namespace
}  // namespace claudestep::model
