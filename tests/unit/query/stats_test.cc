#include "query/stats.h"

#include <gmock/gmock.h>

#include "tests/unit/query/sample.h"

namespace claudestep::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Stats, OfNothingIsNothing) {
  const Stats stats = StatsBuilder(instant(kNow)).finish();
  EXPECT_THAT(stats.projects, IsEmpty());
  EXPECT_THAT(stats.reviewers, IsEmpty());
  EXPECT_EQ(stats.totals.tasks, 0);
  EXPECT_EQ(stats.totals.cost, Money{});
}

TEST(Stats, CountsEachProjectAndSumsThemUp) {
  Sample auth("auth");
  auth.task(1, "One").task(2, "Two").task(3, "Three");
  auth.pr(1, 1, kMerged, "2026-01-01T00:00:00Z").cost("0.1").cost("0.000000001");
  auth.pr(2, 2, kOpen, "2026-01-01T00:00:00Z").cost("1.5e-05");
  Sample billing("billing");
  billing.task(1, "One").checked();

  StatsBuilder builder(instant(kNow));
  builder.add(SampleRun({billing.done()}).run());
  builder.add(SampleRun({auth.done()}).run());
  const Stats stats = std::move(builder).finish();

  const Instant updated = instant("2026-01-31T12:00:00Z");
  EXPECT_THAT(stats.projects,
              ElementsAre(StatsProject{"auth", model::ProjectState::kActive, 3, 1, 1, 1, 333, 1, 1,
                                       Money{100'015'001}, updated},
                          StatsProject{"billing", model::ProjectState::kComplete, 1, 1, 0, 0, 1000,
                                       0, 0, Money{}, updated}));
  EXPECT_EQ(stats.totals.tasks, 4);
  EXPECT_EQ(stats.totals.completed, 2);
  EXPECT_EQ(stats.totals.pull_requests, 2);
  EXPECT_EQ(stats.totals.ai_operations, 3);
  EXPECT_EQ(stats.totals.cost, Money{100'015'001});
  EXPECT_EQ(stats.totals.tokens_input, 3000);
}

TEST(Stats, RanksReviewersByMergedThenNameNobodyLast) {
  Sample auth("auth");
  auth.task(1, "One");
  auth.pr(1, 1, kMerged, "2026-01-01T00:00:00Z", "");
  auth.pr(2, 1, kMerged, "2026-01-01T00:00:00Z", "");
  auth.pr(3, 1, kMerged, "2026-01-01T00:00:00Z", "carol").cost("2");
  auth.pr(4, 1, kClosed, "2026-01-01T00:00:00Z", "bob");
  Sample billing("billing");
  billing.task(1, "One");
  billing.pr(1, 1, kOpen, "2026-01-01T00:00:00Z", "alice");
  billing.pr(2, 1, kOpen, "2026-01-01T00:00:00Z", "carol").cost("1");

  StatsBuilder builder(instant(kNow));
  builder.add(SampleRun({auth.done(), billing.done()}).run());
  EXPECT_THAT(
      std::move(builder).finish().reviewers,
      ElementsAre(StatsReviewer{"carol", 1, 1, 0, Money{3'000'000'000}},
                  StatsReviewer{"alice", 1, 0, 0, Money{}}, StatsReviewer{"bob", 0, 0, 1, Money{}},
                  StatsReviewer{std::nullopt, 0, 2, 0, Money{}}));
}

}  // namespace
}  // namespace claudestep::query
