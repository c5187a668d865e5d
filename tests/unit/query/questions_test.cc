// The rules of docs/queries.md: ties, zeros, empty projects, missing reviewers, periods.
#include <gmock/gmock.h>

#include "query/capacity.h"
#include "query/leaderboard.h"
#include "query/progress.h"
#include "query/stats.h"
#include "tests/unit/query/sample.h"

namespace claudestep::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

model::Project merged_by(const std::string& name, const std::vector<std::string>& reviewers) {
  Sample sample(name);
  sample.task(1, "One");
  std::int64_t number = 0;
  for (const std::string& reviewer : reviewers) {
    sample.pr(++number, 1, kMerged, "2026-01-01T00:00:00Z", reviewer);
  }
  return sample.done();
}

Leaderboard leaderboard_of(const std::vector<model::Project>& projects, const PrScope& scope = {}) {
  LeaderboardBuilder builder(scope);
  builder.add(SampleRun(projects).run());
  return std::move(builder).finish();
}

TEST(LeaderboardRules, OfNothingIsNothing) {
  EXPECT_THAT(leaderboard_of({}).rows, IsEmpty());
  EXPECT_THAT(leaderboard_of({Sample("empty").done()}).rows, IsEmpty());
}

TEST(LeaderboardRules, EqualsShareARankAndStandByName) {
  Sample more("more");
  more.task(1, "One");
  more.pr(1, 1, kOpen, "2026-01-01T00:00:00Z", "dora");
  const auto board = leaderboard_of({merged_by("p", {"zoe", "ann", "bob", "bob", "", ""}),
                                     merged_by("q", {"zoe", "ann", "eve"}), more.done()});
  EXPECT_THAT(board.rows, ElementsAre(LeaderboardRow{1, "ann", 2, 0, 0, Money{}, 2},
                                      LeaderboardRow{1, "bob", 2, 0, 0, Money{}, 1},
                                      LeaderboardRow{1, "zoe", 2, 0, 0, Money{}, 2},
                                      LeaderboardRow{4, "eve", 1, 0, 0, Money{}, 1},
                                      LeaderboardRow{5, "dora", 0, 1, 0, Money{}, 1}));
  EXPECT_EQ(board.nobodys, 2);
}

// Since counts from its instant on, until stops before it; a merge is where it was merged.
TEST(LeaderboardRules, APeriodHasItsBeginningAndNotItsEnd) {
  Sample sample("p");
  sample.task(1, "One");
  sample.pr(1, 1, kMerged, "2025-01-01T00:00:00Z").cost("1");
  sample.raw().pull_requests.back().merged_at = model::Time(at("2026-01-10T00:00:00Z"));
  sample.pr(2, 1, kMerged, "2026-01-20T00:00:00Z").cost("2");  // does not say when
  sample.pr(3, 1, kOpen, "2026-01-10T00:00:00Z").cost("4");
  sample.raw().pull_requests.back().created_at.reset();  // in no period
  sample.pr(4, 1, kClosed, "2026-01-15T00:00:00Z", "bob");
  const auto rows = [&](std::string_view since, std::string_view until) {
    return leaderboard_of({sample.done()}, {instant(since), instant(until), std::nullopt}).rows;
  };
  EXPECT_THAT(rows("2026-01-10T00:00:00Z", "2026-01-20T00:00:00Z"),
              ElementsAre(LeaderboardRow{1, "alice", 1, 0, 0, Money{1'000'000'000}, 1},
                          LeaderboardRow{2, "bob", 0, 0, 1, Money{}, 1}));
  EXPECT_THAT(rows("2026-01-20T00:00:00Z", "2026-01-21T00:00:00Z"),
              ElementsAre(LeaderboardRow{1, "alice", 1, 0, 0, Money{2'000'000'000}, 1}));
  EXPECT_THAT(leaderboard_of({sample.done()}, {std::nullopt, std::nullopt, "bob"}).rows,
              ElementsAre(LeaderboardRow{1, "bob", 0, 0, 1, Money{}, 1}));
}

Capacity capacity_of(const std::vector<model::Project>& projects, std::optional<std::int64_t> max,
                     const std::vector<std::string>& reviewers = {}, PrScope scope = {}) {
  Limits limits;
  limits.everybody = max;
  CapacityBuilder builder(instant(kNow), std::move(limits), reviewers, std::move(scope));
  builder.add(SampleRun(projects).run());
  return std::move(builder).finish();
}

model::Project loaded() {
  Sample sample("auth");
  sample.task(1, "One").task(2, "Two").claimed("ci", "2026-02-01T02:00:00Z");
  sample.raw().tasks.back().claim->reviewer = model::Text("bob");
  sample.task(3, "Three").claimed("ci", "2026-01-31T23:30:00Z");  // expired
  sample.raw().tasks.back().claim->reviewer = model::Text("bob");
  sample.pr(7, 1, kOpen, "2026-01-01T00:00:00Z", "ann");
  sample.pr(6, 9, kOpen, "2026-01-31T00:00:00Z", "ann");  // belongs to no task
  sample.pr(5, 1, kMerged, "2026-01-01T00:00:00Z", "carl");
  sample.pr(4, 1, kOpen, "2026-01-31T00:00:00Z", "");
  return sample.done();
}

TEST(CapacityRules, OpenAndClaimedWeighOneEach) {
  const Capacity capacity = capacity_of({loaded(), Sample("empty").done()}, 2);
  ASSERT_EQ(capacity.reviewers.size(), 3U);
  const CapacityRow& ann = capacity.reviewers[0];
  EXPECT_EQ(ann.reviewer, "ann");
  EXPECT_THAT(ann.open,
              ElementsAre(LoadRow{"auth", 6, 9, "", false}, LoadRow{"auth", 7, 1, "One", true}));
  EXPECT_FALSE(capacity.has_capacity(ann));
  EXPECT_EQ(capacity.available(ann), 0);
  const CapacityRow& bob = capacity.reviewers[1];
  EXPECT_EQ(bob.claimed, 1);
  EXPECT_EQ(capacity.available(bob), 1);
  EXPECT_TRUE(capacity.has_capacity(bob));
  // Merged work weighs nothing, but the reviewer is known.
  EXPECT_EQ(capacity.available(capacity.reviewers[2]), 2);
  EXPECT_EQ(capacity.nobodys, 1);
}

TEST(CapacityRules, OfAPeriodWeighsWhatCameInIt) {
  const Capacity january =
      capacity_of({loaded()}, 2, {}, {{}, instant("2026-01-30T00:00:00Z"), {}});
  ASSERT_EQ(january.reviewers.size(), 2U);  // bob is known by a claim of another time
  EXPECT_THAT(january.reviewers[0].open, ElementsAre(LoadRow{"auth", 7, 1, "One", true}));
  EXPECT_EQ(january.nobodys, 0);
  const Capacity since = capacity_of({loaded()}, 2, {}, {instant("2026-01-30T00:00:00Z"), {}, {}});
  EXPECT_THAT(since.reviewers[0].open, ElementsAre(LoadRow{"auth", 6, 9, "", false}));
  EXPECT_EQ(since.reviewers[1].claimed, 1);
  EXPECT_EQ(since.nobodys, 1);
}

TEST(CapacityRules, IsNeverBelowZeroAndEndlessWithoutALimit) {
  const Capacity one = capacity_of({loaded()}, 1, {"ann"});
  EXPECT_EQ(one.available(one.reviewers[0]), 0);
  const Capacity endless = capacity_of({loaded()}, std::nullopt, {"ann"});
  EXPECT_EQ(endless.available(endless.reviewers[0]), std::nullopt);
  EXPECT_TRUE(endless.has_capacity(endless.reviewers[0]));
}

TEST(CapacityRules, LimitsComeFromConfigurationsTheGreatestOfEach) {
  model::Configuration auth;
  auth.reviewers = {{model::Words{"ann", {}}, 3}, {model::Words{"zoe", {}}, 1}};
  model::Configuration shop;
  shop.reviewers = {{model::Words{"ann", {}}, 2}};
  Limits limits;
  limits.add(auth);
  limits.add(shop);
  limits.stale_days = [](std::string_view project) { return project == "auth" ? 60 : 7; };
  CapacityBuilder builder(instant(kNow), std::move(limits), {});
  builder.add(SampleRun({loaded()}).run());
  const Capacity capacity = std::move(builder).finish();
  ASSERT_EQ(capacity.reviewers.size(), 4U);
  const CapacityRow& ann = capacity.reviewers[0];
  EXPECT_EQ(ann.max, 3);
  EXPECT_TRUE(capacity.has_capacity(ann));
  EXPECT_FALSE(ann.open[1].stale);  // 31 days of 60
  const CapacityRow& bob = capacity.reviewers[1];
  EXPECT_EQ(bob.max, std::nullopt);
  EXPECT_FALSE(capacity.has_capacity(bob)) << "where others have limits, nothing is his";
  const CapacityRow& zoe = capacity.reviewers[3];
  EXPECT_EQ(zoe.reviewer, "zoe");
  EXPECT_EQ(Capacity::available(zoe), 1);
}

TEST(CapacityRules, ListsTheNamedAndNobodyElse) {
  const Capacity capacity = capacity_of({loaded()}, 2, {"zoe", "bob"});
  ASSERT_EQ(capacity.reviewers.size(), 2U);
  EXPECT_EQ(capacity.reviewers[0].reviewer, "bob");
  EXPECT_EQ(capacity.reviewers[1].reviewer, "zoe");
  EXPECT_EQ(capacity.reviewers[1].load(), 0);
}

Progress progress_of(const std::vector<model::Project>& projects, const PrScope& scope = {}) {
  ProgressBuilder builder(instant(kNow), scope);
  builder.add(SampleRun(projects).run());
  return std::move(builder).finish();
}

TEST(ProgressRules, OfNothingHasNoFigures) {
  const Progress progress = progress_of({Sample("empty").done()});
  ASSERT_EQ(progress.projects.size(), 1U);
  EXPECT_EQ(progress.projects[0].state, model::ProjectState::kEmpty);
  EXPECT_EQ(progress.flow.pull_requests, 0);
  EXPECT_FALSE(progress.flow.first_pass_permille);
  EXPECT_FALSE(progress.flow.cycle_median);
  EXPECT_FALSE(progress.flow.cycle_p90);
  EXPECT_FALSE(progress.flow.merges_a_week);
  EXPECT_FALSE(progress.flow.attempts_a_task);
  EXPECT_FALSE(progress.flow.cost_a_merged_task);
}

// `days[i]` days from opened to merged; all opened four weeks before now.
model::Project cycles_of(const std::vector<int>& days) {
  Sample sample("p");
  std::int64_t number = 0;
  for (const int length : days) {
    ++number;
    sample.task(number, "task " + std::to_string(number));
    sample.pr(number, number, kMerged, "2026-01-04T00:00:00Z");
    sample.raw().pull_requests.back().merged_at =
        model::Time(Timestamp(plus_seconds(instant("2026-01-04T00:00:00Z"), length * 86400)));
  }
  return sample.done();
}

TEST(ProgressRules, MedianAndNinetyPercent) {
  const auto flow = [](const std::vector<int>& days) {
    const Flow found = progress_of({cycles_of(days)}).flow;
    return to_string(*found.cycle_median) + " " + to_string(*found.cycle_p90);
  };
  EXPECT_EQ(flow({3}), "259200 259200");
  EXPECT_EQ(flow({1, 4}), "216000 345600");
  EXPECT_EQ(flow({9, 1, 2}), "172800 777600");
  EXPECT_EQ(flow({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), "475200 777600");
  EXPECT_EQ(flow({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}), "518400 864000");
  EXPECT_EQ(flow({1, -1}), "86400 86400");  // merged before it was opened: no cycle
}

TEST(ProgressRules, MergesAWeek) {
  const auto weekly = [](const std::vector<int>& days, const PrScope& scope = {}) {
    return to_string(*progress_of({cycles_of(days)}, scope).flow.merges_a_week);
  };
  EXPECT_EQ(weekly({0, 7, 14}), "0.75");  // three in four weeks
  EXPECT_EQ(weekly({27, 27}), "2");       // less than a week is one
  EXPECT_EQ(weekly({0, 7, 14}, {instant("2026-01-11T00:00:00Z"), std::nullopt, {}}), "0.67");
  EXPECT_EQ(weekly({0, 7, 14}, {{}, instant("2026-01-18T00:00:00Z"), {}}), "1");
  EXPECT_EQ(weekly({0}, {{}, instant("2027-01-18T00:00:00Z"), {}}), "0.25");  // not beyond now
}

TEST(ProgressRules, FirstPassAttemptsAndCosts) {
  Sample sample("p");
  sample.task(1, "One").task(2, "Two").task(3, "Three").removed();
  sample.pr(1, 1, kClosed, "2026-01-01T00:00:00Z").cost("1");
  sample.pr(2, 1, kMerged, "2026-01-02T00:00:00Z").cost("0.5").cost("0.25");
  sample.raw().pull_requests.back().ai_operations.back().type = model::Text("PRRefinement");
  sample.pr(3, 2, kOpen, "2026-01-03T00:00:00Z").cost("100");
  sample.pr(4, 3, kMerged, "2026-01-04T00:00:00Z").cost("0.000000001");
  sample.pr(5, 9, kMerged, "2026-01-05T00:00:00Z").cost("7");  // belongs to no task
  const Flow flow = progress_of({sample.done()}).flow;
  EXPECT_EQ(flow.merged, 3);
  EXPECT_EQ(flow.first_pass, 2);
  EXPECT_EQ(flow.first_pass_permille, 667);
  EXPECT_EQ(flow.tasks, 3);
  EXPECT_EQ(to_string(*flow.attempts_a_task), "1.33");
  EXPECT_EQ(flow.merged_tasks, 2);
  EXPECT_EQ(to_string(*flow.cost_a_merged_task), "0.875");  // 0.8750000005 goes to even
}

TEST(ProgressRules, FirstPassIsAllOnlyWhereItIs) {
  Sample sample("p");
  sample.task(1, "One");
  for (std::int64_t number = 1; number <= 2000; ++number) {
    sample.pr(number, 1, kMerged, "2026-01-01T00:00:00Z");
  }
  EXPECT_EQ(progress_of({sample.done()}).flow.first_pass_permille, 1000);
  sample.cost("1");
  sample.raw().pull_requests.back().ai_operations.back().type = model::Text("PRRefinement");
  EXPECT_EQ(progress_of({sample.done()}).flow.first_pass_permille, 999);
}

TEST(StatsRules, AScopeChoosesPullRequestsAndTheirCosts) {
  Sample sample("p");
  sample.task(1, "One");
  sample.pr(1, 1, kMerged, "2026-01-01T00:00:00Z", "ann").cost("1");
  sample.pr(2, 1, kOpen, "2026-01-02T00:00:00Z", "bob").cost("2");
  sample.pr(3, 1, kClosed, "2026-01-03T00:00:00Z", "bob").cost("4");
  StatsBuilder builder(instant(kNow), {instant("2026-01-02T00:00:00Z"), std::nullopt, "bob"});
  builder.add(SampleRun({sample.done()}).run());
  const Stats stats = std::move(builder).finish();
  EXPECT_EQ(stats.totals.tasks, 1);
  EXPECT_EQ(stats.totals.in_progress, 1);
  EXPECT_EQ(stats.totals.pull_requests, 2);
  EXPECT_EQ(stats.totals.cost, Money{6'000'000'000});
  EXPECT_EQ(stats.projects.at(0).open_prs, 1);
  EXPECT_EQ(stats.projects.at(0).stale_prs, 1);
  EXPECT_THAT(stats.reviewers, ElementsAre(StatsReviewer{"bob", 1, 0, 1, Money{6'000'000'000}}));
}

}  // namespace
}  // namespace claudestep::query
