#include "cli/document_kinds.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/glob.h"

namespace claudestep::cli {
namespace {

using enum DocumentKind;

constexpr auto kNames = std::to_array<std::pair<DocumentKind, std::string_view>>({
    {kProject, "project"},
    {kFeatureSpec, "feature-spec"},
    {kTaskSpec, "task-spec"},
    {kApiContract, "api-contract"},
    {kPhaseData, "phase-data"},
    {kTrustModel, "trust-model"},
    {kAgentFile, "agent-file"},
    {kCompoundMetrics, "compound-metrics"},
    {kProgressFile, "progress-file"},
    {kAutomationRun, "automation-run"},
    {kConfiguration, "configuration"},
});

constexpr auto kPatterns = std::to_array<std::pair<std::string_view, DocumentKind>>({
    {"**/spec.{yaml,yml}", kFeatureSpec},
    {"**/trust_model.yaml", kTrustModel},
    {"**/*.af", kAgentFile},
    {"**/metrics/compound.yaml", kCompoundMetrics},
    {"**/claude-progress.txt", kProgressFile},
    {"**/{claude-step,claude-chain}/*/configuration.{yml,yaml,json}", kConfiguration},
    {"**/{projects,archive}/*.json", kProject},
});

bool has_all(const Value& root, std::initializer_list<std::string_view> keys) {
  return std::all_of(keys.begin(), keys.end(),
                     [&](std::string_view key) { return root.find(key) != nullptr; });
}

bool has_object(const Value& root, std::string_view key) {
  const Value* member = root.find(key);
  return member != nullptr && member->is_object();
}

bool has_any(const Value* root, std::initializer_list<std::string_view> keys) {
  return root != nullptr && std::any_of(keys.begin(), keys.end(), [&](std::string_view key) {
           return root->find(key) != nullptr;
         });
}

bool is_project(const Value& root) {
  const Value* name = root.find("project");
  if (name == nullptr || !name->is_string()) return false;
  return has_all(root, {"schema_version"}) || has_all(root, {"total_tasks"}) ||
         has_all(root, {"steps"}) || has_all(root, {"spec", "executions"});
}

}  // namespace

std::string_view name_of(DocumentKind kind) {
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const auto& entry) { return entry.first == kind; });
  return found->second;
}

std::optional<DocumentKind> find_document_kind(std::string_view name) {
  for (const auto& [kind, word] : kNames) {
    if (word == name) return kind;
  }
  return std::nullopt;
}

const std::vector<std::string_view>& document_kind_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    all.reserve(kNames.size());
    for (const auto& entry : kNames) all.push_back(entry.second);
    return all;
  }();
  return names;
}

std::optional<DocumentKind> kind_of_path(std::string_view path) {
  for (const auto& [pattern, kind] : kPatterns) {
    if (model::glob_matches(pattern, path)) return kind;
  }
  return std::nullopt;
}

std::string_view telling_key(DocumentKind kind) {
  if (kind == kFeatureSpec) return "feature";
  if (kind == kTrustModel) return "trust_levels";
  if (kind == kAgentFile) return "agent";
  if (kind == kCompoundMetrics) return "metrics";
  if (kind == kProject) return "project";
  return {};
}

std::optional<DocumentKind> kind_of_root(const Value& root) {
  if (!root.is_object()) return std::nullopt;
  if (has_object(root, "feature")) return kFeatureSpec;
  if (has_object(root, "trust_levels")) return kTrustModel;
  if (has_object(root, "agent")) return kAgentFile;
  if (has_all(root, {"metrics", "period"})) return kCompoundMetrics;
  if (has_object(root, "task")) return kTaskSpec;
  if (has_object(root, "api")) return kApiContract;
  if (has_object(root, "phase_data")) return kPhaseData;
  if (has_all(root, {"session_info", "current_state"})) return kProgressFile;
  if (has_all(root, {"repository", "requested_spec_input"})) return kAutomationRun;
  if (is_project(root)) return kProject;
  return std::nullopt;
}

bool is_surely(DocumentKind kind, const Value& root) {
  if (kind == kFeatureSpec) return has_any(&root, {"objective", "requirements", "tasks"});
  if (kind == kAgentFile) return has_any(&root, {"memory", "context", "state", "tools"});
  if (kind == kTaskSpec) {
    const Value* task = root.find("task");
    return has_any(task, {"acceptance_criteria", "done_when"}) ||
           (task != nullptr && has_all(*task, {"id", "title", "role"}));
  }
  if (kind == kApiContract) return has_any(root.find("api"), {"endpoints"});
  return true;
}

}  // namespace claudestep::cli
