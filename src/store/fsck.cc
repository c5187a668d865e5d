#include "store/fsck.h"

#include <iterator>
#include <utility>

#include "base/text.h"
#include "store/fsck_frame.h"
#include "store/fsck_walk.h"
#include "store/remote.h"

namespace claudestep::store {

namespace {

// Why no view could be opened: a ref that names no commit, or a tip that is not whole.
void explain_unopened(const git::Repository& repository, const ViewOptions& options,
                      const Error& error, std::vector<check::Diagnostic>& findings) {
  std::vector<std::string> refs{options.ref};
  if (!options.local) {
    const auto tracking = tracking_ref_of(repository, options.ref);
    if (tracking && *tracking) refs.push_back(**tracking);
  }
  FsckWalk walk(repository, findings);
  for (const std::string& ref : refs) {
    const auto tip = repository.find_ref(ref);
    if (!tip) {
      findings.push_back(check::diagnose("ref/broken", Place{ref}, tip.error().message));
    } else if (*tip) {
      walk.history(**tip, ref);
      const auto commit = repository.read_commit(**tip);
      if (commit) walk.tree(commit->tree, ref, [](const ProjectEntry&, const std::string&) {});
    }
  }
  if (findings.empty()) {
    findings.push_back(check::diagnose("object/corrupt", Place{options.ref}, error.message));
  }
}

bool is_damage(ErrorCode code) {
  return code == ErrorCode::kCorrupt || code == ErrorCode::kUnsupported;
}

Status check_view(const git::Repository& repository, const View& view, const FsckOptions& options,
                  FsckReport& report) {
  FsckWalk walk(repository, report.diagnostics);
  walk.history(*view.commit(), view.ref());
  walk.tree(*view.tree(), view.ref(), [&](const ProjectEntry& entry, std::string bytes) {
    ++report.files;
    auto findings = check_file(std::move(bytes), {entry.path(), entry.name, options.view.now});
    report.diagnostics.insert(report.diagnostics.end(), std::make_move_iterator(findings.begin()),
                              std::make_move_iterator(findings.end()));
  });
  check::sort_diagnostics(report.diagnostics);
  if (!options.frame) return {};
  return check_frame(repository, *view.commit(), view.ref(), report);
}

}  // namespace

Result<FsckReport> fsck(const git::Repository& repository, const FsckOptions& options) {
  const StrictReads strict;
  FsckReport report;
  const auto view = View::open(repository, options.view);
  if (!view) {
    if (!is_damage(view.error().code)) return fail(view.error());
    explain_unopened(repository, options.view, view.error(), report.diagnostics);
    check::sort_diagnostics(report.diagnostics);
    return report;
  }
  report.has_branch = view->commit().has_value();
  if (report.has_branch) CS_TRY(check_view(repository, *view, options, report));
  return report;
}

}  // namespace claudestep::store
