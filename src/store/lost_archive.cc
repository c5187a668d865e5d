#include "store/lost_archive.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "model/branch.h"
#include "store/fsck_names.h"
#include "store/fsck_trailer.h"
#include "store/lineages.h"
#include "store/project_births.h"
#include "store/project_changes.h"
#include "store/undo_parts.h"
#include "store/view.h"

namespace claudestep::store {

namespace {

using model::Shelf;

constexpr std::size_t kMostCommitsAsked = 1000;
constexpr Shelf kBothShelves[] = {Shelf::kProjects, Shelf::kArchive};
constexpr std::string_view kProjectSuffix = ".json";

bool is_project_file(std::string_view name) {
  return name.ends_with(kProjectSuffix);
}

std::string project_of(std::string_view name) {
  if (is_project_file(name)) name.remove_suffix(kProjectSuffix.size());
  return std::string(name);
}

std::string file_of(const std::string& project) {
  return project + std::string(kProjectSuffix);
}

tl::unexpected<Error> not_told(std::string what) {
  return fail(ErrorCode::kCorrupt, std::move(what));
}

std::string commit_word(const git::Commit& commit) {
  return "commit " + short_id(commit.id);
}

// What lies in a folder under a name.
struct Item {
  // Where its folder is lost, the last that is known; without an id where that had another name.
  git::TreeEntry entry;
  // Two are the same when this is: the contents, or the commit that last did something to it.
  git::ObjectId mark;
};
using Items = std::map<std::string, Item>;

struct Folder {
  Items items;
  git::ObjectId version;  // one that can be read, from which it was told; zero: none
};
using FolderPtr = std::shared_ptr<const Folder>;

Items items_of(const git::Tree& tree) {
  Items items;
  for (const git::TreeEntry& entry : tree.entries) items[entry.name] = {entry, entry.id};
  return items;
}

std::set<std::string> projects_in(const Items& items) {
  std::set<std::string> names;
  for (const auto& [name, item] : items) {
    if (is_project_file(name)) names.insert(name);
  }
  return names;
}

// Where a name lies in a tree, if anywhere.
struct Lying {
  Shelf shelf = Shelf::kProjects;
  Item item;
};

bool is_same(const std::optional<Lying>& a, const std::optional<Lying>& b) {
  if (!a || !b) return !a && !b;
  return a->shelf == b->shelf && a->item.mark == b->item.mark;
}

bool is_archived(const std::optional<Lying>& lying) {
  return lying && lying->shelf == Shelf::kArchive;
}

// Both folders of a commit.
class Shelving {
 public:
  Shelving() = default;
  Shelving(FolderPtr projects, FolderPtr archive)
      : folders_{std::move(projects), std::move(archive)} {}

  [[nodiscard]] const Folder& of(Shelf shelf) const {
    return *folders_[static_cast<std::size_t>(shelf)];
  }

  [[nodiscard]] std::optional<Lying> find(const std::string& name) const {
    for (const Shelf shelf : kBothShelves) {
      if (shelf == Shelf::kProjects && !is_project_file(name)) continue;
      const auto found = of(shelf).items.find(name);
      if (found != of(shelf).items.end()) return Lying{shelf, found->second};
    }
    return std::nullopt;
  }

 private:
  std::array<FolderPtr, 2> folders_;
};

class ArchiveTeller {
 public:
  explicit ArchiveTeller(const git::Repository& repository) : repository_(repository) {}

  Result<ToldArchive> tell(const git::Commit& tip) {
    CS_ASSIGN(const Shelving shelving, shelving_of(tip));
    const Folder& archive = shelving.of(Shelf::kArchive);
    ToldArchive told;
    if (!archive.version.is_zero()) told.version = archive.version;
    for (const auto& [name, item] : archive.items) {
      const bool is_twice =
          is_project_file(name) && shelving.of(Shelf::kProjects).items.contains(name);
      if (is_twice) return not_told(quoted(name) + " would be in both folders");
      git::TreeEntry entry = item.entry;
      if (!can_be_read(entry)) {
        CS_ASSIGN(entry, newest_contents(tip, name));
      }
      told.files.emplace(name, std::move(entry));
    }
    CS_TRY(check_once(told, shelving.of(Shelf::kProjects).items));
    return told;
  }

 private:
  // --- what a folder has

  Result<Shelving> shelving_of(const git::Commit& commit) {
    CS_ASSIGN(FolderPtr projects, folder(commit, Shelf::kProjects));
    CS_ASSIGN(FolderPtr archive, folder(commit, Shelf::kArchive));
    return Shelving(std::move(projects), std::move(archive));
  }

  Result<FolderPtr> folder(const git::Commit& commit, Shelf shelf) {
    CS_ASSIGN(const git::ObjectId id, id_of(commit, shelf));
    if (id.is_zero()) return std::make_shared<const Folder>();
    if (const auto known = known_.find(id); known != known_.end()) return known->second;
    Folder told;
    if (const auto tree = repository_.read_tree(id)) {
      told = {items_of(*tree), id};
    } else {
      CS_ASSIGN(const git::Commit first, first_with(commit, shelf, id));
      if (first.parents.size() == 1) {
        CS_ASSIGN(told, after_operations(first, shelf));
      } else {
        CS_ASSIGN(told, after_merge(first, shelf));
      }
    }
    auto kept = std::make_shared<const Folder>(std::move(told));
    known_.emplace(id, kept);
    return kept;
  }

  Result<git::ObjectId> id_of(const git::Commit& commit, Shelf shelf) const {
    const auto shelves = shelves_of(repository_, commit.tree);
    if (!shelves) return not_told("the tree of " + commit_word(commit) + " is lost");
    return shelves->of(shelf);
  }

  Result<git::Commit> parent_of(const git::Commit& commit, std::size_t at = 0) const {
    auto parent = repository_.read_commit(commit.parents[at]);
    if (!parent) return not_told("a commit that " + commit_word(commit) + " is built on is lost");
    return parent;
  }

  // The commit that came to have the folder, which the others have from it.
  Result<git::Commit> first_with(const git::Commit& commit, Shelf shelf, const git::ObjectId& id) {
    git::Commit first = commit;
    for (bool is_older = true; is_older;) {
      CS_TRY(ask_one_more());
      is_older = false;
      for (std::size_t at = 0; at < first.parents.size() && !is_older; ++at) {
        CS_ASSIGN(git::Commit parent, parent_of(first, at));
        CS_ASSIGN(const git::ObjectId before, id_of(parent, shelf));
        is_older = before == id;
        if (is_older) first = std::move(parent);
      }
    }
    return first;
  }

  Status ask_one_more() {
    if (++asked_ > kMostCommitsAsked) return not_told("it was lost too many commits ago");
    return {};
  }

  // --- what a commit says that it did

  Result<Folder> after_operations(const git::Commit& commit, Shelf wanted) {
    CS_ASSIGN(const git::Commit parent, parent_of(commit));
    CS_ASSIGN(const Shelving before, shelving_of(parent));
    const NamedOperations named = named_operations(commit.message);
    const bool is_all_named =
        named.is_ours() && named.complete && named.carried.empty() && named.files.empty();
    if (!is_all_named) return says_nothing(commit);
    std::map<Shelf, Items> after;
    for (const Shelf shelf : kBothShelves) after[shelf] = before.of(shelf).items;
    std::vector<std::pair<std::string, Lying>> put;
    const ProjectLines lines(named.operations);
    for (const ProjectLine& line : lines.all()) {
      Lying lying{Shelf::kProjects, {}};
      if (line.before) {
        const auto had = before.find(file_of(*line.before));
        if (!had) return says_nothing(commit);
        lying = *had;
        after[lying.shelf].erase(file_of(*line.before));
      }
      for (const NamedOperation* operation : line.operations) {
        const bool may_be_any = operation->name == "undo" || !is_known_operation(operation->name);
        if (may_be_any) return says_nothing(commit);
        if (operation->name == "archive") lying.shelf = Shelf::kArchive;
        if (operation->name == "unarchive") lying.shelf = Shelf::kProjects;
      }
      if (!line.after) continue;
      if (line.before != line.after) lying.item.entry = {};
      lying.item.mark = commit.id;
      put.emplace_back(file_of(*line.after), std::move(lying));
    }
    for (auto& [name, lying] : put) {
      const bool is_taken =
          after[Shelf::kProjects].contains(name) || after[Shelf::kArchive].contains(name);
      if (is_taken) return says_nothing(commit);
      after[lying.shelf][name] = std::move(lying.item);
    }
    CS_TRY(bear_out(commit, after));
    return Folder{std::move(after[wanted]), before.of(wanted).version};
  }

  static tl::unexpected<Error> says_nothing(const git::Commit& commit) {
    return not_told(commit_word(commit) + " does not say what it did to it");
  }

  // Holds what was told to the folders that can be read.
  Status bear_out(const git::Commit& commit, const std::map<Shelf, Items>& after) const {
    for (const auto& [shelf, items] : after) {
      CS_ASSIGN(const git::ObjectId id, id_of(commit, shelf));
      const auto tree = id.is_zero() ? Result<git::Tree>(git::Tree()) : repository_.read_tree(id);
      if (!tree) continue;
      const bool is_so = projects_in(items_of(*tree)) == projects_in(items);
      if (!is_so) return not_told(commit_word(commit) + " did other than it says");
    }
    return {};
  }

  // --- what a merge made of two sides

  Result<Folder> after_merge(const git::Commit& commit, Shelf wanted) {
    const std::string cannot = commit_word(commit) + " merged what cannot be told";
    if (commit.parents.size() != 2 || wanted != Shelf::kArchive) return not_told(cannot);
    CS_ASSIGN(const git::Commit first, parent_of(commit, 0));
    CS_ASSIGN(const git::Commit second, parent_of(commit, 1));
    const auto bases = repository_.merge_bases(first.id, second.id);
    if (!bases || bases->size() != 1) return not_told(cannot);
    const auto base = repository_.read_commit(bases->front());
    if (!base) return not_told(cannot);
    CS_ASSIGN(const Shelving before, shelving_of(*base));
    CS_ASSIGN(const Shelving ours, shelving_of(first));
    CS_ASSIGN(const Shelving theirs, shelving_of(second));
    CS_ASSIGN(const FolderPtr projects, folder(commit, Shelf::kProjects));
    std::set<std::string> names = projects_in(projects->items);
    for (const Shelving* side : {&before, &ours, &theirs}) {
      for (const Shelf shelf : kBothShelves) {
        for (const auto& [name, item] : side->of(shelf).items) {
          if (shelf == Shelf::kArchive || is_project_file(name)) names.insert(name);
        }
      }
    }
    Folder merged{{}, ours.of(Shelf::kArchive).version};
    for (const std::string& name : names) {
      const auto base_has = before.find(name);
      const auto ours_has = ours.find(name);
      const auto theirs_have = theirs.find(name);
      const bool is_away =
          is_archived(base_has) || is_archived(ours_has) || is_archived(theirs_have);
      const bool is_there = is_project_file(name) && projects->items.contains(name);
      const bool is_gone_on_both = base_has && !ours_has && !theirs_have;
      const std::optional<Lying>* has = nullptr;
      if (is_same(ours_has, base_has) || is_same(ours_has, theirs_have)) {
        has = &theirs_have;
      } else if (is_same(theirs_have, base_has)) {
        has = &ours_has;
      } else if (!is_away) {
        continue;  // what is made of two that are in projects/ is there, and is seen there
      }
      const bool is_told = has != nullptr && !is_gone_on_both &&
                           is_there == (is_project_file(name) && *has && !is_archived(*has));
      if (!is_told) return not_told(cannot);
      if (is_archived(*has)) merged.items.emplace(name, (*has)->item);
    }
    return merged;
  }

  // --- what is in a file

  [[nodiscard]] bool can_be_read(const git::TreeEntry& entry) const {
    if (entry.id.is_zero()) return false;
    const bool is_file =
        entry.mode != git::FileMode::kTree && entry.mode != git::FileMode::kSubmodule;
    return !is_file || repository_.read_blob(entry.id).has_value();
  }

  // The newest contents before `tip` of what has the name there, and had it all the time since.
  Result<git::TreeEntry> newest_contents(const git::Commit& tip, const std::string& name) {
    const std::string cannot = "no earlier version of " + quoted(name) + " is known to be its own";
    git::Commit commit = tip;
    for (;;) {
      CS_TRY(ask_one_more());
      CS_ASSIGN(const auto lying, find(commit, name));
      if (!lying) return not_told(cannot);
      if (can_be_read(lying->item.entry)) return lying->item.entry;
      if (commit.parents.empty()) return not_told(cannot);
      std::size_t from = 0;
      if (commit.parents.size() == 1) {
        if (birth_in(commit.message, project_of(name)) != Birth::kNo) return not_told(cannot);
      } else {
        for (; from < commit.parents.size(); ++from) {
          CS_ASSIGN(const git::Commit parent, parent_of(commit, from));
          CS_ASSIGN(const auto there, find(parent, name));
          if (is_same(there, lying)) break;
        }
        if (from == commit.parents.size()) return not_told(cannot);
      }
      CS_ASSIGN(commit, parent_of(commit, from));
    }
  }

  Result<std::optional<Lying>> find(const git::Commit& commit, const std::string& name) {
    for (const Shelf shelf : kBothShelves) {
      if (shelf == Shelf::kProjects && !is_project_file(name)) continue;
      CS_ASSIGN(const git::ObjectId id, id_of(commit, shelf));
      if (id.is_zero()) continue;
      if (const auto entry = repository_.find_entry(id, name)) {
        if (*entry) return std::optional(Lying{shelf, {**entry, (*entry)->id}});
        continue;
      }
      CS_ASSIGN(const FolderPtr told, folder(commit, shelf));
      const auto found = told->items.find(name);
      if (found != told->items.end()) return std::optional(Lying{shelf, found->second});
    }
    return std::optional<Lying>();
  }

  // --- whether each is there once

  // No two were made at one time and had one name.
  Status check_once(const ToldArchive& told, const Items& projects) const {
    std::map<std::pair<Instant, std::string>, std::string> seen;
    const auto look_at = [&](Shelf shelf, const git::TreeEntry& entry) -> Status {
      if (!is_project_file(entry.name)) return {};
      const auto project =
          read_entry(repository_, ProjectEntry{project_of(entry.name), shelf, entry.id, {}});
      if (!project) return {};
      Identity who = identity_of(*project);
      if (!who.created_at) return {};
      who.former_names.push_back(project_of(entry.name));
      for (const std::string& name : who.former_names) {
        const auto [place, is_new] = seen.try_emplace({*who.created_at, name}, entry.name);
        const bool is_told_here = shelf == Shelf::kArchive;
        if (is_new || place->second == entry.name || !is_told_here) continue;
        return not_told(quoted(place->second) + " and " + quoted(entry.name) + " may be one");
      }
      return {};
    };
    for (const auto& [name, item] : projects) CS_TRY(look_at(Shelf::kProjects, item.entry));
    for (const auto& [name, entry] : told.files) CS_TRY(look_at(Shelf::kArchive, entry));
    return {};
  }

  const git::Repository& repository_;
  std::map<git::ObjectId, FolderPtr> known_;
  std::size_t asked_ = 0;
};

}  // namespace

Result<ToldArchive> tell_archive(const git::Repository& repository, const git::Commit& tip) {
  return ArchiveTeller(repository).tell(tip);
}

}  // namespace claudestep::store
