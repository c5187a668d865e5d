// The rows of projects, tasks and pull requests.
#include <gmock/gmock.h>

#include "query/export.h"
#include "query/pr_rows.h"
#include "query/project_page.h"
#include "query/project_rows.h"
#include "query/task_rows.h"
#include "tests/unit/query/sample.h"

namespace claudestep::query {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::Optional;

std::vector<std::int64_t> indexes(const std::vector<TaskRow>& rows) {
  std::vector<std::int64_t> found;
  found.reserve(rows.size());
  for (const TaskRow& row : rows) found.push_back(row.index);
  return found;
}

std::vector<std::int64_t> numbers(const std::vector<PrRow>& rows) {
  std::vector<std::int64_t> found;
  found.reserve(rows.size());
  for (const PrRow& row : rows) found.push_back(row.number);
  return found;
}

Sample tasks_of_each_kind() {
  Sample sample("auth");
  sample.task(4, "Waits").id("dddddddd").needs({"bbbbbbbb"});
  sample.task(1, "Done").id("aaaaaaaa").checked();
  sample.task(2, "Running").id("bbbbbbbb");
  sample.task(3, "Claimed").id("cccccccc").claimed("ci", "2026-02-01T01:00:00Z");
  sample.task(5, "Ready").id("eeeeeeee").claimed("ci", "2026-01-31T23:59:59Z");
  sample.task(6, "Gone").id("ffffffff").removed();
  sample.pr(7, 2, kOpen, "2026-01-01T00:00:00Z");
  return sample;
}

TEST(TaskRows, AreThoseOfThePlanByIndex) {
  const auto rows = task_rows(tasks_of_each_kind().done(), {}, instant(kNow));
  EXPECT_THAT(indexes(rows), ElementsAre(1, 2, 3, 4, 5));
  EXPECT_EQ(rows[0].status, model::TaskStatus::kCompleted);
  EXPECT_EQ(rows[1].status, model::TaskStatus::kInProgress);
  EXPECT_FALSE(rows[1].ready);
  EXPECT_THAT(rows[2].claim, Optional(ClaimRow{"ci", std::nullopt, instant("2026-01-31T23:00:00Z"),
                                               instant("2026-02-01T01:00:00Z")}));
  EXPECT_FALSE(rows[2].ready);
  EXPECT_THAT(rows[3].waiting_for, ElementsAre("bbbbbbbb"));
  EXPECT_FALSE(rows[3].ready);
  EXPECT_TRUE(rows[4].ready);
  EXPECT_EQ(rows[4].claim, std::nullopt) << "an expired claim does not count";
}

TEST(TaskRows, Filters) {
  const model::Project project = tasks_of_each_kind().done();
  const auto with = [&](TaskFilter filter) {
    return indexes(task_rows(project, filter, instant(kNow)));
  };
  using model::TaskStatus;
  EXPECT_THAT(with({{TaskStatus::kPending}, false, {}}), ElementsAre(3, 4, 5));
  EXPECT_THAT(with({{TaskStatus::kCompleted, TaskStatus::kInProgress}, false, {}}),
              ElementsAre(1, 2));
  EXPECT_THAT(with({{}, true, {}}), ElementsAre(5));
  EXPECT_THAT(with({{TaskStatus::kCompleted}, true, {}}), IsEmpty());
}

TEST(IsStale, OpenForMoreThanSevenDays) {
  Sample sample("auth");
  sample.task(1, "First");
  sample.pr(1, 1, kOpen, "2026-01-25T00:00:00Z");
  sample.pr(2, 1, kOpen, "2026-01-24T23:59:59Z");
  sample.pr(3, 1, kMerged, "2026-01-01T00:00:00Z");
  sample.pr(4, 1, kOpen, "2026-01-01T00:00:00Z");
  sample.raw().pull_requests.back().created_at.reset();
  std::vector<bool> stale;
  for (const PrRow& row : pr_rows(sample.done(), {}, instant(kNow))) stale.push_back(row.stale);
  EXPECT_THAT(stale, ElementsAre(false, true, false, false));
}

TEST(PrRows, SayWhatTheyAreTiedTo) {
  Sample sample("auth");
  sample.task(1, "First").id("aaaaaaaa");
  sample.pr(9, 1, kOpen, "2026-01-30T00:00:00Z", "").cost("0.1").cost("0.25");
  sample.pr(8, 5, kClosed, "2026-01-29T00:00:00Z", "bob");
  sample.raw().pull_requests.back().title = model::Text("Own title");
  const auto rows = pr_rows(sample.done(), {}, instant(kNow));
  PrRow astray{
      "auth", 8,  5,          std::nullopt, "bob", kClosed, instant("2026-01-29T00:00:00Z"),
      false,  {}, "Own title"};
  PrRow tied{"auth",
             9,
             1,
             "aaaaaaaa",
             std::nullopt,
             kOpen,
             instant("2026-01-30T00:00:00Z"),
             false,
             Money{350'000'000},
             "First"};
  EXPECT_THAT(rows, ElementsAre(astray, tied));
}

// Joined on either, a row of `pull_requests` falls on the task that it belongs to or on none.
TEST(ExportRows, TieNoPullRequestToATaskThatItDoesNotName) {
  Sample sample("auth");
  sample.task(1, "One").id("aaaaaaaa");
  sample.pr(1, 1, kOpen, "2026-01-01T00:00:00Z");
  sample.pr(2, 1, kOpen, "2026-01-01T00:00:00Z");
  sample.raw().pull_requests.back().task_id = model::Text("stranger");
  sample.pr(3, 9, kOpen, "2026-01-01T00:00:00Z");
  sample.pr(4, 9, kOpen, "2026-01-01T00:00:00Z");  // the id counts, whatever the index
  sample.raw().pull_requests.back().task_id = model::Text("aaaaaaaa");
  const auto rows = rows_of(ExportTable::kPullRequests, {}, sample.done());
  std::vector<ExportRow> ties;
  for (const ExportRow& row : rows) ties.push_back({row[1], row[2], row[3]});
  EXPECT_THAT(
      ties,
      ElementsAre(ExportRow{"1", "1", "aaaaaaaa"}, ExportRow{"2", std::nullopt, std::nullopt},
                  ExportRow{"3", std::nullopt, std::nullopt}, ExportRow{"4", "1", "aaaaaaaa"}));
}

TEST(PrRows, Filters) {
  Sample sample("auth");
  sample.task(1, "First");
  sample.pr(1, 1, kOpen, "2026-01-01T00:00:00Z", "alice");
  sample.pr(2, 1, kOpen, "2026-01-31T00:00:00Z", "bob");
  sample.pr(3, 1, kMerged, "2026-01-01T00:00:00Z", "alice");
  const model::Project project = sample.done();
  const auto with = [&](const PrFilter& filter) {
    return numbers(pr_rows(project, filter, instant(kNow)));
  };
  EXPECT_THAT(with({{kOpen}, {}, false}), ElementsAre(1, 2));
  EXPECT_THAT(with({{kMerged, kClosed}, {}, false}), ElementsAre(3));
  EXPECT_THAT(with({{}, {{}, {}, "alice"}, false}), ElementsAre(1, 3));
  EXPECT_THAT(with({{}, {{}, {}, "Alice"}, false}), IsEmpty());
  EXPECT_THAT(with({{}, {}, true}), ElementsAre(1));
}

TEST(ProjectRow, SaysStateAndTimes) {
  Sample sample("auth");
  sample.task(1, "First").pr(1, 1, kMerged, "2026-01-02T00:00:00Z");
  const ProjectRow row =
      project_row(sample.done(), "projects/auth.json", "abc", false, instant(kNow));
  EXPECT_EQ(row.project, "auth");
  EXPECT_EQ(row.file, "projects/auth.json");
  EXPECT_EQ(row.blob, "abc");
  EXPECT_EQ(row.schema_version, "2.0");
  EXPECT_EQ(row.state, model::ProjectState::kComplete);
  EXPECT_EQ(row.created_at, instant("2026-01-02T00:00:00Z"));
  EXPECT_EQ(row.last_updated, instant("2026-01-31T12:00:00Z"));
  EXPECT_EQ(row.completed_at, instant("2026-01-02T00:00:00Z"));
}

TEST(ProjectFilter, AllBoundsMustHoldAndCountTheirInstant) {
  ProjectRow row;
  row.created_at = instant("2026-01-02T00:00:00Z");
  row.last_updated = instant("2026-01-31T12:00:00Z");
  const auto bound = [](std::string_view text) { return std::optional(instant(text)); };
  EXPECT_TRUE(matches(row, {}));
  EXPECT_TRUE(matches(row, {bound("2026-01-31T12:00:00Z"), bound("2026-01-02T00:00:00Z"), {}}));
  EXPECT_FALSE(matches(row, {bound("2026-01-31T12:00:01Z"), bound("2026-01-02T00:00:00Z"), {}}));
  EXPECT_FALSE(matches(row, {{}, bound("2026-01-02T00:00:01Z"), {}}));
  EXPECT_FALSE(matches(row, {{}, {}, bound("2020-01-01T00:00:00Z")})) << "it is not completed";
}

TEST(ProjectPage, HoldsEverythingOfOneProject) {
  Sample sample = tasks_of_each_kind();
  sample.raw().plan = model::PlanRef{};
  sample.raw().plan->path = model::Text("claude-step/auth/spec.md");
  sample.raw().former_names = std::vector<model::Text>{model::Text("login")};
  const model::Project project = sample.done();
  const ProjectPage page =
      project_page(project, project_row(project, "f", "b", false, instant(kNow)), instant(kNow));
  EXPECT_EQ(page.tasks.size(), 5U);
  EXPECT_THAT(page.pull_requests, ElementsAre(Field(&PrRow::number, 7)));
  EXPECT_EQ(page.removed_tasks, 1U);
  EXPECT_EQ(page.plan_path, "claude-step/auth/spec.md");
  EXPECT_THAT(page.former_names, ElementsAre("login"));
}

}  // namespace
}  // namespace claudestep::query
