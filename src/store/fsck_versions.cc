#include "store/fsck_versions.h"

#include <string_view>
#include <utility>

#include "codec/project_codec.h"
#include "model/derive.h"
#include "model/project_name.h"
#include "model/shelf.h"
#include "store/merge_entries.h"
#include "store/view.h"

namespace claudestep::store {

namespace {

constexpr std::size_t kMostKept = 2048;
// Looking for one name goes through a tree, as does reading all of it.
constexpr std::size_t kFewNames = 16;

bool is_version_file(const git::TreeEntry& entry) {
  return entry.mode == git::FileMode::kFile || entry.mode == git::FileMode::kExecutable;
}

// The project that an entry of projects/ or archive/ is a file of.
std::optional<std::string> project_name(const git::TreeEntry& entry) {
  const auto name = is_version_file(entry) ? model::name_in_file_name(entry.name) : std::nullopt;
  if (!name || !model::check_project_name(*name)) return std::nullopt;
  return std::string(*name);
}

std::string id_of(const std::optional<git::TreeEntry>& entry) {
  return entry ? entry->id.hex() : std::string();
}

}  // namespace

bool is_project_file(const git::TreeEntry& entry) {
  return project_name(entry).has_value();
}

Status Versions::add_shelf(model::Shelf shelf, const git::ObjectId& before,
                           const git::ObjectId& after, TreeStep& step) const {
  const std::string folder = folder_prefix(shelf);
  std::set<std::string> twice;
  CS_ASSIGN(const auto differences, repository_.diff_trees(before, after, &twice));
  for (const std::string& name : twice) step.twice.insert(folder + name);
  for (const git::TreeDifference& difference : differences) {
    const auto& entry = difference.before ? *difference.before : *difference.after;
    const auto old_name = difference.before ? project_name(*difference.before) : std::nullopt;
    const auto new_name = difference.after ? project_name(*difference.after) : std::nullopt;
    if (old_name) step.projects[*old_name].before = Placed{shelf, difference.before->id};
    if (new_name) step.projects[*new_name].after = Placed{shelf, difference.after->id};
    if (old_name || new_name) continue;
    step.others[folder + entry.name] = {id_of(difference.before), id_of(difference.after)};
  }
  return {};
}

Result<TreeStep> Versions::step(const git::ObjectId& before, const git::ObjectId& after) const {
  TreeStep step;
  step.before = before;
  CS_ASSIGN(const auto differences, repository_.diff_trees(before, after, &step.twice));
  for (const git::TreeDifference& difference : differences) {
    const auto& entry = difference.before ? *difference.before : *difference.after;
    const auto shelf = model::shelf_named(entry.name);
    const git::ObjectId old_folder = folder_of(difference.before);
    const git::ObjectId new_folder = folder_of(difference.after);
    if (shelf && !(old_folder.is_zero() && new_folder.is_zero())) {
      CS_TRY(add_shelf(*shelf, old_folder, new_folder, step));
    } else {
      step.others[entry.name] = {id_of(difference.before), id_of(difference.after)};
    }
  }
  return step;
}

std::shared_ptr<const Version> Versions::read(const git::ObjectId& blob) {
  if (const auto kept = kept_.find(blob); kept != kept_.end()) return kept->second;
  auto version = std::make_shared<Version>();
  if (const auto bytes = repository_.read_blob(blob)) {
    if (auto project = codec::read_project(*bytes, "")) {
      version->readable = true;
      version->project = *std::move(project);
      model::settle(version->project);
      version->identity = identity_of(version->project);
      version->facts = facts_of(version->project);
    }
  }
  if (kept_.size() >= kMostKept) kept_.clear();
  return kept_.emplace(blob, std::move(version)).first->second;
}

Result<std::optional<Placed>> Versions::find(const git::ObjectId& tree,
                                             const std::string& name) const {
  std::optional<Placed> none;
  if (tree.is_zero()) return none;
  for (const model::Shelf shelf : model::kShelves) {
    CS_ASSIGN(const auto entry, repository_.find_entry(tree, folder_name(shelf)));
    if (!entry || entry->mode != git::FileMode::kTree) continue;
    CS_ASSIGN(const auto file, repository_.find_entry(entry->id, model::file_name_of(name)));
    if (file && is_version_file(*file)) return std::optional(Placed{shelf, file->id});
  }
  return none;
}

Result<std::map<std::string, Placed>> Versions::find(const git::ObjectId& tree,
                                                     const std::set<std::string>& names) const {
  std::map<std::string, Placed> found;
  if (tree.is_zero()) return found;
  const auto look_up = [&](const std::string& name) -> Status {
    CS_ASSIGN(const auto placed, find(tree, name));
    if (placed) found.insert_or_assign(name, *placed);
    return {};
  };
  if (names.size() <= kFewNames) {
    for (const std::string& name : names) CS_TRY(look_up(name));
    return found;
  }
  std::set<std::string> twice;  // on one shelf
  for (const model::Shelf shelf : model::kShelves) {
    CS_ASSIGN(const auto place, repository_.find_entry(tree, folder_name(shelf)));
    if (!place || place->mode != git::FileMode::kTree) continue;
    CS_ASSIGN(const git::Tree folder, repository_.read_tree(place->id));
    std::set<std::string_view> here;
    for (const git::TreeEntry& entry : folder.entries) {
      const auto file = model::name_in_file_name(entry.name);
      const auto name = file ? names.find(std::string(*file)) : names.end();
      if (name == names.end()) continue;
      if (!here.insert(*name).second) twice.insert(*name);
      if (is_version_file(entry)) found.emplace(*name, Placed{shelf, entry.id});
    }
  }
  for (const std::string& name : twice) {
    found.erase(name);
    CS_TRY(look_up(name));
  }
  return found;
}

}  // namespace claudestep::store
