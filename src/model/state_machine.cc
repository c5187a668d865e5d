#include "model/state_machine.h"

#include <algorithm>

namespace claudestep::model {
namespace {

constexpr std::string_view kBlocked = "blocked";

bool contains(const std::vector<std::string_view>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

const StateMachine& feature_states() {
  static const StateMachine machine{"feature",
                                    "planning",
                                    {{"planning", "in_progress"},
                                     {"in_progress", "review"},
                                     {"review", "completed"},
                                     {"planning", "blocked"},
                                     {"in_progress", "blocked"},
                                     {"review", "blocked"},
                                     {"blocked", "planning"},
                                     {"blocked", "in_progress"},
                                     {"blocked", "review"}}};
  return machine;
}

const StateMachine& session_states() {
  static const StateMachine machine{"session",
                                    "initializing",
                                    {{"initializing", "active"},
                                     {"active", "paused"},
                                     {"paused", "resumed"},
                                     {"resumed", "active"},
                                     {"resumed", "completed"},
                                     {"initializing", "failed"},
                                     {"active", "blocked"},
                                     {"blocked", "active"},
                                     {"paused", "expired"},
                                     {"active", "completed"}}};
  return machine;
}

const StateMachine& task_states() {
  static const StateMachine machine{"task",
                                    "pending",
                                    {{"pending", "in_progress"},
                                     {"in_progress", "completed"},
                                     {"in_progress", "blocked"},
                                     {"blocked", "in_progress"},
                                     {"blocked", "completed"},
                                     {"pending", "skipped"},
                                     {"in_progress", "failed"},
                                     {"blocked", "failed"}}};
  return machine;
}

const StateMachine& run_states() {
  static const StateMachine machine{"run",
                                    "queued",
                                    {{"queued", "in_progress"},
                                     {"in_progress", "succeeded"},
                                     {"in_progress", "failed"},
                                     {"in_progress", "no_changes"}}};
  return machine;
}

const StateMachine& run_phase_states() {
  static const StateMachine machine{"phase of a run",
                                    "pending",
                                    {{"pending", "running"},
                                     {"running", "succeeded"},
                                     {"running", "failed"},
                                     {"running", "skipped"},
                                     {"running", "retrying"},
                                     {"retrying", "running"}}};
  return machine;
}

std::vector<std::string_view> states_of(const StateMachine& machine) {
  std::vector<std::string_view> states;
  for (const StateStep& step : machine.steps) {
    for (const std::string_view state : {step.from, step.to}) {
      if (!contains(states, state)) states.push_back(state);
    }
  }
  return states;
}

bool knows_state(const StateMachine& machine, std::string_view state) {
  return std::any_of(machine.steps.begin(), machine.steps.end(),
                     [&](const StateStep& step) { return step.from == state || step.to == state; });
}

std::vector<std::string_view> next_states(const StateMachine& machine, std::string_view from,
                                          std::optional<std::string_view> came_from) {
  // Only a feature remembers what it was taken from; a session and a task have one way back.
  const bool goes_back = came_from && from == kBlocked && &machine == &feature_states();
  std::vector<std::string_view> states;
  for (const StateStep& step : machine.steps) {
    if (step.from != from || (goes_back && step.to != *came_from)) continue;
    states.push_back(step.to);
  }
  return states;
}

bool may_follow(const StateMachine& machine, std::string_view from, std::string_view to,
                std::optional<std::string_view> came_from) {
  return from == to || contains(next_states(machine, from, came_from), to);
}

}  // namespace claudestep::model
