#include <gtest/gtest.h>

#include "model/derive.h"
#include "tests/unit/model/ledger.h"

namespace claudestep::model {
namespace {

using test::kNow;
using test::later;
using test::make_pr;
using test::make_project;
using test::time;

Claim claim_until(std::string_view expires) {
  Claim claim;
  claim.by = Text("ci");
  claim.at = time("2026-02-01T10:00:00Z");
  claim.expires = time(expires);
  return claim;
}

AiOperation operation(std::int64_t nanos) {
  AiOperation operation;
  operation.type = Text("PRCreation");
  operation.cost_usd = Cost(Money{nanos});
  return operation;
}

Totals counts(std::int64_t tasks, std::int64_t completed, std::int64_t in_progress = 0,
              std::int64_t claimed = 0) {
  Totals totals;
  totals.tasks = tasks;
  totals.completed = completed;
  totals.in_progress = in_progress;
  totals.claimed = claimed;
  totals.pending = tasks - completed - in_progress;
  return totals;
}

TEST(Claims, CountWhileUnexpiredAndPending) {
  Project project = make_project("auth", {"a"});
  Task& task = project.tasks[0];
  EXPECT_FALSE(is_claimed(task, kNow));
  task.claim = claim_until("2026-02-01T12:00:01Z");
  EXPECT_TRUE(is_claimed(task, kNow));
  EXPECT_FALSE(is_ready(project, task, kNow));
  EXPECT_FALSE(is_claimed(task, later(1)));
  EXPECT_TRUE(is_ready(project, task, later(1)));
  task.status = TaskStatus::kInProgress;
  EXPECT_FALSE(is_claimed(task, kNow));
}

TEST(Readiness, WaitsForWhatIsNotCompletedNorRemoved) {
  Project project = make_project("auth", {"a", "b", "c", "d"});
  project.tasks[1].checked = true;
  project.tasks[2].removed = true;
  project.tasks[3].depends_on = std::vector<Text>{*project.tasks[0].id, *project.tasks[1].id,
                                                  *project.tasks[2].id, Text("unknown")};
  settle(project);
  EXPECT_EQ(waiting_for(project, project.tasks[3]),
            (std::vector<std::string>{project.tasks[0].id->value, "unknown"}));
  EXPECT_TRUE(is_ready(project, project.tasks[0], kNow));
  EXPECT_FALSE(is_ready(project, project.tasks[1], kNow));
  EXPECT_FALSE(is_ready(project, project.tasks[2], kNow));
  EXPECT_FALSE(is_ready(project, project.tasks[3], kNow));
  project.tasks[3].depends_on = std::vector<Text>{*project.tasks[1].id};
  EXPECT_TRUE(is_ready(project, project.tasks[3], kNow));
}

TEST(Totals, LeaveRemovedTasksOutButNotTheirCosts) {
  Project project = make_project("auth", {"a", "b", "c", "d", "e"});
  project.tasks[4].removed = true;
  project.tasks[3].claim = claim_until("2026-02-02T00:00:00Z");
  project.pull_requests = {make_pr(1, 1, PrState::kMerged), make_pr(2, 2, PrState::kOpen),
                           make_pr(3, 3, PrState::kClosed), make_pr(4, 5, PrState::kMerged)};
  project.pull_requests[0].ai_operations = {operation(100000000), operation(70000001)};
  project.pull_requests[3].ai_operations = {operation(1)};
  project.pull_requests[3].ai_operations[0].tokens_input = Integer(7);
  project.pull_requests[3].ai_operations[0].tokens_output = Integer(8);
  project.pull_requests[3].ai_operations[0].duration_seconds = Seconds(Duration{1500000});
  settle(project);
  const Totals totals = totals_of(project, kNow);
  EXPECT_EQ(totals.tasks, 4);
  EXPECT_EQ(totals.completed, 1);
  EXPECT_EQ(totals.in_progress, 1);
  EXPECT_EQ(totals.pending, 2);
  EXPECT_EQ(totals.claimed, 1);
  EXPECT_EQ(totals.pull_requests, 4);
  EXPECT_EQ(totals.open, 1);
  EXPECT_EQ(totals.merged, 2);
  EXPECT_EQ(totals.closed, 1);
  EXPECT_EQ(totals.ai_operations, 3);
  EXPECT_EQ(to_string(totals.cost), "0.170000002");
  EXPECT_TRUE(totals.tokens_input == 7);
  EXPECT_TRUE(totals.tokens_output == 8);
  EXPECT_EQ(to_string(totals.duration), "1.5");
  EXPECT_EQ(to_string(cost_of(project.pull_requests[0])), "0.170000001");
  EXPECT_EQ(to_string(cost_of(project.pull_requests[1])), "0");

  Totals twice = totals;
  twice += totals;
  EXPECT_EQ(twice.tasks, 8);
  EXPECT_EQ(twice.completed, 2);
  EXPECT_EQ(twice.in_progress, 2);
  EXPECT_EQ(twice.pending, 4);
  EXPECT_EQ(twice.claimed, 2);
  EXPECT_EQ(twice.pull_requests, 8);
  EXPECT_EQ(twice.open, 2);
  EXPECT_EQ(twice.merged, 4);
  EXPECT_EQ(twice.closed, 2);
  EXPECT_EQ(twice.ai_operations, 6);
  EXPECT_EQ(to_string(twice.cost), "0.340000004");
  EXPECT_TRUE(twice.tokens_input == 14);
  EXPECT_TRUE(twice.tokens_output == 16);
  EXPECT_EQ(to_string(twice.duration), "3");
}

TEST(ProjectStates, FollowFromTheCounts) {
  const struct {
    Totals totals;
    const char* state;
    int permille;
  } kCases[] = {
      {counts(0, 0), "empty", 0},           {counts(3, 0), "not_started", 0},
      {counts(3, 0, 1), "active", 0},       {counts(3, 0, 0, 1), "active", 0},
      {counts(3, 2, 1), "active", 667},     {counts(3, 2, 0, 1), "active", 667},
      {counts(3, 1), "stalled", 333},       {counts(3, 3), "complete", 1000},
      {counts(2000, 1), "stalled", 1},      {counts(2001, 1), "stalled", 0},
      {counts(3000, 2999), "stalled", 999}, {counts(8, 1), "stalled", 125},
      {counts(16, 1), "stalled", 63},       {counts(2000, 1999), "stalled", 999},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(to_string(state_of(c.totals)), c.state)
        << c.totals.completed << "/" << c.totals.tasks;
    EXPECT_EQ(completion_permille(c.totals), c.permille)
        << c.totals.completed << "/" << c.totals.tasks;
  }
}

std::string told(const std::optional<Instant>& instant) {
  return instant ? format_instant(*instant) : "none";
}

TEST(CreatedAt, IsTheRecordedElseTheEarliestElseTheUpdate) {
  Project project = make_project("auth", {"a"});
  EXPECT_EQ(told(created_at_of(project)), "2026-01-01T00:00:00Z");
  project.created_at.reset();
  project.last_updated = Time(time("2026-03-01T00:00:00Z"));
  EXPECT_EQ(told(created_at_of(project)), "2026-03-01T00:00:00Z");
  project.tasks[0].claim = claim_until("2026-02-01T14:00:00Z");
  EXPECT_EQ(told(created_at_of(project)), "2026-02-01T10:00:00Z");
  project.pull_requests = {make_pr(1, 1, PrState::kMerged, "2026-01-05T00:00:00Z")};
  EXPECT_EQ(told(created_at_of(project)), "2026-01-05T00:00:00Z");
  project.pull_requests[0].ai_operations = {operation(1)};
  project.pull_requests[0].ai_operations[0].created_at = Time(time("2026-01-04T23:00:00"));
  EXPECT_EQ(told(created_at_of(project)), "2026-01-04T23:00:00Z");
  EXPECT_EQ(told(created_at_of(Project())), "none");
}

TEST(CompletedAt, IsTheLatestCompletion) {
  Project project = make_project("auth", {"a", "b", "c", "d"});
  project.pull_requests = {make_pr(1, 1, PrState::kMerged, "2026-01-03T00:00:00Z"),
                           make_pr(2, 2, PrState::kMerged, "2026-01-02T00:00:00Z"),
                           make_pr(3, 4, PrState::kMerged, "2026-01-30T00:00:00Z"),
                           make_pr(4, 1, PrState::kClosed, "2026-01-29T00:00:00Z")};
  project.pull_requests[1].merged_at = Time(time("2026-01-02T10:00:00Z"));
  project.tasks[3].removed = true;
  settle(project);
  EXPECT_EQ(told(completed_at_of(project, totals_of(project, kNow))), "none");
  project.tasks[2].checked = true;
  settle(project);
  EXPECT_EQ(told(completed_at_of(project, totals_of(project, kNow))), "2026-01-03T00:00:00Z");
}

TEST(CompletedAt, IsUnknownWhenTicksAloneCompleted) {
  Project project = make_project("auth", {"a"});
  project.tasks[0].checked = true;
  settle(project);
  const Totals totals = totals_of(project, kNow);
  EXPECT_EQ(to_string(state_of(totals)), "complete");
  EXPECT_EQ(told(completed_at_of(project, totals)), "none");
}

}  // namespace
}  // namespace claudestep::model
