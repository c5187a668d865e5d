// Owns: which state may follow which, as tables that validators and commands share.
// Leaves to others: reading states from documents (codec/), saying what is wrong (check/).
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace claudestep::model {

struct StateStep {
  std::string_view from;
  std::string_view to;
};

struct StateMachine {
  std::string_view subject;  // "feature", for messages
  std::string_view first;    // the state that everything begins in
  std::vector<StateStep> steps;
};

[[nodiscard]] const StateMachine& feature_states();
[[nodiscard]] const StateMachine& session_states();
// Of a specification's task. A project's task has a derived status and no steps.
[[nodiscard]] const StateMachine& task_states();
[[nodiscard]] const StateMachine& run_states();
[[nodiscard]] const StateMachine& run_phase_states();

// All states, in the order in which the table first names them.
[[nodiscard]] std::vector<std::string_view> states_of(const StateMachine& machine);

[[nodiscard]] bool knows_state(const StateMachine& machine, std::string_view state);

// The states that may follow `from`; none after a last one. A feature that is blocked goes back to
// where it came from: given `came_from`, only there.
[[nodiscard]] std::vector<std::string_view> next_states(
    const StateMachine& machine, std::string_view from,
    std::optional<std::string_view> came_from = std::nullopt);

// Whether `to` may follow `from`. Staying is no step and always legal.
[[nodiscard]] bool may_follow(const StateMachine& machine, std::string_view from,
                              std::string_view to,
                              std::optional<std::string_view> came_from = std::nullopt);

}  // namespace claudestep::model
