#include "report/project.h"

#include <gtest/gtest.h>

namespace claudestep::report {
namespace {

query::ProjectPage page() {
  query::ProjectPage page;
  page.row.project = "auth";
  page.row.state = model::ProjectState::kActive;
  page.row.totals.tasks = 4;
  page.row.totals.completed = 1;
  page.row.totals.in_progress = 1;
  page.row.totals.pending = 2;
  page.row.totals.ai_operations = 2;
  page.row.totals.cost = Money{170'000'000};
  page.row.totals.tokens_input = 1234;
  page.row.created_at = Timestamp::parse("2026-01-02T00:00:00Z")->instant();
  page.row.last_updated = Timestamp::parse("2026-01-03T00:00:00Z")->instant();
  return page;
}

TEST(ProjectText, ShowsTheFacts) {
  EXPECT_EQ(project_text(page(), {80, false, false}),
            "auth: active\n"
            "  [######------------------] 25.0%\n"
            "  4 tasks: 1 completed, 1 in progress, 2 pending\n"
            "  cost $0.17, 2 AI operations, 1,234 tokens in, 0 out\n"
            "  created 2026-01-02, updated 2026-01-03\n");
}

TEST(ProjectText, SaysWhatIsSpecial) {
  query::ProjectPage special = page();
  special.row.archived = true;
  special.row.totals.claimed = 1;
  special.removed_tasks = 2;
  special.plan_path = "claude-step/auth/spec.md";
  special.former_names = {"login", "sign-in"};
  special.dialect = model::Dialect::kSteps;
  query::TaskRow task;
  task.index = 1;
  task.id = "39b1209d";
  task.description = "Add login";
  special.tasks = {task};
  query::PrRow pr;
  pr.number = 42;
  pr.task_index = 1;
  pr.state = model::PrState::kMerged;
  special.pull_requests = {pr};
  EXPECT_EQ(project_text(special, {80, false, false}),
            "auth: active, archived\n"
            "  [######------------------] 25.0%\n"
            "  4 tasks: 1 completed, 1 in progress, 2 pending (1 claimed); 2 removed from the "
            "plan\n"
            "  cost $0.17, 2 AI operations, 1,234 tokens in, 0 out\n"
            "  created 2026-01-02, updated 2026-01-03\n"
            "  plan claude-step/auth/spec.md\n"
            "  formerly login sign-in\n"
            "  stored as 1.0 steps; the next write makes it 2.0\n"
            "\n"
            "  TASK  ID        STATUS   DESCRIPTION\n"
            "     1  39b1209d  pending  Add login\n"
            "\n"
            "   PR  STATE   TASK  REVIEWER  OPENED   COST  TITLE\n"
            "  #42  merged     1  -         -       $0.00  -\n");
}

TEST(ProjectJson, HoldsTheDocumentLetterForLetter) {
  EXPECT_EQ(project_json(R"({"schema_version":"2.0","x":[0.10,"\u00e9"]})", page().row), R"({
  "kind": "project",
  "version": 1,
  "project": {
    "schema_version": "2.0",
    "x": [
      0.10,
      "\u00e9"
    ]
  },
  "state": "active",
  "completion": 25.0,
  "cost_usd": 0.17
}
)");
}

}  // namespace
}  // namespace claudestep::report
