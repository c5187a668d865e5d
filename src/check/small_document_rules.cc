// Trust models, agent files, progress files and configurations: a rule or two each.
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "check/document_findings.h"
#include "check/document_rules.h"
#include "model/glob.h"

namespace claudestep::check {
namespace {

constexpr std::size_t kLongestShownName = 60;

void check_is_time(std::string_view name, const model::Words& text, DocumentFindings& findings) {
  if (text.value.empty() || instant_of(text.value)) return;
  findings.add("progress/no-time", text.origin,
               std::string(name) + " is " + quoted(text.value, kLongestShownName) +
                   ", which is no time; expected one such as 2026-01-27T10:00:00Z");
}

// Items inside one that is not ticked need not be told.
void check_ticked(const std::vector<model::ProgressItem>& items, DocumentFindings& findings) {
  for (const model::ProgressItem& item : items) {
    if (item.checked) {
      check_ticked(item.children, findings);
      continue;
    }
    findings.add("progress/open-item-completed", item.origin,
                 "an item under 'Completed This Session' is not ticked");
  }
}

}  // namespace

std::vector<Diagnostic> check_trust_model(const model::TrustModel& trust, bool /*is_whole*/,
                                          const std::string& file) {
  DocumentFindings findings(file);
  using Context = std::pair<std::string_view, std::string_view>;
  std::set<Context> asked;
  // In the order in which they are asked: what an earlier level takes a later one never sees.
  for (const model::TrustLevel level :
       {model::TrustLevel::kLow, model::TrustLevel::kHigh, model::TrustLevel::kMedium}) {
    for (const model::TrustContext& context : model::rules_of(trust, level).contexts) {
      const Context key{context.pattern ? std::string_view(context.pattern->value) : "",
                        context.task_type ? std::string_view(context.task_type->value) : ""};
      const auto flaw = context.pattern ? model::glob_flaw(context.pattern->value) : std::nullopt;
      if (flaw) {
        findings.add("trust/pattern", context.pattern->origin,
                     "the pattern " + quoted(context.pattern->value, kLongestShownName) +
                         " cannot be used: " + *flaw);
      }
      if (key == Context() || asked.insert(key).second) continue;
      findings.add("trust/unreachable-context", context.origin,
                   "the same context is asked before; it never decides that trust is " +
                       std::string(model::word_of(level)));
    }
  }
  return findings.take();
}

std::vector<Diagnostic> check_agent_file(const model::AgentFile& agent, bool /*is_whole*/,
                                         const std::string& file) {
  DocumentFindings findings(file);
  const bool is_known = agent.max_iterations.value > 0;
  if (is_known && agent.iteration_count.value > agent.max_iterations.value) {
    findings.add("agent/too-many-iterations", agent.iteration_count.origin,
                 "iteration_count is " + std::to_string(agent.iteration_count.value) +
                     ", more than max_iterations, " + std::to_string(agent.max_iterations.value));
  }
  return findings.take();
}

std::vector<Diagnostic> check_progress_file(const model::ProgressFile& progress, bool /*is_whole*/,
                                            const std::string& file) {
  DocumentFindings findings(file);
  check_order(findings, "progress/date-order", "started", progress.started, "last_updated",
              progress.last_updated);
  check_is_time("started", progress.started, findings);
  check_is_time("last_updated", progress.last_updated, findings);
  check_ticked(progress.completed, findings);
  return findings.take();
}

std::vector<Diagnostic> check_configuration(const model::Configuration& configuration,
                                            bool /*is_whole*/, const std::string& file) {
  DocumentFindings findings(file);
  std::unordered_set<std::string> names;
  for (const model::Reviewer& reviewer : configuration.reviewers) {
    if (names.insert(to_lower_ascii(reviewer.username.value)).second) continue;
    findings.add("configuration/duplicate-reviewer", reviewer.username.origin,
                 "the reviewer " + quoted(reviewer.username.value, kLongestShownName) +
                     " is listed already");
  }
  const bool is_ignored = configuration.assignee && !configuration.reviewers.empty() &&
                          configuration.reviewers.front().username != *configuration.assignee;
  if (is_ignored) {
    findings.add("configuration/assignee-ignored", configuration.assignee->origin,
                 "the assignee counts only where there is no list of reviewers");
  }
  return findings.take();
}

}  // namespace claudestep::check
