#include "store/tree_projects.h"

#include "model/shelf.h"

namespace claudestep::store {

Status TreeProjects::read(const git::Repository& repository, const git::ObjectId (&trees)[3],
                          const std::set<std::string>& names) {
  for (const Side side : {kOurs, kTheirs}) {
    for (const model::Shelf shelf : model::kShelves) {
      if (trees[side].is_zero()) continue;
      CS_ASSIGN(const auto place, repository.find_entry(trees[side], folder_name(shelf)));
      if (place && place->mode != git::FileMode::kTree) lost_.emplace(side, shelf);
    }
  }
  for (const Side side : kSides) {
    CS_ASSIGN(const auto found, versions_.find(trees[side], names));
    for (const auto& [name, placed] : found) placed_[name][side] = placed;
  }
  return {};
}

std::optional<Placed> TreeProjects::find(Side side, std::string_view name) const {
  const auto found = placed_.find(name);
  return found == placed_.end() ? std::nullopt : found->second[side];
}

std::vector<NamedFiles> TreeProjects::files() const {
  std::vector<NamedFiles> files;
  for (const auto& [name, at] : placed_) {
    files.push_back({name, {at[kBase], at[kOurs], at[kTheirs]}});
  }
  return files;
}

bool TreeProjects::has_lost(Side side, model::Shelf shelf) const {
  return lost_.contains({side, shelf});
}

Result<bool> TreeProjects::may_be_renamed(Side, std::string_view) const {
  return true;
}

Result<std::optional<Identity>> TreeProjects::identity(Side side, std::string_view name) const {
  const auto placed = find(side, name);
  const auto version = placed ? versions_.read(placed->blob) : nullptr;
  return version && version->readable ? std::optional(version->identity) : std::nullopt;
}

}  // namespace claudestep::store
