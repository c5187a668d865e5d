#include "query/next.h"

#include <gmock/gmock.h>

#include "model/branch_name.h"
#include "tests/unit/query/sample.h"

namespace claudestep::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Optional;

Next next_now(Sample& sample) {
  return next_of(sample.done(), false, instant(kNow));
}

TEST(Next, IsTheFirstReadyTaskInPlanOrder) {
  Sample sample("auth");
  sample.task(3, "Third")
      .task(1, "First")
      .task(2, "Second")
      .pr(7, 1, kMerged, "2026-01-01T00:00:00Z");
  const Next next = next_now(sample);
  EXPECT_THAT(next.task, Optional(NextTask{2, model::description_hash("Second"), "Second"}));
  EXPECT_EQ(next.branch, "claude-chain-auth-" + model::description_hash("Second"));
  EXPECT_EQ(next.reason, std::nullopt);
  EXPECT_EQ(next.reviewer, std::nullopt);
}

TEST(Next, SkipsWhatIsClaimedUntilTheClaimExpires) {
  Sample sample("auth");
  sample.task(1, "First").claimed("ci", "2026-02-01T00:00:01Z").task(2, "Second");
  EXPECT_EQ(next_now(sample).task->index, 2);

  Sample expired("auth");
  expired.task(1, "First").claimed("ci", "2026-01-31T23:59:59Z").task(2, "Second");
  EXPECT_EQ(next_now(expired).task->index, 1);
}

TEST(Next, AClosedPullRequestFreesItsTask) {
  Sample sample("auth");
  sample.task(1, "First").pr(7, 1, kClosed, "2026-01-01T00:00:00Z");
  EXPECT_EQ(next_now(sample).task->index, 1);
}

TEST(Next, CompleteWhenEveryTaskIsDone) {
  Sample sample("auth");
  sample.task(1, "First").checked().task(2, "Second").removed();
  const Next next = next_now(sample);
  EXPECT_EQ(next.task, std::nullopt);
  EXPECT_EQ(next.reason, NextReason::kComplete);
  EXPECT_THAT(next.waiting_for, IsEmpty());
}

TEST(Next, AnEmptyProjectIsNotComplete) {
  Sample sample("auth");
  const Next next = next_now(sample);
  EXPECT_EQ(next.reason, NextReason::kNothingReady);
  EXPECT_TRUE(next.empty);
  EXPECT_THAT(next.waiting_for, IsEmpty());
}

TEST(Next, SaysWhatItWaitsFor) {
  Sample sample("auth");
  sample.task(1, "In progress").id("aaaaaaaa");
  sample.task(2, "Claimed").id("bbbbbbbb").claimed("ci", "2026-02-01T01:00:00Z");
  sample.task(3, "Depends").id("cccccccc").needs({"aaaaaaaa", "nowhere1"});
  sample.task(4, "Depends on that").id("dddddddd").needs({"cccccccc"});
  sample.pr(7, 1, kOpen, "2026-01-01T00:00:00Z").pr(8, 1, kOpen, "2026-01-02T00:00:00Z");
  const Next next = next_now(sample);
  EXPECT_EQ(next.task, std::nullopt);
  EXPECT_EQ(next.reason, NextReason::kNothingReady);
  EXPECT_THAT(next.waiting_for,
              ElementsAre(Waiting{"aaaaaaaa", 1, Waiting::Why::kInProgress, {7, 8}, ""},
                          Waiting{"bbbbbbbb", 2, Waiting::Why::kClaimed, {}, "ci"},
                          Waiting{"cccccccc", 3, Waiting::Why::kPending, {}, ""},
                          Waiting{"nowhere1", std::nullopt, Waiting::Why::kUnknown, {}, ""}));
}

TEST(Next, NothingIsReadyInAnArchivedProject) {
  Sample sample("auth");
  sample.task(1, "First");
  const Next next = next_of(sample.done(), true, instant(kNow));
  EXPECT_TRUE(next.archived);
  EXPECT_EQ(next.task, std::nullopt);
  EXPECT_EQ(next.reason, NextReason::kNothingReady);
  EXPECT_THAT(next.waiting_for, IsEmpty());
}

TEST(NextClaimed, IsTheTaskWithItsClaim) {
  Sample sample("auth");
  sample.task(1, "First").task(2, "Second").claimed("ci", "2026-02-01T01:00:00Z");
  const model::Project project = sample.done();
  const Next next = next_claimed(project, project.tasks[1], instant(kNow));
  EXPECT_EQ(next.project, "auth");
  EXPECT_THAT(next.task, Optional(NextTask{2, model::description_hash("Second"), "Second"}));
  EXPECT_EQ(next.branch, "claude-chain-auth-" + model::description_hash("Second"));
  EXPECT_THAT(next.claim, Optional(ClaimRow{"ci", std::nullopt, instant("2026-01-31T23:00:00Z"),
                                            instant("2026-02-01T01:00:00Z")}));
  EXPECT_EQ(next_claimed(project, project.tasks[1], instant("2026-02-01T01:00:00Z")).claim,
            std::nullopt);
}

// Every name that is given must lead back to its task.
TEST(BranchFor, IsReadBackAsTheTask) {
  for (const std::string name : {"auth", "a-b", "x-20260407", "2026-01-x", "a.b_c"}) {
    Sample sample(name);
    sample.task(1, "Same").task(2, "Same").task(3, "12345678").id("12345678");
    const model::Project project = sample.done();
    for (const model::Task& task : project.tasks) {
      const auto branch = branch_for(project, task);
      ASSERT_TRUE(branch.has_value());
      const auto readings = model::read_branch_name(*branch);
      ASSERT_FALSE(readings.empty()) << *branch;
      EXPECT_EQ(readings[0].project, name) << *branch;
      if (readings[0].hash) {
        EXPECT_EQ(*readings[0].hash, task.id->value);
      } else {
        EXPECT_EQ(readings[0].index, task.index.value);
      }
    }
  }
}

TEST(BranchFor, GoesByTheIndexOnlyWhereTheIdIsNoHash) {
  Sample sample("auth");
  sample.task(1, "Same").task(2, "Same").task(3, "Foreign").id("T-1");
  const model::Project project = sample.done();
  const std::string hash = model::description_hash("Same");
  EXPECT_EQ(branch_for(project, project.tasks[0]), "claude-chain-auth-" + hash);
  EXPECT_EQ(project.tasks[1].id->value, hash + "-2");
  EXPECT_EQ(branch_for(project, project.tasks[1]), "claudestep/auth/task-" + hash + "-2");
  EXPECT_EQ(branch_for(project, project.tasks[2]), "claudestep/auth/step-3");
}

TEST(BranchFor, NeverGivesANameTwice) {
  Sample sample("auth");
  sample.task(4, "Retried").id("aaaaaaaa").pr(7, 4, kClosed, "2026-01-01T00:00:00Z");
  sample.branch("claude-chain-auth-aaaaaaaa");
  EXPECT_EQ(branch_for(sample.done(), sample.raw().tasks[0]), "claudestep/auth/task-aaaaaaaa");
  sample.pr(8, 4, kClosed, "2026-01-02T00:00:00Z").branch("claudestep/auth/task-aaaaaaaa");
  EXPECT_EQ(branch_for(sample.done(), sample.raw().tasks[0]),
            "claudestep/auth/task-aaaaaaaa-attempt-2");
  sample.pr(9, 4, kClosed, "2026-01-03T00:00:00Z")
      .branch("claudestep/auth/task-aaaaaaaa-attempt-2");
  EXPECT_EQ(branch_for(sample.done(), sample.raw().tasks[0]),
            "claudestep/auth/task-aaaaaaaa-attempt-3");
}

TEST(BranchFor, GivesNoneThatGitWouldRefuse) {
  Sample sample("a..b");
  sample.task(1, "First");
  EXPECT_EQ(branch_for(sample.done(), sample.raw().tasks[0]), std::nullopt);
}

}  // namespace
}  // namespace claudestep::query
