#include "query/prime.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "tests/unit/query/sample.h"

namespace claudestep::query {
namespace {

using ::testing::ElementsAre;
using ::testing::StartsWith;

BranchPlace no_branch(std::string_view /*name*/) {
  return {};
}

std::vector<std::string> lines_of_commands(const Prime& prime) {
  std::vector<std::string> lines;
  for (const PrimeCommand& one : prime_commands(prime, no_branch)) lines.push_back(one.command);
  return lines;
}

// The first ready task of a project; of one called "full..." nobody has room to review it.
Result<Next> had(const std::vector<model::Project>& projects, const std::string& name) {
  const auto found = std::find_if(projects.begin(), projects.end(),
                                  [&](const auto& project) { return project.name.value == name; });
  Next next = next_of(*found, false, instant(kNow));
  if (name.starts_with("full")) {
    next.task.reset();
    next.reason = NextReason::kNoCapacity;
  }
  return next;
}

Prime prime_of(std::vector<model::Project> projects, std::optional<std::string> branch = {},
               std::optional<std::string> named = {}) {
  PrimeBuilder builder({instant(kNow), std::move(branch), "me"}, std::move(named));
  for (const model::Project& project : projects) builder.add(project, false);
  Prime prime =
      *std::move(builder).finish([&](const std::string& name) { return had(projects, name); });
  StatsBuilder stats(instant(kNow));
  stats.add(SampleRun(std::move(projects)).run());
  prime.stats = std::move(stats).finish();
  return prime;
}

model::Project two_tasks(std::string name) {
  return Sample(std::move(name)).task(1, "One").task(2, "Two").done();
}

TEST(Prime, HereIsTheTaskOfTheLastPullRequestOfTheBranch) {
  Sample auth("auth");
  auth.task(1, "One").task(2, "Two");
  auth.pr(1, 1, kClosed, "2026-01-01T00:00:00Z").branch("work");
  auth.pr(7, 2, kMerged, "2026-01-01T00:00:00Z").branch("work");
  auth.pr(3, 1, kOpen, "2026-01-01T00:00:00Z").branch("work");
  const auto here = here_in(auth.done(), "work", instant(kNow));
  ASSERT_TRUE(here.has_value());
  EXPECT_EQ(here->pr, 7);
  EXPECT_EQ(here->index, 2);
  EXPECT_EQ(here->status, model::TaskStatus::kCompleted);
}

TEST(Prime, HereIsElseTheTaskThatTheNameTells) {
  const model::Project auth = two_tasks("auth");
  const auto here = here_in(auth, "claudestep/auth/step-2", instant(kNow));
  ASSERT_TRUE(here.has_value());
  EXPECT_EQ(here->index, 2);
  EXPECT_FALSE(here->pr.has_value());
  for (const std::string_view other :
       {"main", "claudestep/auth/step-3", "claudestep/billing/step-2", ""}) {
    EXPECT_FALSE(here_in(auth, other, instant(kNow)).has_value()) << other;
  }
}

TEST(Prime, NextIsOfTheNamedProjectElseOfTheBranchElseTheFirstReady) {
  const std::vector<model::Project> all = {two_tasks("a"), two_tasks("b"),
                                           Sample("c").task(1, "One").checked().done()};
  EXPECT_EQ(prime_of(all).next->project, "a");
  EXPECT_EQ(prime_of(all, "claudestep/b/step-1").next->project, "b");
  EXPECT_EQ(prime_of(all, "claudestep/b/step-1", "c").next->project, "c");
  EXPECT_EQ(prime_of(all, "claudestep/c/step-1").next->project, "a") << "nothing is ready in c";
  EXPECT_EQ(prime_of({all[2]}, "claudestep/c/step-1").next->project, "c");
  EXPECT_FALSE(prime_of({all[2]}).next.has_value());
}

TEST(Prime, OffersNoTaskThatNextWouldRefuse) {
  const Prime other = prime_of({two_tasks("full"), two_tasks("free")});
  EXPECT_EQ(other.next->project, "free");
  const Prime none = prime_of({two_tasks("full")});
  EXPECT_EQ(none.next->reason, NextReason::kNoCapacity);
  EXPECT_THAT(lines_of_commands(none), ElementsAre("claudestep task list full"));
  EXPECT_EQ(prime_of({two_tasks("free"), two_tasks("full")}, {}, "full").next->reason,
            NextReason::kNoCapacity);
  EXPECT_EQ(
      prime_of({two_tasks("free"), two_tasks("full")}, "claudestep/full/step-1").next->project,
      "free");
}

TEST(Prime, AnArchivedProjectIsThereOnlyWhenNamed) {
  for (const bool named : {false, true}) {
    PrimeBuilder builder({instant(kNow), "claudestep/old/step-1"},
                         named ? std::optional<std::string>("old") : std::nullopt);
    builder.add(two_tasks("old"), true);
    const Prime prime = *std::move(builder).finish([](const std::string&) { return Next(); });
    EXPECT_EQ(prime.projects.size(), named ? 1u : 0u);
    EXPECT_EQ(prime.here.has_value(), named);
  }
}

TEST(Prime, CommandsBeginWithWhatIsMissing) {
  EXPECT_EQ(commands_to_begin("claudestep init").size(), 1u);
  EXPECT_EQ(commands_to_begin("claudestep sync").front().command, "claudestep sync");
  EXPECT_EQ(commands_to_begin("claudestep sync").back().command, "claudestep init");
  EXPECT_THAT(
      lines_of_commands(Prime()),
      ElementsAre("claudestep project create NAME", "claudestep task add NAME --description TEXT"));
  EXPECT_THAT(lines_of_commands(prime_of({Sample("auth").done()})),
              ElementsAre("claudestep task add auth --description TEXT", "claudestep stats"));
}

TEST(Prime, CommandsFollowThePullRequestOfTheBranch) {
  Sample auth("auth");
  auth.task(1, "One");
  auth.pr(1, 1, kOpen, "2026-01-01T00:00:00Z").branch("work");
  EXPECT_THAT(lines_of_commands(prime_of({auth.done()}, "work")),
              ElementsAre("claudestep op import auth --pr 1 --format claude-code FILE",
                          "claudestep pr merge auth --pr 1", "claudestep pr close auth --pr 1",
                          "claudestep task list auth"));
  auth.raw().pull_requests.front().state = kClosed;
  EXPECT_THAT(lines_of_commands(prime_of({auth.done()}, "work")),
              ElementsAre("claudestep finalize auth --task " + model::description_hash("One") +
                              " --pr N --branch work",
                          "claudestep task list auth"));
}

TEST(Prime, WhatOneHasClaimedIsGoneOnWithBeforeAnythingElse) {
  const auto soon = "2026-12-31T00:00:00Z";
  Sample auth("auth");
  auth.task(1, "One").claimed("me", soon).task(2, "Two").claimed("you", soon).task(3, "Three");
  auth.task(4, "Four").claimed("me", "2026-01-01T00:00:00Z");
  const Prime prime = prime_of({auth.done()});
  ASSERT_EQ(prime.claimed.size(), 1u) << "not another's, not one that has ended";
  EXPECT_EQ(prime.claimed[0].task->index, 1);
  EXPECT_THAT(lines_of_commands(prime),
              ElementsAre(StartsWith("git switch -c "),
                          "claudestep task release auth " + model::description_hash("One"),
                          "claudestep next auth --claim", StartsWith("git switch -c "),
                          StartsWith("claudestep finalize auth --task " +
                                     model::description_hash("Three") + " "),
                          "claudestep task list auth"));

  const Prime on_it = prime_of({auth.done()}, "claudestep/auth/step-1");
  EXPECT_TRUE(on_it.claimed.empty()) << "it is `here`";
  ASSERT_TRUE(on_it.here && on_it.here->claim);
  EXPECT_EQ(on_it.here->claim->by, "me");
}

TEST(Prime, ABranchThatIsThereIsNotMadeAgain) {
  const Prime prime = prime_of({two_tasks("auth")});
  const std::string branch = *prime.next->branch;
  const auto with = [&](BranchPlace place) {
    return prime_commands(prime, [&](std::string_view) { return place; })[1].command;
  };
  EXPECT_EQ(with({}), "git switch -c " + branch);
  EXPECT_EQ(with({.is_here = true, .tracking = "origin/" + branch}), "git switch " + branch);
  EXPECT_EQ(with({.is_here = true, .worktree = "/the work"}), "cd '/the work'");
  EXPECT_EQ(with({.tracking = "origin/" + branch}),
            "git switch -c " + branch + " origin/" + branch);
}

TEST(Prime, NamesFromFilesAreOneWordOfACommand) {
  const std::string name = "x; touch 'pwned'";
  const auto lines = lines_of_commands(prime_of({two_tasks(name)}));
  EXPECT_THAT(lines, ElementsAre("claudestep next 'x; touch '\\''pwned'\\''' --claim",
                                 StartsWith("git switch -c '"),
                                 StartsWith("claudestep finalize 'x; touch '\\''pwned'\\''' "),
                                 "claudestep task list 'x; touch '\\''pwned'\\'''"));
  const auto bad = lines_of_commands(prime_of({two_tasks("\x1b[31m")}));
  EXPECT_EQ(bad.back(), "claudestep task list PROJECT");
}

TEST(Prime, TasksAreNamedByWhatStaysTheirs) {
  const auto word = [](std::string id) {
    Sample auth("auth");
    auth.task(7, "One").id(std::move(id));
    return lines_of_commands(prime_of({auth.done()}))[2];
  };
  const auto finalize = [](const std::string& task) {
    return StartsWith("claudestep finalize auth --task " + task + " --pr N");
  };
  EXPECT_THAT(word("39b1209d"), finalize("39b1209d"));
  EXPECT_THAT(word("39b1209d-2"), finalize("39b1209d-2"));
  EXPECT_THAT(word("20260407"), finalize("20260407"));
  EXPECT_THAT(word("log in"), finalize("'log in'"));
  EXPECT_THAT(word("3"), finalize("7")) << "an index first";
  EXPECT_THAT(word("\x1b[31m"), finalize("7")) << "cannot be typed";
}

}  // namespace
}  // namespace claudestep::query
