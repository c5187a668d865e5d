// Laws of what is derived, and of reading branch names.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "model/branch_name.h"
#include "model/project_name.h"
#include "tests/property/model_generators.h"

namespace claudestep::model {
namespace {

using test::any_project;

RC_GTEST_PROP(ModelSettle, HappensOnce, ()) {
  Project project = *any_project();
  settle(project);
  const Project once = project;
  settle(project);
  RC_ASSERT(project == once);
}

RC_GTEST_PROP(ModelSettle, KeepsEveryFact, ()) {
  const Project stored = *any_project();
  Project project = stored;
  settle(project);
  RC_ASSERT(project.tasks.size() == stored.tasks.size());
  RC_ASSERT(project.pull_requests.size() == stored.pull_requests.size());
  for (std::size_t at = 0; at < stored.tasks.size(); ++at) {
    const Task& before = stored.tasks[at];
    const Task& after = project.tasks[at];
    RC_ASSERT(after.id.has_value());
    RC_ASSERT(!before.id || before.id == after.id);
    RC_ASSERT(before.index == after.index);
    RC_ASSERT(before.description == after.description);
  }
  for (std::size_t at = 0; at < stored.pull_requests.size(); ++at) {
    const PullRequest& before = stored.pull_requests[at];
    const PullRequest& after = project.pull_requests[at];
    RC_ASSERT(!before.task_id || before.task_id == after.task_id);
    RC_ASSERT(before.state == after.state);
    RC_ASSERT(before.created_at == after.created_at);
  }
}

RC_GTEST_PROP(ModelSettle, GivesIdsThatNobodyHas, ()) {
  Project project = *any_project();
  std::set<std::string> taken;
  std::vector<std::size_t> without;
  for (std::size_t at = 0; at < project.tasks.size(); ++at) {
    if (project.tasks[at].id) {
      taken.insert(project.tasks[at].id->value);
    } else {
      without.push_back(at);
    }
  }
  settle(project);
  for (const std::size_t at : without) {
    const Task& task = project.tasks[at];
    RC_ASSERT(taken.insert(task.id->value).second);
    RC_ASSERT(task.id->value.starts_with(description_hash(task.description.value)));
  }
  RC_ASSERT(project.lacks_ids || without.empty());
}

RC_GTEST_PROP(ModelSettle, DoesNotCareForTheOrderOfPullRequests, ()) {
  Project project = *any_project();
  Project turned = project;
  std::reverse(turned.pull_requests.begin(), turned.pull_requests.end());
  settle(project);
  settle(turned);
  RC_ASSERT(project.tasks == turned.tasks);
}

// The branch that a reading came from, in the one spelling of its era.
bool spells(const BranchReading& reading, const std::string& branch) {
  const std::string ending =
      reading.index ? std::to_string(*reading.index) : reading.hash.value_or("");
  const std::string plain = reading.project + "-" + ending;
  std::string step = "claudestep/" + reading.project + "/step-" + ending;
  if (reading.attempt) step += "-attempt-" + std::to_string(*reading.attempt);
  return branch == "claude-step-" + plain || branch == "claude-chain-" + plain || branch == step ||
         (branch.size() > 8 && branch.substr(8) == plain);
}

void check_readings(const std::string& branch) {
  RC_LOG() << branch << "\n";
  for (const BranchReading& reading : read_branch_name(branch)) {
    RC_ASSERT(reading.index.has_value() != reading.hash.has_value());
    RC_ASSERT(check_project_name(reading.project).has_value());
    RC_ASSERT(spells(reading, branch));
  }
}

RC_GTEST_PROP(ModelBranchName, SurvivesAnyBytes, (const std::string& branch)) {
  check_readings(branch);
}

RC_GTEST_PROP(ModelBranchName, TellsBackWhatItRead, ()) {
  std::string branch;
  for (auto left = test::number(1, 7); left > 0; --left) {
    branch += test::pick<std::string>({"claude-step-", "claude-chain-", "claudestep/", "2026-01-",
                                       "auth", "-", "/step-", "3", "20260407", "39b1209d", "-12",
                                       "-attempt-2", ".", "x"});
  }
  check_readings(branch);
}

RC_GTEST_PROP(ModelBranchName, ReadsWhatTheBotsWrite, ()) {
  const auto project =
      test::pick<std::string>({"auth", "e2e-test-project", "2026-01", "a.b_c", "x-20260407"});
  const std::int64_t index = test::number(1, 99);
  const BranchReading expected{project, index, std::nullopt, std::nullopt};
  const std::string number = std::to_string(index);
  for (const std::string& branch :
       {"claude-step-" + project + "-" + number, "claudestep/" + project + "/step-" + number,
        "2025-12-" + project + "-" + number}) {
    RC_ASSERT(read_branch_name(branch) == std::vector<BranchReading>{expected});
  }
}

}  // namespace
}  // namespace claudestep::model
