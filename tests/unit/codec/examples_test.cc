// The documents of docs/formats/examples: those of schema 2.0 are canonical, every other one has a
// twin
// "<name>.upgraded.json" that says what it becomes. CLAUDESTEP_ACCEPT=1 rewrites both.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "codec/project_codec.h"
#include "model/derive.h"
#include "tests/support/matchers.h"

namespace claudestep::codec {
namespace {

using model::Dialect;
using model::Project;

std::string path_of(const std::string& name) {
  return std::string(CLAUDESTEP_SOURCE_DIR) + "/docs/formats/examples/" + name + ".json";
}

std::string load(const std::string& name) {
  std::ifstream file(path_of(name), std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

std::string written_settled(Project project) {
  model::settle(project);
  return write_project(project);
}

// True when the caller is done, since the file was rewritten.
bool accept(const std::string& name, const std::string& bytes) {
  if (std::getenv("CLAUDESTEP_ACCEPT") == nullptr) return false;  // NOLINT(concurrency-mt-unsafe)
  std::ofstream(path_of(name), std::ios::binary) << bytes;
  return true;
}

class CanonicalExample : public testing::TestWithParam<const char*> {};

TEST_P(CanonicalExample, IsWrittenAsItWasRead) {
  const std::string name = GetParam();
  const std::string bytes = load(name);
  ASSERT_OK_AND_ASSIGN(const Project project, read_project(bytes, name));
  EXPECT_EQ(project.dialect, Dialect::kHybrid);
  const std::string settled = written_settled(project);
  if (accept(name, settled)) GTEST_SKIP() << "accepted";
  EXPECT_EQ(write_project(project), bytes);
  EXPECT_EQ(settled, bytes);
}

INSTANTIATE_TEST_SUITE_P(Examples, CanonicalExample,
                         testing::Values("empty", "mixed", "refinements", "retry", "large"),
                         [](const auto& row) { return std::string(row.param); });

struct UpgradeCase {
  const char* name;
  Dialect dialect;
};

class UpgradedExample : public testing::TestWithParam<UpgradeCase> {};

TEST_P(UpgradedExample, BecomesItsTwin) {
  const std::string name = GetParam().name;
  const std::string twin = name + ".upgraded";
  ASSERT_OK_AND_ASSIGN(const Project project, read_project(load(name), name));
  EXPECT_EQ(project.dialect, GetParam().dialect);
  const std::string upgraded = written_settled(project);
  if (accept(twin, upgraded)) GTEST_SKIP() << "accepted";
  EXPECT_EQ(upgraded, load(twin));
  ASSERT_OK_AND_ASSIGN(const Project again, read_project(upgraded, twin));
  EXPECT_EQ(again.dialect, Dialect::kHybrid);
  EXPECT_EQ(written_settled(again), upgraded);
}

INSTANTIATE_TEST_SUITE_P(
    Examples, UpgradedExample,
    testing::Values(UpgradeCase{"spec-and-executions", Dialect::kSpecAndExecutions},
                    UpgradeCase{"pull-request-centred", Dialect::kPullRequestCentred},
                    UpgradeCase{"steps", Dialect::kSteps},
                    UpgradeCase{"legacy-tasks", Dialect::kLegacyTasks},
                    UpgradeCase{"quirks", Dialect::kHybrid}),
    [](const auto& row) {
      std::string name = row.param.name;
      for (char& c : name) c = c == '-' ? '_' : c;
      return name;
    });

struct Expected {
  const char* name;
  std::int64_t tasks;
  std::int64_t completed;
  std::int64_t pull_requests;
  std::int64_t operations;
  std::string_view dollars;
};

TEST(Examples, AddUp) {
  const Expected rows[] = {
      {"empty", 0, 0, 0, 0, "$0.00"},
      {"mixed", 6, 3, 4, 4, "$0.4875"},
      {"refinements", 2, 0, 1, 5, "$0.461015"},
      {"retry", 2, 1, 3, 2, "$0.80"},
      {"large", 60, 44, 48, 96, "$5.069"},
      {"spec-and-executions", 3, 1, 2, 2, "$0.153"},
      {"pull-request-centred", 4, 1, 3, 2, "$0.45"},
      {"steps", 4, 1, 2, 3, "$1.30"},
      {"legacy-tasks", 3, 1, 3, 4, "$0.82"},
      {"quirks", 2, 1, 3, 2, "$3.000015"},
  };
  for (const Expected& row : rows) {
    ASSERT_OK_AND_ASSIGN(Project project, read_project(load(row.name), row.name));
    model::settle(project);
    const model::Totals totals = model::totals_of(project, Instant{});
    EXPECT_EQ(totals.tasks, row.tasks) << row.name;
    EXPECT_EQ(totals.completed, row.completed) << row.name;
    EXPECT_EQ(totals.pull_requests, row.pull_requests) << row.name;
    EXPECT_EQ(totals.ai_operations, row.operations) << row.name;
    EXPECT_EQ(format_dollars(totals.cost), row.dollars) << row.name;
  }
}

}  // namespace
}  // namespace claudestep::codec
