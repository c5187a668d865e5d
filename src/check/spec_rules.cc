// Feature specifications, single tasks and API contracts.
#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "check/document_findings.h"
#include "check/document_rules.h"
#include "check/spec_graph.h"
#include "check/wording.h"

namespace claudestep::check {
namespace {

using model::FeatureSpec;
using model::SpecTaskStatus;
using model::Words;

constexpr std::size_t kLongestName = 60;

void check_criteria(const std::vector<Words>& criteria, DocumentFindings& findings) {
  for (const Words& criterion : criteria) {
    if (const auto vague = vague_words(criterion.value)) {
      findings.add(
          "spec/vague-criterion", criterion.origin,
          "nobody can tell whether a criterion with " + quoted(*vague, kLongestName) + " is met");
    }
  }
}

void check_sentence(const Words& sentence, DocumentFindings& findings) {
  if (const auto fault = ears_fault(sentence.value)) {
    findings.add("spec/ears", sentence.origin, "the requirement " + *fault);
  }
}

void check_spec_wording(const FeatureSpec& spec, DocumentFindings& findings) {
  for (const model::Requirement& requirement : spec.functional) {
    check_sentence(requirement.description, findings);
    for (const Words& criterion : requirement.acceptance_criteria) {
      check_sentence(criterion, findings);
    }
    check_criteria(requirement.acceptance_criteria, findings);
  }
  for (const model::QualityRequirement& requirement : spec.non_functional) {
    check_sentence(requirement.requirement, findings);
  }
  for (const model::SpecTask& task : spec.tasks) check_criteria(task.acceptance_criteria, findings);
}

void check_spec_coverage(const FeatureSpec& spec, const SpecIds& ids, DocumentFindings& findings) {
  std::unordered_set<std::string_view> covered;
  std::unordered_set<std::string_view> tested;
  for (const model::SpecTask& task : spec.tasks) {
    const auto named = ids.named_by(task);
    covered.insert(named.begin(), named.end());
    if (task.role == model::word_of(model::Role::kQa)) tested.insert(named.begin(), named.end());
  }
  const auto check_covered = [&](const Words& id) {
    if (covered.contains(id.value)) return;
    findings.add("spec/uncovered-requirement", id.origin,
                 "no task refers to " + quoted(id.value, kLongestName));
  };
  for (const model::Requirement& requirement : spec.functional) {
    check_covered(requirement.id);
    if (requirement.test_coverage != model::Coverage::kRequired) continue;
    if (tested.contains(requirement.id.value)) continue;
    findings.add("spec/untested-requirement", requirement.id.origin,
                 quoted(requirement.id.value, kLongestName) +
                     " must be tested, and no task of the role qa refers to it");
  }
  for (const model::QualityRequirement& requirement : spec.non_functional) {
    check_covered(requirement.id);
  }
}

void check_spec_status(const FeatureSpec& spec, DocumentFindings& findings) {
  if (spec.status.value != model::FeatureStatus::kCompleted) return;
  const auto is_open = [](const model::SpecTask& task) {
    return task.status && task.status->value != SpecTaskStatus::kCompleted &&
           task.status->value != SpecTaskStatus::kSkipped;
  };
  const auto first = std::find_if(spec.tasks.begin(), spec.tasks.end(), is_open);
  if (first == spec.tasks.end()) return;
  const auto open = std::count_if(first, spec.tasks.end(), is_open);
  std::string message = "the feature is completed, but its task " +
                        quoted(first->id.value, kLongestName) + " is " +
                        std::string(model::word_of(first->status->value));
  if (open > 1) message += " and " + std::to_string(open - 1) + " more are not done";
  findings.add("spec/status-conflict", spec.status.origin, std::move(message));
}

void check_date_list(const std::vector<model::SpecDate>& dates, DocumentFindings& findings) {
  for (std::size_t at = 1; at < dates.size(); ++at) {
    // In the order in which the reader asks for them: the earliest first.
    check_order(findings, "spec/date-order", dates[0].name, dates[0].date, dates[at].name,
                dates[at].date);
  }
}

void check_endpoints(const std::vector<model::Endpoint>& endpoints, DocumentFindings& findings) {
  std::set<std::pair<model::HttpMethod, std::string_view>> known;
  for (const model::Endpoint& endpoint : endpoints) {
    if (endpoint.endpoint.value.empty()) continue;
    if (known.emplace(endpoint.method, endpoint.endpoint.value).second) continue;
    findings.add("api/duplicate-endpoint", endpoint.endpoint.origin,
                 std::string(model::word_of(endpoint.method)) + " " +
                     quoted(endpoint.endpoint.value, kLongestName) + " is described already");
  }
}

}  // namespace

std::vector<Diagnostic> check_feature_spec(const FeatureSpec& spec, bool is_whole,
                                           const std::string& file) {
  DocumentFindings findings(file);
  const SpecIds ids(spec);
  ids.check_duplicates(findings);
  check_task_circles(spec.tasks, findings);
  check_spec_wording(spec, findings);
  check_spec_status(spec, findings);
  check_endpoints(spec.api_contracts, findings);
  check_date_list(spec.dates, findings);
  for (const model::TimelinePhase& phase : spec.phases) check_date_list(phase.dates, findings);
  if (spec.has_all_ids) ids.check_references(findings);
  if (is_whole) check_spec_coverage(spec, ids, findings);
  return findings.take();
}

std::vector<Diagnostic> check_task_spec(const model::TaskSpec& spec, bool /*is_whole*/,
                                        const std::string& file) {
  DocumentFindings findings(file);
  check_task_circles({spec.task}, findings);
  check_criteria(spec.task.acceptance_criteria, findings);
  return findings.take();
}

std::vector<Diagnostic> check_api_contract(const model::ApiContract& contract, bool /*is_whole*/,
                                           const std::string& file) {
  DocumentFindings findings(file);
  check_endpoints(contract.endpoints, findings);
  return findings.take();
}

}  // namespace claudestep::check
