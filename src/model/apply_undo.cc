// Taking a commit back: putting a project where it was, as it was.
#include <fmt/format.h>

#include "base/text.h"
#include "model/derive.h"
#include "model/operation_parts.h"

namespace claudestep::model {
namespace {

// Refuses to bring `name` back where another project has it, or its letter-case twin, by now.
Status check_free(Branch& branch, const UndoCommit& op, const std::string& name) {
  const std::string cannot = fmt::format("undo {}", op.commit.substr(0, 7));
  if (branch.find(name)) {
    return refuse(ErrorCode::kConflict, cannot,
                  fmt::format("there is another project {} by now", quoted(name)),
                  fmt::format("claudestep log {}", shell_word(name, "PROJECT")));
  }
  if (const auto twin = branch.case_twin(name); twin && *twin != op.project) {
    return refuse(ErrorCode::kConflict, cannot,
                  fmt::format("{} exists, and {} differs from it by letter case alone",
                              quoted(*twin), quoted(name)),
                  fmt::format("claudestep log {}", shell_word(*twin, "PROJECT")));
  }
  return {};
}

}  // namespace

Status apply_to(Branch& branch, const UndoCommit& op, Instant now) {
  const bool there = branch.find(op.project).has_value();
  if (!op.restored) {
    if (there) branch.erase(op.project);
    return {};
  }
  const UndoCommit::Restored& restored = *op.restored;
  const bool renamed = restored.name != op.project;
  if (!there || renamed) CS_TRY(check_free(branch, op, restored.name));
  if (branch.find(op.project) != restored.shelf) {
    CS_TRY(branch.check_alone(fmt::format("undo {}", op.commit.substr(0, 7)), op.project));
  }
  if (there && !renamed) {
    // One that cannot be read is replaced all the same.
    const auto current = branch.get(op.project);
    const bool same = current && branch.find(op.project) == restored.shelf &&
                      equal_but_for_last_updated(**current, restored.project);
    if (same && !restored.bytes) return {};
  }
  if (there && renamed) branch.erase(op.project);
  if (restored.bytes) {
    branch.put_bytes(restored.name, restored.shelf, restored.project, *restored.bytes);
    return {};
  }
  Project project = restored.project;
  touch(branch, project, now);
  branch.put(restored.name, restored.shelf, std::move(project));
  return {};
}

}  // namespace claudestep::model
