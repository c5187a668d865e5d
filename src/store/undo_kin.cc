#include "store/undo_kin.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "store/undo_parts.h"

namespace claudestep::store {

namespace {

// Whether `other` surely is `who`; one without tasks is told by its name and its time alone.
bool is_one(const Identity& who, const Identity& other) {
  return is_the_same(who, other) || (who.tasks.empty() && who.created_at && can_be(who, other));
}

}  // namespace

void UndoKin::begin(const Shelves& before, std::vector<ProjectEntry> left) {
  before_ = before;
  left_ = std::move(left);
}

std::optional<Identity> UndoKin::identity_at(const ProjectEntry& entry) const {
  const auto project = reader_.read(entry);
  if (!*project) return std::nullopt;
  return identity_of(**project);
}

Result<std::optional<ProjectEntry>> UndoKin::find_called(std::string_view name,
                                                         const Identity* who) {
  CS_TRY(read());
  const auto called = once_called_.find(name);
  if (called == once_called_.end()) return std::optional<ProjectEntry>();
  for (const std::size_t at : called->second) {
    const Known& known = (*known_)[at];
    if (who == nullptr || can_be(*who, known.who)) return std::optional(known.entry);
  }
  return std::optional<ProjectEntry>();
}

Result<std::optional<ProjectEntry>> UndoKin::find_twin(const ProjectEntry& gone,
                                                       const Identity& who) {
  CS_TRY(read_before());
  std::optional<std::size_t> first;
  const auto look = [&](const Places& places) -> Status {
    for (const std::size_t at : places) {
      if (first && at >= *first) break;
      const Known& known = (*known_)[at];
      if (known.is_left || !is_one(who, known.who)) continue;
      CS_ASSIGN(const bool is_copy, was_beside(known, gone, who));
      if (!is_copy) first = at;
    }
    return {};
  };
  // Whatever had its name before is no copy of it, but itself.
  if (const auto found = named_.find(gone.name); found != named_.end()) {
    CS_TRY(look(found->second));
  }
  if (const auto found = once_called_.find(gone.name); found != once_called_.end()) {
    CS_TRY(look(found->second));
  }
  for (const std::string& task : who.tasks) {
    if (!who.created_at) break;
    const auto found = made_with_.find({*who.created_at, task});
    if (found != made_with_.end()) CS_TRY(look(found->second));
  }
  if (!first) return std::optional<ProjectEntry>();
  return std::optional((*known_)[*first].entry);
}

Result<bool> UndoKin::was_beside(const Known& known, const ProjectEntry& gone,
                                 const Identity& who) {
  CS_ASSIGN(const auto& before, known.before);
  return before && *before != gone && known.was && is_one(who, *known.was);
}

Status UndoKin::read() {
  if (known_) return {};
  CS_ASSIGN(auto entries, view_.entries());
  std::vector<Known> all;
  for (ProjectEntry& entry : entries) {
    auto who = identity_at(entry);
    if (!who) continue;
    for (const std::string& name : who->former_names) {
      Places& places = once_called_[name];
      if (places.empty() || places.back() != all.size()) places.push_back(all.size());
    }
    all.push_back({std::move(entry), *std::move(who), false, std::nullopt, std::nullopt});
  }
  known_ = std::move(all);
  return {};
}

Status UndoKin::read_before() {
  if (is_before_read_) return {};
  CS_TRY(read());
  const auto key = [](const ProjectEntry& entry) {
    return std::tuple(std::string_view(entry.name), entry.shelf, entry.blob);
  };
  std::set<std::tuple<std::string_view, model::Shelf, git::ObjectId>> left;
  for (const ProjectEntry& entry : left_) {
    if (entry.obstacle.empty()) left.insert(key(entry));
  }
  for (std::size_t at = 0; at < known_->size(); ++at) {
    Known& known = (*known_)[at];
    known.is_left = left.contains(key(known.entry));
    if (known.is_left) continue;
    known.before = find_entry(repository_, before_, known.entry.name);
    if (const auto* before = known.before ? &*known.before : nullptr; before && *before) {
      known.was = **before == known.entry ? known.who : identity_at(**before);
    }
    named_[known.entry.name].push_back(at);
    if (!known.who.created_at) continue;
    const bool is_of_one_time = known.was && known.was->created_at == known.who.created_at;
    for (const std::string& task : known.who.tasks) {
      // Whoever has that task stood beside it.
      if (is_of_one_time &&
          std::binary_search(known.was->tasks.begin(), known.was->tasks.end(), task)) {
        continue;
      }
      made_with_[{*known.who.created_at, task}].push_back(at);
    }
  }
  is_before_read_ = true;
  return {};
}

}  // namespace claudestep::store
