#include "query/burn_up.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/matchers.h"
#include "tests/support/repository_builder.h"

namespace claudestep::query {
namespace {

using ::testing::ElementsAre;
using ::testing::FieldsAre;

constexpr std::string_view kBurnUpRef = "refs/heads/claudestep-metadata";

// A project with so many tasks, the first of them ticked.
std::string ticked(int tasks) {
  std::string text;
  for (int index = 1; index <= tasks; ++index) {
    text += (index > 1 ? ", " : "") + std::string(R"({"index": )") + std::to_string(index) +
            R"(, "description": "Task", "checked": )" + (index == 1 ? "true}" : "false}");
  }
  return R"({"schema_version": "2.0", "project": "p", "tasks": [)" + text +
         R"(], "pull_requests": []})";
}

TEST(BurnUp, ReadsEachVersionOfAFileOnceAndTellsHowManyAsItGoes) {
  test::RepositoryBuilder repo;
  repo.commit(kBurnUpRef, {{"projects/a.json", ticked(2)}, {"projects/b.json", ticked(1)}});
  repo.commit(kBurnUpRef, {{"projects/a.json", ticked(3)}});
  repo.commit(kBurnUpRef, {{"projects/c.json", "broken"}});
  const Environment environment = repo.environment();
  ASSERT_OK_AND_ASSIGN(const auto repository, git::Repository::open({.cwd = repo.path().string(),
                                                                     .git_dir = {},
                                                                     .environment = &environment,
                                                                     .git_accepts_owner = {}}));
  ASSERT_OK_AND_ASSIGN(const auto view, store::View::open(repository, {}));
  std::vector<std::size_t> read;
  ASSERT_OK_AND_ASSIGN(const auto points,
                       burn_up(view, {}, 60, [&](std::size_t files) { read.push_back(files); }));
  using ::testing::_;
  EXPECT_THAT(points, ElementsAre(FieldsAre(_, 3, 2), FieldsAre(_, 4, 2), FieldsAre(_, 4, 2)));
  EXPECT_THAT(read, ElementsAre(2, 1, 1));
}

}  // namespace
}  // namespace claudestep::query
