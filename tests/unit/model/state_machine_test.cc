#include "model/state_machine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>

namespace claudestep::model {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Steps = std::set<std::pair<std::string, std::string>>;

// Every pair of different states that may follow each other.
Steps legal_steps(const StateMachine& machine) {
  Steps steps;
  for (const std::string_view from : states_of(machine)) {
    for (const std::string_view to : states_of(machine)) {
      if (from != to && may_follow(machine, from, to)) steps.emplace(from, to);
    }
  }
  return steps;
}

TEST(StateMachine, FeatureGoesForwardAndIsBlockedOnTheWay) {
  EXPECT_EQ(legal_steps(feature_states()), (Steps{{"planning", "in_progress"},
                                                  {"in_progress", "review"},
                                                  {"review", "completed"},
                                                  {"planning", "blocked"},
                                                  {"in_progress", "blocked"},
                                                  {"review", "blocked"},
                                                  {"blocked", "planning"},
                                                  {"blocked", "in_progress"},
                                                  {"blocked", "review"}}));
  EXPECT_THAT(next_states(feature_states(), "completed"), IsEmpty());
}

TEST(StateMachine, BlockedFeatureGoesBackToWhereItCameFrom) {
  EXPECT_THAT(next_states(feature_states(), "blocked", "review"), ElementsAre("review"));
  EXPECT_TRUE(may_follow(feature_states(), "blocked", "review", "review"));
  EXPECT_FALSE(may_follow(feature_states(), "blocked", "planning", "review"));
  EXPECT_THAT(next_states(feature_states(), "blocked"),
              ElementsAre("planning", "in_progress", "review"));
  EXPECT_THAT(next_states(task_states(), "blocked", "pending"),
              ElementsAre("in_progress", "completed", "failed"))
      << "only a feature remembers";
}

TEST(StateMachine, Session) {
  EXPECT_EQ(legal_steps(session_states()), (Steps{{"initializing", "active"},
                                                  {"active", "paused"},
                                                  {"paused", "resumed"},
                                                  {"resumed", "active"},
                                                  {"resumed", "completed"},
                                                  {"initializing", "failed"},
                                                  {"active", "blocked"},
                                                  {"blocked", "active"},
                                                  {"paused", "expired"},
                                                  {"active", "completed"}}));
}

TEST(StateMachine, TaskOfASpecification) {
  EXPECT_EQ(legal_steps(task_states()), (Steps{{"pending", "in_progress"},
                                               {"in_progress", "completed"},
                                               {"in_progress", "blocked"},
                                               {"blocked", "in_progress"},
                                               {"blocked", "completed"},
                                               {"pending", "skipped"},
                                               {"in_progress", "failed"},
                                               {"blocked", "failed"}}));
}

TEST(StateMachine, RunAndItsPhases) {
  EXPECT_EQ(legal_steps(run_states()), (Steps{{"queued", "in_progress"},
                                              {"in_progress", "succeeded"},
                                              {"in_progress", "failed"},
                                              {"in_progress", "no_changes"}}));
  EXPECT_EQ(legal_steps(run_phase_states()), (Steps{{"pending", "running"},
                                                    {"running", "succeeded"},
                                                    {"running", "failed"},
                                                    {"running", "skipped"},
                                                    {"running", "retrying"},
                                                    {"retrying", "running"}}));
}

TEST(StateMachine, StayingIsNoStep) {
  for (const std::string_view state : states_of(session_states())) {
    EXPECT_TRUE(may_follow(session_states(), state, state));
  }
}

TEST(StateMachine, KnowsItsStatesOnly) {
  EXPECT_TRUE(knows_state(task_states(), "skipped"));
  EXPECT_FALSE(knows_state(task_states(), "review"));
  EXPECT_FALSE(knows_state(task_states(), "Pending"));
  EXPECT_FALSE(may_follow(task_states(), "review", "completed"));
}

}  // namespace
}  // namespace claudestep::model
