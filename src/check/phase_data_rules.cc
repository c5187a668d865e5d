#include <string>
#include <unordered_set>

#include "base/text.h"
#include "check/document_findings.h"
#include "check/document_rules.h"
#include "check/wording.h"

namespace claudestep::check {

std::vector<Diagnostic> check_phase_data(const model::PhaseData& data, bool is_whole,
                                         const std::string& file) {
  constexpr std::size_t kLongestTitle = 60;
  DocumentFindings findings(file);
  for (const model::ConditionalRequirement& requirement : data.requirements) {
    // The pair is one sentence.
    if (const auto fault =
            ears_fault(requirement.condition.value + " " + requirement.action.value)) {
      findings.add("spec/ears", requirement.condition.origin, "the requirement " + *fault);
    }
    for (const model::Words& criterion : requirement.acceptance_criteria) {
      if (const auto vague = vague_words(criterion.value)) {
        findings.add("spec/vague-criterion", criterion.origin,
                     "nobody can tell whether a criterion with " + quoted(*vague, kLongestTitle) +
                         " is met");
      }
    }
  }
  std::unordered_set<std::string_view> names;
  for (const model::PhaseTask& task : data.tasks) {
    if (!task.id.value.empty() && !names.insert(task.id.value).second) {
      findings.add("spec/duplicate-id", task.id.origin,
                   "the id " + quoted(task.id.value, kLongestTitle) + " is given already");
    }
  }
  for (const model::PhaseTask& task : data.tasks) names.insert(task.title.value);
  for (const model::PhaseTask& task : data.tasks) {
    for (const model::Words& name : task.dependencies) {
      if (!is_whole || names.contains(name.value)) continue;
      findings.add("spec/dangling-reference", name.origin,
                   quoted(name.value, kLongestTitle) + " is the title or id of no task");
    }
  }
  return findings.take();
}

}  // namespace claudestep::check
