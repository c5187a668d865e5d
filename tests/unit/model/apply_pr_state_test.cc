#include <gtest/gtest.h>

#include "tests/unit/model/ledger.h"

namespace claudestep::model {
namespace {

using test::later;
using test::Ledger;
using test::make_pr;
using test::make_project;
using test::tasks_of;
using test::time;

const std::string kOid(40, 'a');
const std::string kOtherOid(64, 'b');

Ledger with_pr(PrState state) {
  Project project = make_project("auth", {"a"});
  project.pull_requests = {make_pr(42, 1, state)};
  settle(project);
  return Ledger(std::move(project));
}

SetPrState set(PrState state, const char* at = nullptr, std::optional<std::string> commit = {}) {
  SetPrState op{"auth", 42, state, {}, std::move(commit)};
  if (at != nullptr) op.at = time(at);
  return op;
}

// "closed, closed at ...": the group of members that moves as one.
std::string state_of_pr(Ledger& ledger) {
  const PullRequest& pr = ledger.pr(0);
  std::string text(to_string(pr.state));
  if (pr.merged_at) text += ", merged at " + pr.merged_at->value.text();
  if (pr.merge_commit) text += " by " + pr.merge_commit->value.substr(0, 4);
  if (pr.closed_at) text += ", closed at " + pr.closed_at->value.text();
  return text;
}

TEST(SetPrState, GoesRound) {
  Ledger ledger = with_pr(PrState::kOpen);
  EXPECT_EQ(ledger.apply(set(PrState::kOpen)), "same");
  EXPECT_EQ(ledger.apply(set(PrState::kClosed)), "changed");
  EXPECT_EQ(state_of_pr(ledger), "closed, closed at 2026-02-01T12:00:00Z");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a pending");
  EXPECT_EQ(ledger.apply(set(PrState::kClosed), later(1)), "same");
  EXPECT_EQ(ledger.apply(set(PrState::kOpen), later(2)), "changed");
  EXPECT_EQ(state_of_pr(ledger), "open");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a in_progress");
  EXPECT_EQ(ledger.apply(set(PrState::kClosed, "2026-01-31T00:00:00+01:00"), later(3)), "changed");
  EXPECT_EQ(state_of_pr(ledger), "closed, closed at 2026-01-31T00:00:00+01:00");
  EXPECT_EQ(ledger.apply(set(PrState::kMerged, "2026-02-01T00:00:00", kOid), later(4)), "changed");
  EXPECT_EQ(state_of_pr(ledger), "merged, merged at 2026-02-01T00:00:00Z by aaaa");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a completed");
  EXPECT_EQ(ledger.updated(), "2026-02-01T12:00:04Z");
}

TEST(SetPrState, MergesAtOnceAndTakesTheClockForItsTime) {
  Ledger ledger = with_pr(PrState::kOpen);
  EXPECT_EQ(ledger.apply(set(PrState::kMerged)), "changed");
  EXPECT_EQ(state_of_pr(ledger), "merged, merged at 2026-02-01T12:00:00Z");
}

TEST(SetPrState, IsFinalOnceMerged) {
  Ledger ledger = with_pr(PrState::kMerged);
  const std::string why =
      " #42 in 'auth': it is merged; hint: if that was recorded by mistake: claudestep undo COMMIT";
  EXPECT_EQ(ledger.apply(set(PrState::kClosed)), "conflict: cannot close" + why);
  EXPECT_EQ(ledger.apply(set(PrState::kOpen)), "conflict: cannot reopen" + why);
}

TEST(SetPrState, TakesBackAMergeThatIsDoubted) {
  Ledger ledger = with_pr(PrState::kOpen);
  ledger.apply(set(PrState::kMerged, nullptr, std::string(40, 'a')));
  SetPrState closed = set(PrState::kClosed);
  closed.doubted = true;
  EXPECT_EQ(ledger.apply(closed), "changed");
  EXPECT_EQ(state_of_pr(ledger), "closed, closed at 2026-02-01T12:00:00Z");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a pending");
  EXPECT_EQ(ledger.apply(closed), "same");
}

TEST(SetPrState, FillsInWhatTheRecordLacks) {
  Ledger ledger = with_pr(PrState::kMerged);
  EXPECT_EQ(ledger.apply(set(PrState::kMerged)), "same");
  EXPECT_EQ(state_of_pr(ledger), "merged");
  EXPECT_EQ(ledger.apply(set(PrState::kMerged, "2026-02-01T00:00:00Z")), "changed");
  EXPECT_EQ(ledger.apply(set(PrState::kMerged, nullptr, std::string(40, 'A'))), "changed");
  EXPECT_EQ(state_of_pr(ledger), "merged, merged at 2026-02-01T00:00:00Z by aaaa");
  EXPECT_EQ(ledger.apply(set(PrState::kMerged, "2026-02-01T01:00:00+01:00", kOid)), "same");

  Ledger closed = with_pr(PrState::kClosed);
  EXPECT_EQ(closed.apply(set(PrState::kClosed, "2026-02-01T00:00:00")), "changed");
  EXPECT_EQ(state_of_pr(closed), "closed, closed at 2026-02-01T00:00:00Z");
}

TEST(SetPrState, RefusesWhatIsRecordedOtherwise) {
  Ledger ledger = with_pr(PrState::kOpen);
  ledger.apply(set(PrState::kMerged, "2026-02-01T00:00:00Z", kOid));
  EXPECT_EQ(ledger.apply(set(PrState::kMerged, "2026-02-01T00:00:01Z")),
            "conflict: cannot merge #42 in 'auth': it is already recorded as merged at "
            "2026-02-01T00:00:00Z; hint: leave out --at-time: the recorded time stands");
  EXPECT_EQ(ledger.apply(set(PrState::kMerged, nullptr, kOtherOid)),
            "conflict: cannot merge #42 in 'auth': it is already recorded as merged by " + kOid +
                "; hint: leave out --merge-commit: the recorded commit stands");
  Ledger closed = with_pr(PrState::kOpen);
  closed.apply(set(PrState::kClosed));
  EXPECT_EQ(closed.apply(set(PrState::kClosed, "2026-02-01T00:00:01Z")),
            "conflict: cannot close #42 in 'auth': it is already recorded as closed at "
            "2026-02-01T12:00:00Z; hint: leave out --at-time: the recorded time stands");
}

TEST(SetPrState, RefusesMembersThatHaveNoPlace) {
  Ledger ledger = with_pr(PrState::kClosed);
  EXPECT_EQ(ledger.apply(set(PrState::kOpen, "2026-02-01T00:00:00Z")),
            "invalid_input: cannot reopen #42 in 'auth': a reopening has no time of its own; hint: "
            "leave out --at-time");
  EXPECT_EQ(ledger.apply(set(PrState::kClosed, nullptr, kOid)),
            "invalid_input: cannot close #42 in 'auth': a merge commit is given; hint: leave out "
            "--merge-commit, or record a merge");
  for (const auto& bad : {std::string(39, 'a'), std::string(41, 'a'), std::string(40, 'g'),
                          std::string("HEAD"), std::string()}) {
    EXPECT_EQ(ledger.apply(set(PrState::kMerged, nullptr, bad)),
              "invalid_input: cannot merge #42 in 'auth': the merge commit '" + bad +
                  "' is no object id; hint: give all 40 or 64 hex digits, as git rev-parse prints "
                  "them");
  }
}

TEST(SetPrState, ReopeningEndsAClaimAndCountsAsOpen) {
  Project project = make_project("auth", {"a"});
  project.pull_requests = {make_pr(41, 1, PrState::kClosed), make_pr(42, 1, PrState::kClosed)};
  settle(project);
  Ledger ledger(std::move(project));
  ledger.apply(ClaimTask{"auth", "1", "ci", {}, 7200});
  EXPECT_EQ(ledger.apply(set(PrState::kOpen)), "changed");
  EXPECT_TRUE(ledger.task(0).claim.is_absent());
  EXPECT_TRUE(ledger.warnings.empty());
  EXPECT_EQ(ledger.apply(SetPrState{"auth", 41, PrState::kOpen, {}, {}}), "changed");
  EXPECT_EQ(ledger.warnings,
            std::vector<std::string>{"task 1 of 'auth' has 2 open pull requests: #41, #42"});
}

TEST(SetPrState, KeepsANullThatSaysTheSame) {
  Ledger ledger = with_pr(PrState::kOpen);
  ledger.pr(0).closed_at = Opt<Time>::null();
  EXPECT_EQ(ledger.apply(set(PrState::kMerged)), "changed");
  EXPECT_TRUE(ledger.pr(0).closed_at.is_null());
}

TEST(SetPrState, ServesAPullRequestWithoutATask) {
  Project project = make_project("auth", {"a"});
  project.pull_requests = {make_pr(42, 9, PrState::kOpen)};
  settle(project);
  Ledger ledger(std::move(project));
  EXPECT_EQ(ledger.apply(set(PrState::kMerged)), "changed");
  EXPECT_EQ(tasks_of(ledger.project()), "1 a pending");
}

}  // namespace
}  // namespace claudestep::model
