#include "report/stats.h"

#include <gtest/gtest.h>

#include "tests/unit/report/report_fixture.h"

namespace claudestep::report {
namespace {

query::Stats sample() {
  query::Stats stats;
  stats.ref = "refs/heads/claudestep-metadata";
  stats.commit = "0123456789012345678901234567890123456789";
  stats.totals.tasks = 4;
  stats.totals.completed = 2;
  stats.totals.in_progress = 1;
  stats.totals.pending = 1;
  stats.totals.claimed = 1;
  stats.totals.pull_requests = 3;
  stats.totals.open = 1;
  stats.totals.merged = 2;
  stats.totals.ai_operations = 1;
  stats.totals.cost = Money{1'100'015'001};
  stats.totals.tokens_input = 1234567;
  stats.totals.tokens_output = 89;
  stats.projects = {
      {"auth", model::ProjectState::kActive, 3, 1, 1, 1, 333, 1, 1, Money{1'100'015'001},
       instant("2026-01-31T12:00:00Z")},
      {"billing", model::ProjectState::kComplete, 1, 1, 0, 0, 1000, 0, 0, Money{}, std::nullopt}};
  stats.reviewers = {{"::stop", 1, 1, 0, Money{1'100'015'001}}, {std::nullopt, 0, 1, 0, Money{}}};
  return stats;
}

TEST(StatsText, ShowsProjectsReviewersAndSums) {
  EXPECT_EQ(stats_text(sample(), {80, false, false}),
            "claudestep-metadata at 0123456\n"
            "\n"
            "  PROJECT  PROGRESS      DONE  TASKS  STATE     OPEN  STALE          COST\n"
            "  auth     [###-----]   33.3%    1/3  active       1      1  $1.100015001\n"
            "  billing  [########]  100.0%    1/1  complete     -      -         $0.00\n"
            "\n"
            "  REVIEWER   OPEN  MERGED  CLOSED          COST\n"
            "  \\x3a:stop     1       1       -  $1.100015001\n"
            "  (none)        -       1       -         $0.00\n"
            "\n"
            "2 projects, 4 tasks: 2 completed, 1 in progress, 1 pending (1 claimed)\n"
            "3 pull requests: 1 open (1 stale), 2 merged, 0 closed\n"
            "1 AI operation: $1.100015001, 1,234,567 tokens in, 89 out\n");
}

TEST(StatsText, ListsWhatCouldNotBeRead) {
  query::Stats stats;
  stats.ref = "refs/heads/claudestep-metadata";
  stats.unreadable = {{"projects/a\nb.json", "expected a value (line 1, column 1)"}};
  EXPECT_EQ(stats_text(stats, {80, false, false}),
            "claudestep-metadata\n"
            "\n"
            "0 projects, 0 tasks: 0 completed, 0 in progress, 0 pending\n"
            "0 pull requests: 0 open, 0 merged, 0 closed\n"
            "0 AI operations: $0.00, 0 tokens in, 0 out\n"
            "\n"
            "could not be read, and not counted above:\n"
            "  - projects/a\\nb.json: expected a value (line 1, column 1)\n");
}

TEST(StatsJson, HasItsMembersInOrder) {
  query::Stats stats = sample();
  stats.projects.pop_back();
  stats.unreadable = {{"projects/\xff.json", "no UTF-8"}};
  EXPECT_EQ(stats_json(stats), R"({
  "kind": "stats",
  "version": 1,
  "ref": "refs/heads/claudestep-metadata",
  "commit": "0123456789012345678901234567890123456789",
  "totals": {
    "projects": 1,
    "tasks": 4,
    "completed": 2,
    "in_progress": 1,
    "pending": 1,
    "claimed": 1,
    "pull_requests": 3,
    "open": 1,
    "merged": 2,
    "closed": 0,
    "ai_operations": 1,
    "cost_usd": 1.100015001,
    "tokens_input": 1234567,
    "tokens_output": 89
  },
  "projects": [
    {
      "project": "auth",
      "state": "active",
      "tasks": 3,
      "completed": 1,
      "in_progress": 1,
      "pending": 1,
      "completion": 33.3,
      "open_prs": 1,
      "stale_prs": 1,
      "cost_usd": 1.100015001,
      "last_updated": "2026-01-31T12:00:00Z"
    }
  ],
  "reviewers": [
    {
      "reviewer": "::stop",
      "open": 1,
      "merged": 1,
      "closed": 0,
      "cost_usd": 1.100015001
    },
    {
      "reviewer": null,
      "open": 0,
      "merged": 1,
      "closed": 0,
      "cost_usd": 0
    }
  ],
  "unreadable": [
    {
      "file": "projects/\\xff.json",
      "message": "no UTF-8"
    }
  ]
}
)");
}

}  // namespace
}  // namespace claudestep::report
