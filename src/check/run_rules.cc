#include <map>
#include <string>
#include <utility>

#include "base/text.h"
#include "check/document_findings.h"
#include "check/document_rules.h"

namespace claudestep::check {
namespace {

constexpr std::size_t kLongestPath = 80;

// Whether a path leads out of the folder that it is relative to.
bool leads_out(std::string_view path) {
  if (path.starts_with('/') || path.starts_with('~')) return true;
  if (path.find('\\') != std::string_view::npos || path.find('\0') != std::string_view::npos) {
    return true;
  }
  int depth = 0;
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (name == "..") {
      if (--depth < 0) return true;
    } else if (!name.empty() && name != ".") {
      ++depth;
    }
    if (slash == std::string_view::npos) return depth == 0;
    path.remove_prefix(slash + 1);
  }
}

void check_run_times(const std::optional<model::Words>& started,
                     const std::optional<model::Words>& completed, DocumentFindings& findings) {
  if (!started || !completed) return;
  check_order(findings, "run/date-order", "started_at", *started, "completed_at", *completed);
}

}  // namespace

std::vector<Diagnostic> check_automation_run(const model::AutomationRun& run, bool /*is_whole*/,
                                             const std::string& file) {
  DocumentFindings findings(file);
  check_run_times(run.started_at, run.completed_at, findings);
  std::map<std::pair<model::RunPhase, std::int64_t>, std::uint32_t> lines;
  for (const model::TaskState& state : run.task_states) {
    check_run_times(state.started_at, state.completed_at, findings);
    if (state.attempt.value == 0 || state.phase.origin.path.empty()) continue;
    const auto [known, is_new] =
        lines.try_emplace({state.phase.value, state.attempt.value}, state.origin.mark.line);
    if (is_new) continue;
    findings.add("run/duplicate-state", state.origin,
                 "attempt " + std::to_string(state.attempt.value) + " of " +
                     std::string(model::word_of(state.phase.value)) + " is there already in line " +
                     std::to_string(known->second));
  }
  for (const model::Artifact& artifact : run.artifacts) {
    const model::Words& path = artifact.storage_path;
    if (path.value.empty() || !leads_out(path.value)) continue;
    findings.add("run/artifact-path", path.origin,
                 quoted(path.value, kLongestPath) + " is not inside the folder of artifacts");
  }
  return findings.take();
}

}  // namespace claudestep::check
