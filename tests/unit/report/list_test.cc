#include "report/list.h"

#include <gtest/gtest.h>

#include "tests/unit/report/report_fixture.h"

namespace claudestep::report {
namespace {

query::ProjectRow project_row() {
  query::ProjectRow row;
  row.project = "auth";
  row.file = "projects/auth.json";
  row.schema_version = "2.0";
  row.state = model::ProjectState::kActive;
  row.totals.tasks = 3;
  row.totals.completed = 1;
  row.created_at = instant("2026-01-02T03:04:05.6+01:00");
  row.blob = "0123456789012345678901234567890123456789";
  return row;
}

query::TaskRow task_row(std::int64_t index, std::string description) {
  query::TaskRow row;
  row.project = "auth";
  row.index = index;
  row.id = "39b1209d";
  row.description = std::move(description);
  return row;
}

query::PrRow pr_row() {
  query::PrRow row;
  row.project = "auth";
  row.number = 42;
  row.task_index = 3;
  row.task_id = "39b1209d";
  row.reviewer = "alice";
  row.created_at = instant("2026-01-02T00:00:00Z");
  row.stale = true;
  row.cost = Money{150'000'000};
  row.title = "Add login";
  return row;
}

TEST(ProjectsText, OneLineAProject) {
  EXPECT_EQ(projects_text({}, kPlainStyle), "");
  query::ProjectRow archived = project_row();
  archived.project = "old";
  archived.archived = true;
  archived.state = model::ProjectState::kComplete;
  EXPECT_EQ(projects_text({project_row(), archived}, kPlainStyle),
            "  PROJECT  STATE               DONE  CREATED     UPDATED  COMPLETED\n"
            "  auth     active               1/3  2026-01-02  -        -\n"
            "  old      complete, archived   1/3  2026-01-02  -        -\n");
}

TEST(ProjectsJson, HasItsMembersInOrder) {
  EXPECT_EQ(projects_json({}), R"({
  "kind": "projects",
  "version": 1,
  "projects": []
}
)");
  EXPECT_EQ(projects_json({project_row()}), R"({
  "kind": "projects",
  "version": 1,
  "projects": [
    {
      "project": "auth",
      "file": "projects/auth.json",
      "schema_version": "2.0",
      "state": "active",
      "tasks": 3,
      "completed": 1,
      "created_at": "2026-01-02T02:04:05Z",
      "last_updated": null,
      "completed_at": null,
      "blob": "0123456789012345678901234567890123456789"
    }
  ]
}
)");
}

TEST(TasksText, SaysWhyAPendingTaskIsNotReady) {
  query::TaskRow done = task_row(1, "Done");
  done.status = model::TaskStatus::kCompleted;
  query::TaskRow running = task_row(2, "Running");
  running.status = model::TaskStatus::kInProgress;
  query::TaskRow ready = task_row(3, "::error::ready");
  ready.ready = true;
  query::TaskRow claimed = task_row(4, "Claimed");
  claimed.claim = query::ClaimRow{"ci", std::nullopt, {}, {}};
  query::TaskRow waits = task_row(10, "Waits");
  waits.waiting_for = {"aaaaaaaa", "bbbbbbbb"};
  EXPECT_EQ(tasks_text("auth", {done, running, ready, claimed, waits}, kPlainStyle),
            "  TASK  ID        STATUS                               DESCRIPTION\n"
            "     1  39b1209d  completed                            Done\n"
            "     2  39b1209d  in_progress                          Running\n"
            "     3  39b1209d  pending, ready                       \\x3a:error::ready\n"
            "     4  39b1209d  pending, claimed by ci               Claimed\n"
            "    10  39b1209d  pending, waits for aaaaaaaa, 1 more  Waits\n");
}

TEST(TasksJson, HasItsMembersInOrder) {
  query::TaskRow claimed = task_row(4, "Say \"é\"");
  claimed.claim = query::ClaimRow{"ci", "bob", instant("2026-01-02T00:00:00Z"),
                                  instant("2026-01-02T02:00:00Z")};
  EXPECT_EQ(tasks_json("auth", {claimed}), R"({
  "kind": "tasks",
  "version": 1,
  "project": "auth",
  "tasks": [
    {
      "project": "auth",
      "index": 4,
      "id": "39b1209d",
      "description": "Say \"é\"",
      "status": "pending",
      "ready": false,
      "claim": {
        "by": "ci",
        "reviewer": "bob",
        "at": "2026-01-02T00:00:00Z",
        "expires": "2026-01-02T02:00:00Z"
      }
    }
  ]
}
)");
}

TEST(PrsText, LeavesTheProjectOutWhereOneWasAskedFor) {
  EXPECT_EQ(prs_text("auth", {pr_row()}, kPlainStyle),
            "   PR  STATE        TASK  REVIEWER  OPENED       COST  TITLE\n"
            "  #42  open, stale     3  alice     2026-01-02  $0.15  Add login\n");
  query::PrRow bare = pr_row();
  bare.reviewer.reset();
  bare.created_at.reset();
  bare.title.reset();
  bare.stale = false;
  bare.state = model::PrState::kClosed;
  EXPECT_EQ(prs_text(std::nullopt, {bare}, kPlainStyle),
            "  PROJECT   PR  STATE   TASK  REVIEWER  OPENED   COST  TITLE\n"
            "  auth     #42  closed     3  -         -       $0.15  -\n");
}

TEST(PrsJson, HasItsMembersInOrder) {
  query::PrRow row = pr_row();
  row.task_id.reset();
  EXPECT_EQ(prs_json(std::nullopt, {row}), R"({
  "kind": "pull_requests",
  "version": 1,
  "project": null,
  "pull_requests": [
    {
      "project": "auth",
      "pr_number": 42,
      "task_index": 3,
      "task_id": null,
      "reviewer": "alice",
      "pr_state": "open",
      "created_at": "2026-01-02T00:00:00Z",
      "stale": true,
      "cost_usd": 0.15
    }
  ]
}
)");
}

}  // namespace
}  // namespace claudestep::report
