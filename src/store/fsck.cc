#include "store/fsck.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "store/fsck_frame.h"
#include "store/fsck_walk.h"
#include "store/remote.h"

namespace claudestep::store {

namespace {

// Appends what is wrong with the file to `report`.
void check_project_file(const ProjectEntry& entry, std::string bytes, Instant now,
                        FsckReport& report) {
  ++report.files;
  auto findings = check_file(std::move(bytes), {entry.path(), entry.name, now});
  report.diagnostics.insert(report.diagnostics.end(), std::make_move_iterator(findings.begin()),
                            std::make_move_iterator(findings.end()));
}

// Why no view could be opened: a ref that names no commit, or commits and trees that are not whole.
// Both branches are looked at, each for itself; a file that is the same in both is read once.
void explain_unopened(const git::Repository& repository, const FsckOptions& options,
                      const Error& error, FsckReport& report) {
  std::vector<check::Diagnostic>& findings = report.diagnostics;
  std::vector<std::string> refs{options.view.ref};
  if (!options.view.local) {
    const auto tracking = tracking_ref_of(repository, options.view.ref);
    if (tracking && *tracking) refs.push_back(**tracking);
  }
  FsckWalk walk(repository, findings);
  std::set<std::pair<std::string, git::ObjectId>> read;
  for (const std::string& ref : refs) {
    const auto tip = repository.find_ref(ref);
    if (!tip) {
      findings.push_back(check::diagnose("ref/broken", Place{ref}, tip.error().one_line()));
      continue;
    }
    if (!*tip) continue;
    walk.history(**tip, ref);
    const auto commit = repository.read_commit(**tip);
    if (!commit) continue;
    walk.tree(commit->tree, ref, [&](const ProjectEntry& entry, std::string bytes) {
      if (!read.emplace(entry.path(), entry.blob).second) return;
      check_project_file(entry, std::move(bytes), options.view.now, report);
    });
  }
  if (findings.empty()) {
    findings.push_back(check::diagnose("object/corrupt", Place{options.view.ref}, error.message));
  }
  check::sort_diagnostics(findings);
  findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
  if (!options.frame) return;
  const auto local = repository.find_ref(refs.front());
  const std::string& judged = local && !*local ? refs.back() : refs.front();
  if (const auto tip = repository.find_ref(judged); tip && *tip) {
    return check_frame(repository, **tip, judged, report);
  }
  tell_not_judged(judged, report);
}

bool is_damage(ErrorCode code) {
  return code == ErrorCode::kCorrupt || code == ErrorCode::kUnsupported;
}

void check_view(const git::Repository& repository, const View& view, const FsckOptions& options,
                FsckReport& report) {
  FsckWalk walk(repository, report.diagnostics);
  walk.history(*view.commit(), view.ref());
  walk.tree(*view.tree(), view.ref(), [&](const ProjectEntry& entry, std::string bytes) {
    check_project_file(entry, std::move(bytes), options.view.now, report);
  });
  check::sort_diagnostics(report.diagnostics);
  if (options.frame) check_frame(repository, *view.commit(), view.ref(), report);
}

}  // namespace

Result<FsckReport> fsck(const git::Repository& repository, const FsckOptions& options) {
  const StrictReads strict;
  FsckReport report;
  const auto view = View::open(repository, options.view);
  if (!view) {
    if (!is_damage(view.error().code)) return fail(view.error());
    explain_unopened(repository, options, view.error(), report);
    return report;
  }
  report.has_branch = view->commit().has_value();
  if (report.has_branch) check_view(repository, *view, options, report);
  return report;
}

}  // namespace claudestep::store
