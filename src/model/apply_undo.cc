// Taking a commit back: putting a project where it was, as it was.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/derive.h"
#include "model/operation_parts.h"

namespace claudestep::model {
namespace {

constexpr std::size_t kMostNames = 3;  // former ones that a refusal tells

// ", which was 'a', 'b' before", as far as the project can be read and had other names.
std::string former_names_of(Branch& branch, const std::string& name) {
  const auto project = branch.get(name);
  if (!project || !(*project)->former_names) return {};
  const std::vector<Text>& names = *(*project)->former_names;
  std::string told;
  for (std::size_t at = 0; at < std::min(names.size(), kMostNames); ++at) {
    told += (at == 0 ? "" : ", ") + quoted(names[at].value);
  }
  if (names.size() > kMostNames) told += fmt::format(" and {} more", names.size() - kMostNames);
  return told.empty() ? told : fmt::format(", which was {} before", told);
}

std::string make_room(const std::string& name) {
  return fmt::format("give that one another name, then try again: claudestep project rename {} NEW",
                     shell_word(name, "PROJECT"));
}

// Refuses to bring `name` back where another project has it, or its letter-case twin, by now.
Status check_free(Branch& branch, const UndoCommit& op, const std::string& name) {
  const std::string cannot = fmt::format("undo {}", op.commit.substr(0, 7));
  const std::string again =
      branch.find(op.project) && op.project != name
          ? fmt::format("{} would be {} again, and ", quoted(op.project), quoted(name))
          : "";
  if (const auto shelf = branch.find(name)) {
    return refuse(ErrorCode::kConflict, cannot,
                  fmt::format("{}there is another project {} by now{}{}", again, quoted(name),
                              *shelf == Shelf::kArchive ? ", in the archive" : "",
                              former_names_of(branch, name)),
                  make_room(name));
  }
  if (const auto twin = branch.case_twin(name); twin && *twin != op.project) {
    return refuse(ErrorCode::kConflict, cannot,
                  fmt::format("{}{} exists, from which {} differs by letter case alone", again,
                              quoted(*twin), quoted(name)),
                  make_room(*twin));
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
