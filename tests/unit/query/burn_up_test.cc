#include "query/burn_up.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
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

// A commit of `files` (path, content; nothing takes it away) at so many seconds.
struct Dated {
  int seconds = 0;
  std::vector<std::pair<std::string, std::optional<std::string>>> files;
};

Result<std::vector<BurnUpPoint>> burn_up_over(const std::vector<Dated>& commits,
                                              const Selection& selection, std::size_t most) {
  test::RepositoryBuilder repo;
  std::string stream;
  for (const Dated& commit : commits) {
    stream += "commit " + std::string(kBurnUpRef) + "\ncommitter T <t@example.com> " +
              std::to_string(commit.seconds) + " +0000\ndata 1\nx\n";
    for (const auto& [path, content] : commit.files) {
      stream += content ? "M 100644 inline " + path + "\ndata " + std::to_string(content->size()) +
                              "\n" + *content + "\n"
                        : "D " + path + "\n";
    }
  }
  repo.git({"fast-import", "--quiet"}, stream);
  const Environment environment = repo.environment();
  CS_ASSIGN(const auto repository, git::Repository::open({.cwd = repo.path().string(),
                                                          .git_dir = {},
                                                          .environment = &environment,
                                                          .git_accepts_owner = {}}));
  CS_ASSIGN(const auto view, store::View::open(repository, {}));
  return burn_up(view, selection, most);
}

std::string called(const std::string& text, const std::string& former) {
  return text.substr(0, text.size() - 1) + R"(, "former_names": [")" + former + "\"]}";
}

TEST(BurnUp, FollowsARenamedProjectBackToItsOldName) {
  const std::vector<Dated> commits = {
      {10, {{"projects/auth.json", ticked(2)}, {"projects/other.json", ticked(5)}}},
      {20, {{"projects/auth.json", ticked(3)}}},
      {30, {{"projects/auth.json", {}}, {"projects/login.json", called(ticked(3), "auth")}}},
      {40, {{"projects/auth.json", ticked(7)}}}};  // another project that has the name today
  using ::testing::_;
  ASSERT_OK_AND_ASSIGN(const auto login, burn_up_over(commits, {{"login"}}, 60));
  EXPECT_THAT(login, ElementsAre(FieldsAre(_, 2, 1), FieldsAre(_, 3, 1), FieldsAre(_, 3, 1),
                                 FieldsAre(_, 3, 1)));
  ASSERT_OK_AND_ASSIGN(const auto both, burn_up_over(commits, {{"login", "auth"}}, 60));
  EXPECT_THAT(both, ElementsAre(FieldsAre(_, 2, 1), FieldsAre(_, 3, 1), FieldsAre(_, 3, 1),
                                FieldsAre(_, 10, 2)));
}

// The first one, and the last one of each part of the time in which there is one.
TEST(BurnUp, TakesTheLastCommitOfEachPartOfTheTime) {
  std::vector<Dated> commits;
  commits.reserve(100);
  for (int at = 0; at < 100; ++at) {
    commits.push_back({1000 + at * 10, {{"projects/a.json", ticked(at + 1)}}});
  }
  ASSERT_OK_AND_ASSIGN(const auto points, burn_up_over(commits, {}, 5));
  std::vector<std::pair<std::int64_t, std::int64_t>> seen;
  seen.reserve(points.size());
  for (const BurnUpPoint& point : points) seen.emplace_back(point.at.seconds, point.tasks);
  using ::testing::Pair;
  EXPECT_THAT(seen, ElementsAre(Pair(1000, 1), Pair(1240, 25), Pair(1490, 50), Pair(1740, 75),
                                Pair(1990, 100)));
}

TEST(BurnUp, AClockThatGoesBackStandsStill) {
  ASSERT_OK_AND_ASSIGN(const auto points, burn_up_over({{500, {{"projects/a.json", ticked(1)}}},
                                                        {300, {{"projects/a.json", ticked(2)}}},
                                                        {600, {{"projects/a.json", ticked(3)}}}},
                                                       {}, 60));
  EXPECT_THAT(points, ElementsAre(BurnUpPoint{{500, 0}, 1, 1}, BurnUpPoint{{500, 0}, 2, 1},
                                  BurnUpPoint{{600, 0}, 3, 1}));
}

}  // namespace
}  // namespace claudestep::query
