#include "store/names_once.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/shelf.h"

namespace claudestep::store {

namespace {

using EntriesByName = std::map<std::string, std::vector<git::TreeEntry>>;

Result<EntriesByName> entries_by_name(const git::Repository& repository,
                                      const git::ObjectId& tree) {
  EntriesByName entries;
  if (tree.is_zero()) return entries;
  CS_ASSIGN(git::Tree read, repository.read_tree(tree));
  for (git::TreeEntry& entry : read.entries) entries[entry.name].push_back(std::move(entry));
  return entries;
}

// The folder of that name; zero where there is none, or no single one.
git::ObjectId folder_in(const EntriesByName& entries, const std::string& name) {
  const auto found = entries.find(name);
  const bool is_folder = found != entries.end() && found->second.size() == 1 &&
                         found->second.front().mode == git::FileMode::kTree;
  return is_folder ? found->second.front().id : git::ObjectId();
}

const git::TreeEntry& meant(const std::vector<git::TreeEntry>& twice, const EntriesByName& before) {
  const auto was = before.find(twice.front().name);
  if (was != before.end() && was->second.size() == 1) return was->second.front();
  return *std::max_element(twice.begin(), twice.end(),
                           [](const git::TreeEntry& a, const git::TreeEntry& b) {
                             return std::pair(a.id, a.raw_mode) < std::pair(b.id, b.raw_mode);
                           });
}

// What takes the names away, and what puts one entry in the place of each.
struct Mending {
  std::vector<git::TreeChange> removals;
  std::vector<git::TreeChange> entries;

  void add(const std::string& folder, const EntriesByName& now, const EntriesByName& before) {
    for (const auto& [name, entries_of] : now) {
      const bool is_shelf = folder.empty() && model::shelf_named(name);
      if (entries_of.size() == 1 || is_shelf) continue;
      const git::TreeEntry& entry = meant(entries_of, before);
      git::TreeChange change;
      change.path = folder + name;
      change.whole = true;
      removals.push_back(change);
      change.blob = entry.id;
      change.mode = static_cast<git::FileMode>(entry.raw_mode);
      entries.push_back(std::move(change));
    }
  }
};

Result<git::ObjectId> changed_in_memory(const git::Repository& repository,
                                        const git::ObjectId& tree,
                                        const std::vector<git::TreeChange>& changes) {
  CS_ASSIGN(auto batch, repository.begin_objects());
  CS_ASSIGN(const git::ObjectId changed, batch.add_tree(tree, changes));
  (void)batch.hold();
  return changed;
}

}  // namespace

Result<git::ObjectId> with_names_once(const git::Repository& repository, git::ObjectId tree,
                                      git::ObjectId before) {
  if (tree.is_zero()) return tree;
  CS_ASSIGN(const auto now, entries_by_name(repository, tree));
  CS_ASSIGN(const auto old, entries_by_name(repository, before));
  Mending mending;
  mending.add("", now, old);
  for (const model::Shelf shelf : model::kShelves) {
    const std::string folder(folder_name(shelf));
    CS_ASSIGN(const auto inside, entries_by_name(repository, folder_in(now, folder)));
    CS_ASSIGN(const auto inside_before, entries_by_name(repository, folder_in(old, folder)));
    mending.add(folder_prefix(shelf), inside, inside_before);
  }
  if (mending.removals.empty()) return tree;
  CS_ASSIGN(const auto cleared, changed_in_memory(repository, tree, mending.removals));
  return changed_in_memory(repository, cleared, mending.entries);
}

}  // namespace claudestep::store
