#include "report/next.h"

#include <gtest/gtest.h>

#include "tests/unit/report/report_fixture.h"

namespace claudestep::report {
namespace {

query::Next found() {
  query::Next next;
  next.project = "auth";
  next.task = query::NextTask{3, "39b1209d", "::Add user authentication"};
  next.branch = "claude-chain-auth-39b1209d";
  return next;
}

query::Next none(query::NextReason reason) {
  query::Next next;
  next.project = "auth";
  next.reason = reason;
  return next;
}

TEST(NextText, ShowsTheTask) {
  EXPECT_EQ(next_text(found(), kPlainStyle),
            "next in auth: task 3\n"
            "  description  \\x3a:Add user authentication\n"
            "  id           39b1209d\n"
            "  branch       claude-chain-auth-39b1209d\n");
}

TEST(NextText, ShowsTheClaim) {
  query::Next next = found();
  next.claim =
      query::ClaimRow{"::ann", std::nullopt, Instant{1769947200, 0}, Instant{1769954400, 0}};
  EXPECT_EQ(next_text(next, kPlainStyle),
            "claimed in auth: task 3\n"
            "  description  \\x3a:Add user authentication\n"
            "  id           39b1209d\n"
            "  branch       claude-chain-auth-39b1209d\n"
            "  claim        by \\x3a:ann until 2026-02-01T14:00:00Z\n");
}

TEST(NextText, SaysWhyThereIsNone) {
  EXPECT_EQ(next_text(none(query::NextReason::kComplete), kPlainStyle),
            "auth is complete: every task is done\n");

  query::Next archived = none(query::NextReason::kNothingReady);
  archived.archived = true;
  EXPECT_EQ(next_text(archived, kPlainStyle), "auth is archived: nothing in it is next\n");

  query::Next empty = none(query::NextReason::kNothingReady);
  empty.empty = true;
  EXPECT_EQ(next_text(empty, kPlainStyle), "auth has no tasks\n");

  query::Next waiting = none(query::NextReason::kNothingReady);
  using Why = query::Waiting::Why;
  waiting.waiting_for = {{"aaaaaaaa", 1, Why::kInProgress, {7, 8}, ""},
                         {"bbbbbbbb", 2, Why::kClaimed, {}, "ci"},
                         {"cccccccc", 3, Why::kPending, {}, ""},
                         {"nowhere", std::nullopt, Why::kUnknown, {}, ""}};
  EXPECT_EQ(next_text(waiting, kPlainStyle),
            "nothing is ready in auth\n"
            "  - task 1 (aaaaaaaa) is in progress: #7, #8\n"
            "  - task 2 (bbbbbbbb) is claimed by ci\n"
            "  - task 3 (cccccccc) is pending, and another one depends on it\n"
            "  - a task depends on 'nowhere', which is no task\n");
}

TEST(NextJson, HasItsMembersInOrder) {
  EXPECT_EQ(next_json(found()), R"({
  "kind": "next",
  "version": 1,
  "project": "auth",
  "task": {
    "index": 3,
    "id": "39b1209d",
    "description": "::Add user authentication"
  },
  "reviewer": null,
  "branch": "claude-chain-auth-39b1209d",
  "claim": null,
  "reason": null,
  "waiting_for": []
}
)");
  query::Next waiting = none(query::NextReason::kNothingReady);
  waiting.waiting_for = {{"aaaaaaaa", 1, query::Waiting::Why::kInProgress, {7}, ""}};
  EXPECT_EQ(next_json(waiting), R"({
  "kind": "next",
  "version": 1,
  "project": "auth",
  "task": null,
  "reviewer": null,
  "branch": null,
  "claim": null,
  "reason": "nothing_ready",
  "waiting_for": [
    "aaaaaaaa"
  ]
}
)");
}

}  // namespace
}  // namespace claudestep::report
