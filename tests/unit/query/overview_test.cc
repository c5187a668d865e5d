#include "query/overview.h"

#include <gmock/gmock.h>

#include "tests/unit/query/sample.h"

namespace claudestep::query {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;

Overview overview_of(const std::vector<model::Project>& projects, const PrScope& scope = {}) {
  OverviewBuilder builder(instant(kNow), scope);
  builder.add(SampleRun(projects).run());
  return std::move(builder).finish();
}

model::Project waiting_project(const std::string& name, std::string_view updated) {
  Sample sample(name);
  sample.task(1, "One");
  sample.pr(1, 1, kOpen, "2026-01-01T00:00:00Z", name + "'s");
  sample.pr(2, 1, kOpen, "2026-01-20T12:00:00Z", "");
  sample.pr(3, 1, kOpen, "2026-01-26T00:00:00Z", "fresh");
  model::Project project = sample.done();
  project.last_updated = model::Time(at(updated));
  return project;
}

const std::vector<model::Project>& three_projects() {
  static const std::vector<model::Project> projects = {
      waiting_project("a", "2026-01-03T00:00:00Z"), waiting_project("b", "2026-01-30T00:00:00Z"),
      waiting_project("c", "2026-01-04T00:00:00Z")};
  return projects;
}

TEST(Overview, HasTheLongestWaitingFirst) {
  const Overview overview = overview_of(three_projects());
  EXPECT_EQ(overview.stale_count, 6);
  ASSERT_EQ(overview.stale.size(), 6);
  EXPECT_EQ(overview.stale[0],
            (StaleRow{"a", 1, 1, "a's", "One", instant("2026-01-01T00:00:00Z"), 31}));
  EXPECT_EQ(overview.stale[3],
            (StaleRow{"a", 2, 1, std::nullopt, "One", instant("2026-01-20T12:00:00Z"), 11}));
  EXPECT_THAT(
      overview.load,
      ElementsAre(Field(&CapacityRow::reviewer, "fresh"), Field(&CapacityRow::reviewer, "a's"),
                  Field(&CapacityRow::reviewer, "b's"), Field(&CapacityRow::reviewer, "c's")));
  EXPECT_EQ(overview.load[0].stale(), 0);
  EXPECT_EQ(overview.load[1].stale(), 1);
}

TEST(Overview, KeepsToItsScope) {
  PrScope nobodys{std::nullopt, std::nullopt, ""};
  EXPECT_EQ(overview_of(three_projects(), nobodys).stale_count, 3);
  EXPECT_THAT(overview_of(three_projects(), nobodys).load, ElementsAre());
  PrScope late{instant("2026-01-10T00:00:00Z"), std::nullopt, std::nullopt};
  EXPECT_EQ(overview_of(three_projects(), late).stale_count, 3);
  PrScope early{std::nullopt, instant("2026-01-10T00:00:00Z"), std::nullopt};
  EXPECT_EQ(overview_of(three_projects(), early).stale_count, 3);
}

TEST(Overview, LimitKeepsWhatChangedLastAndCountsTheRest) {
  Overview overview = overview_of(three_projects());
  limit_to(overview, 2);
  EXPECT_THAT(overview.stats.projects,
              ElementsAre(Field(&StatsProject::project, "b"), Field(&StatsProject::project, "c")));
  EXPECT_EQ(overview.projects, 3);
  EXPECT_EQ(overview.left_out.projects, 1);
  EXPECT_EQ(overview.left_out.stale, 4);
  EXPECT_EQ(overview.left_out.load, 2);
  EXPECT_EQ(overview.left_out.models, 0);
  EXPECT_EQ(overview.stale_count, 6);
}

TEST(Overview, KeepsNoMoreStaleOnesInMemoryThanAreShown) {
  Sample sample("crowded");
  sample.task(1, "One");
  for (std::int64_t number = 1; number <= 10'100; ++number) {
    sample.pr(number, 1, kOpen, "2026-01-01T00:00:00Z", "");
  }
  OverviewBuilder builder(instant(kNow), {}, 2);
  builder.add(SampleRun({sample.done()}).run());
  Overview overview = std::move(builder).finish();
  EXPECT_THAT(overview.stale,
              ElementsAre(Field(&StaleRow::number, 1), Field(&StaleRow::number, 2)));
  EXPECT_EQ(overview.stale_count, 10'100);
  limit_to(overview, 1);
  EXPECT_EQ(overview.left_out.stale, 10'099);
}

}  // namespace
}  // namespace claudestep::query
