// Owns: whether what a document says of states may follow what an earlier one said.
// Leaves to others: the tables (model/state_machine.h), reading both documents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/diagnostic.h"
#include "model/agent_file.h"
#include "model/automation_run.h"
#include "model/placed.h"
#include "model/progress.h"
#include "model/spec.h"
#include "model/state_machine.h"

namespace claudestep::check {

// Something with a state: "the feature", "the task 'BE-001'".
struct Stated {
  std::string subject;  // the same in both documents
  std::string state;
  model::Origin origin;
  // The first that knows both states is asked.
  std::vector<const model::StateMachine*> machines;
};

[[nodiscard]] std::vector<Stated> states_in(const model::FeatureSpec& spec);
[[nodiscard]] std::vector<Stated> states_in(const model::TaskSpec& spec);
[[nodiscard]] std::vector<Stated> states_in(const model::AgentFile& agent);
[[nodiscard]] std::vector<Stated> states_in(const model::ProgressFile& progress);
[[nodiscard]] std::vector<Stated> states_in(const model::AutomationRun& run);

// The steps from `before` to `now` that no machine allows. What is only in one of them, or twice in
// one, made no step. `revision` is what the earlier document is called in messages.
[[nodiscard]] std::vector<Diagnostic> check_transitions(const std::vector<Stated>& before,
                                                        const std::vector<Stated>& now,
                                                        std::string_view revision,
                                                        const std::string& file);

}  // namespace claudestep::check
