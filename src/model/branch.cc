#include "model/branch.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace claudestep::model {

std::vector<std::string> ProjectSource::once_called(std::string_view name) const {
  std::vector<std::string> found;
  for (const std::string& known : names()) {
    const auto project = load(known);
    if (project && was_called(*project, name)) found.push_back(known);
  }
  return found;
}

bool was_called(const Project& project, std::string_view name) {
  return project.former_names &&
         std::any_of(project.former_names->begin(), project.former_names->end(),
                     [&](const Text& former) { return former.value == name; });
}

Error no_such_project(std::string_view name, const std::vector<std::string>& names,
                      const std::vector<std::string>& once_called) {
  Error error{ErrorCode::kNotFound, fmt::format("no project {}", quoted(name))};
  if (!once_called.empty()) {
    for (const std::string& now : once_called) {
      error.causes.push_back(fmt::format("it was renamed to {}", quoted(now)));
    }
    return std::move(error).hint(fmt::format("claudestep show {}", once_called.front()));
  }
  if (const auto near = nearest(name, names)) {
    return std::move(error).hint(fmt::format("did you mean {}?", quoted(*near)));
  }
  return std::move(error).hint("claudestep list");
}

std::optional<Shelf> Branch::find(std::string_view name) const {
  if (const auto slot = slots_.find(name); slot != slots_.end()) return slot->second.after;
  return source_->find(name);
}

std::vector<std::string> Branch::names() const {
  std::vector<std::string> names = source_->names();
  std::erase_if(names, [&](const std::string& name) { return !find(name); });
  const auto inherited = static_cast<std::ptrdiff_t>(names.size());
  for (const auto& [name, slot] : slots_) {
    if (slot.after && !slot.before) names.push_back(name);
  }
  std::inplace_merge(names.begin(), names.begin() + inherited, names.end());
  return names;
}

std::vector<std::string> Branch::once_called(std::string_view name) const {
  std::vector<std::string> found = source_->once_called(name);
  std::erase_if(found, [&](const std::string& known) { return slots_.contains(known); });
  for (const auto& [known, slot] : slots_) {
    const Project* project = slot.current ? slot.current.get() : slot.original.get();
    if (slot.after && project != nullptr && was_called(*project, name)) found.push_back(known);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::optional<std::string> Branch::case_twin(std::string_view name) {
  if (!folded_) {
    folded_.emplace();
    for (auto& known : names()) folded_->emplace(to_lower_ascii(known), known);
  }
  std::optional<std::string> twin;
  const auto [begin, end] = folded_->equal_range(to_lower_ascii(name));
  for (auto known = begin; known != end; ++known) {
    if (known->second == name || !find(known->second)) continue;
    if (!twin || known->second < *twin) twin = known->second;
  }
  return twin;
}

Status Branch::check_alone(std::string_view cannot, std::string_view name) const {
  const auto slot = slots_.find(name);
  const auto at = slot != slots_.end() ? slot->second.before : source_->find(name);
  if (!at || !source_->is_taken(name, other_than(*at))) return {};
  return fail(Error{ErrorCode::kConflict, fmt::format("cannot {}: there are both {} and {}", cannot,
                                                      quoted(path_of(name, Shelf::kProjects)),
                                                      quoted(path_of(name, Shelf::kArchive)))}
                  .hint(fmt::format("to give the one in projects/ another name, if it can be read: "
                                    "claudestep project rename {} NEW",
                                    name))
                  .hint("or remove one of the two by a commit of your own"));
}

Branch::Slot& Branch::slot_for(std::string_view name) {
  const auto found = slots_.find(name);
  if (found != slots_.end()) return found->second;
  Slot slot;
  slot.before = source_->find(name);
  slot.after = slot.before;
  return slots_.emplace(std::string(name), std::move(slot)).first->second;
}

Result<Branch::Slot*> Branch::load(std::string_view name) {
  if (!find(name)) return fail(no_such_project(name, names(), once_called(name)));
  if (const auto slot = slots_.find(name);
      slot != slots_.end() && (slot->second.current || slot->second.original)) {
    return &slot->second;
  }
  CS_ASSIGN(Project project, source_->load(name));
  Slot& slot = slot_for(name);
  slot.original = std::make_unique<const Project>(std::move(project));
  return &slot;
}

Result<const Project*> Branch::get(std::string_view name) {
  CS_ASSIGN(const Slot* slot, load(name));
  return slot->current ? slot->current.get() : slot->original.get();
}

Result<Project*> Branch::edit(std::string_view name) {
  CS_ASSIGN(Slot * slot, load(name));
  slot->bytes.reset();
  if (slot->current) return slot->current.get();
  if (const auto& version = slot->original->schema_version.value; is_newer_schema(version)) {
    return fail(newer_schema("cannot change " + quoted(name), version));
  }
  slot->current = std::make_unique<Project>(*slot->original);
  return slot->current.get();
}

void Branch::put(std::string_view name, Shelf shelf, Project project) {
  note_effect();
  Slot& slot = slot_for(name);
  slot.after = shelf;
  slot.current = std::make_unique<Project>(std::move(project));
  slot.bytes.reset();
  if (folded_) folded_->emplace(to_lower_ascii(name), std::string(name));
}

void Branch::put_bytes(std::string_view name, Shelf shelf, Project project, std::string bytes) {
  note_effect();
  put(name, shelf, std::move(project));
  slot_for(name).bytes = std::move(bytes);
}

void Branch::erase(std::string_view name) {
  note_effect();
  CS_CHECK(find(name));
  Slot& slot = slot_for(name);
  slot.after.reset();
  slot.current.reset();
  slot.bytes.reset();
  slot.forced = false;
}

void Branch::move(std::string_view name, Shelf shelf) {
  note_effect();
  const auto slot = slots_.find(name);
  CS_CHECK(slot != slots_.end() && slot->second.after);
  slot->second.after = shelf;
}

void Branch::force_rewrite(std::string_view name) {
  note_effect();
  const auto slot = slots_.find(name);
  CS_CHECK(slot != slots_.end() && slot->second.current);
  slot->second.forced = true;
}

std::vector<Branch::Change> Branch::changes() const {
  std::vector<Change> changes;
  for (const auto& [name, slot] : slots_) {
    if (!slot.after) {
      if (slot.before) {
        changes.push_back({name, slot.before, std::nullopt, nullptr, slot.original.get(), nullptr});
      }
      continue;
    }
    // A project that was replaced unread has no original to be equal to.
    const bool same_records =
        !slot.forced && !slot.bytes && slot.original &&
        (!slot.current || equal_but_for_last_updated(*slot.current, *slot.original));
    if (same_records && slot.before == slot.after) continue;
    changes.push_back({name, slot.before, slot.after,
                       same_records ? slot.original.get() : slot.current.get(), slot.original.get(),
                       slot.bytes ? &*slot.bytes : nullptr});
  }
  return changes;
}

}  // namespace claudestep::model
