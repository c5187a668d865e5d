#include "store/undo_kin.h"

#include <algorithm>
#include <utility>

#include "store/undo_parts.h"

namespace claudestep::store {

std::optional<Identity> UndoKin::identity_at(const ProjectEntry& entry) const {
  const auto project = reader_.read(entry);
  if (!*project) return std::nullopt;
  return identity_of(**project);
}

Result<std::optional<ProjectEntry>> UndoKin::find_called(std::string_view name,
                                                         const Identity* who) {
  CS_TRY(read());
  for (const Known& known : *known_) {
    const auto& names = known.who.former_names;
    if (std::find(names.begin(), names.end(), name) == names.end()) continue;
    if (who == nullptr || can_be(*who, known.who)) return std::optional(known.entry);
  }
  return std::optional<ProjectEntry>();
}

Result<std::vector<ProjectEntry>> UndoKin::find_same(const Identity& who) {
  CS_TRY(read());
  std::vector<ProjectEntry> same;
  for (const Known& known : *known_) {
    if (is_the_same(who, known.who)) same.push_back(known.entry);
  }
  return same;
}

Status UndoKin::read() {
  if (known_) return {};
  CS_ASSIGN(auto entries, view_.entries());
  known_.emplace();
  for (ProjectEntry& entry : entries) {
    auto who = identity_at(entry);
    if (who) known_->push_back({std::move(entry), *std::move(who)});
  }
  return {};
}

}  // namespace claudestep::store
