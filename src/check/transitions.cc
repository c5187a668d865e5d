#include "check/transitions.h"

#include <fmt/format.h>

#include <unordered_map>

#include "base/text.h"
#include "check/document_findings.h"

namespace claudestep::check {
namespace {

using model::SpecTaskStatus;

constexpr std::size_t kLongestSubject = 60;

// The machine knows no review: the work is still under way.
std::string state_of(SpecTaskStatus status) {
  return std::string(
      model::word_of(status == SpecTaskStatus::kReview ? SpecTaskStatus::kInProgress : status));
}

void append_task(const model::SpecTask& task, std::vector<Stated>& stated) {
  if (!task.status || task.id.value.empty()) return;
  stated.push_back({"the task " + quoted(task.id.value, kLongestSubject),
                    state_of(task.status->value),
                    task.status->origin,
                    {&model::task_states()}});
}

const model::StateMachine* machine_for(const Stated& before, const Stated& now) {
  for (const model::StateMachine* machine : now.machines) {
    if (knows_state(*machine, before.state) && knows_state(*machine, now.state)) return machine;
  }
  return nullptr;
}

// By subject; nothing for what is there twice, which made no step that could be told.
std::unordered_map<std::string_view, const Stated*> by_subject(const std::vector<Stated>& all) {
  std::unordered_map<std::string_view, const Stated*> found;
  for (const Stated& stated : all) {
    const auto [place, is_new] = found.emplace(stated.subject, &stated);
    if (!is_new) place->second = nullptr;
  }
  return found;
}

// "it may go to in_progress or blocked".
std::string ways_from(const model::StateMachine& machine, const std::string& state) {
  const auto states = model::next_states(machine, state);
  if (states.empty()) return "nothing follows " + state;
  std::string text = "from " + state + " it may go to ";
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (i > 0) text += i + 1 == states.size() ? " or " : ", ";
    text += states[i];
  }
  return text;
}

}  // namespace

std::vector<Stated> states_in(const model::FeatureSpec& spec) {
  std::vector<Stated> stated = {{"the feature",
                                 std::string(model::word_of(spec.status.value)),
                                 spec.status.origin,
                                 {&model::feature_states()}}};
  for (const model::SpecTask& task : spec.tasks) append_task(task, stated);
  return stated;
}

std::vector<Stated> states_in(const model::TaskSpec& spec) {
  std::vector<Stated> stated;
  append_task(spec.task, stated);
  return stated;
}

std::vector<Stated> states_in(const model::AgentFile& agent) {
  return {{"the agent", agent.status.value, agent.status.origin, {&model::session_states()}}};
}

std::vector<Stated> states_in(const model::ProgressFile& progress) {
  return {{"the session " + quoted(progress.session_id.value, kLongestSubject),
           progress.status.value,
           progress.status.origin,
           {&model::session_states(), &model::task_states()}}};
}

std::vector<Stated> states_in(const model::AutomationRun& run) {
  std::vector<Stated> stated = {{"the run",
                                 std::string(model::word_of(run.status.value)),
                                 run.status.origin,
                                 {&model::run_states()}}};
  for (const model::TaskState& state : run.task_states) {
    stated.push_back(
        {fmt::format("attempt {} of {}", state.attempt.value, model::word_of(state.phase.value)),
         std::string(model::word_of(state.status.value)),
         state.status.origin,
         {&model::run_phase_states()}});
  }
  return stated;
}

std::vector<Diagnostic> check_transitions(const std::vector<Stated>& before,
                                          const std::vector<Stated>& now, std::string_view revision,
                                          const std::string& file) {
  DocumentFindings findings(file);
  const auto earlier = by_subject(before);
  const auto present = by_subject(now);
  for (const Stated& stated : now) {
    const auto found = earlier.find(stated.subject);
    if (found == earlier.end() || found->second == nullptr) continue;
    if (present.at(stated.subject) == nullptr) continue;
    const Stated& old = *found->second;
    const model::StateMachine* machine = machine_for(old, stated);
    if (machine == nullptr || may_follow(*machine, old.state, stated.state)) continue;
    findings.add(
        "spec/illegal-transition", stated.origin,
        fmt::format("{} went from {} to {} since {}; {}", stated.subject, old.state, stated.state,
                    quoted(revision, kLongestSubject), ways_from(*machine, old.state)));
  }
  return findings.take();
}

}  // namespace claudestep::check
