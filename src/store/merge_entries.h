// Owns: the three versions of a tree's entries, and what a merge puts in their place.
// Internal to store/.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/merge.h"
#include "store/merge_trees.h"

namespace claudestep::store {

using MaybeEntry = std::optional<git::TreeEntry>;

// One name in three trees.
struct EntryVersions {
  MaybeEntry base;
  MaybeEntry ours;
  MaybeEntry theirs;

  [[nodiscard]] bool by_us() const { return ours != base; }
  [[nodiscard]] bool by_them() const { return theirs != base; }
};

using VersionsByName = std::map<std::string, EntryVersions, std::less<>>;

// The id of an entry that is a folder, else the zero id.
[[nodiscard]] git::ObjectId folder_of(const MaybeEntry& entry);
[[nodiscard]] bool is_folder(const MaybeEntry& entry);
// Whether `side` has something else where `other` has a folder. It gives way, and says nothing of
// what is in the folder.
[[nodiscard]] bool is_in_place_of_folder(const MaybeEntry& side, const MaybeEntry& other);

// Tells that a version of a file gave way.
[[nodiscard]] model::Receipt gave_way(std::string path, const MaybeEntry& kept,
                                      const MaybeEntry& dropped);

// What a merge of trees shares while it goes on. The changes are those of `ours`.
struct TreeMerge {
  const git::Repository& repository;
  git::ObjectBatch& batch;
  git::ObjectId trees[3];                 // base, ours, theirs; the zero id means none
  std::vector<git::TreeChange> removals;  // of ours, before all changes
  std::vector<git::TreeChange> changes;
  std::vector<model::Receipt> receipts;
  Trace* trace = nullptr;  // null: nobody asks

  // Puts `entry` (none: nothing) at `path`, where ours has `ours`.
  void put(std::string path, const MaybeEntry& ours, const MaybeEntry& entry);
};

// The entries of a folder ("projects/"; the root's is empty) in which at least one side differs
// from the base. The zero id means no tree. A side that has a name twice says nothing of it: it is
// taken to have what the base has, with receipts for what it has else. kCorrupt for a root that has
// a folder of projects twice.
[[nodiscard]] Result<VersionsByName> versions_of(TreeMerge& merge, const std::string& folder,
                                                 git::ObjectId base, git::ObjectId ours,
                                                 git::ObjectId theirs);

// Merges what is no project, below and including `path`.
[[nodiscard]] Status merge_foreign(TreeMerge& merge, const std::string& path,
                                   const EntryVersions& versions);

// Merges the projects of both shelves, and what else lies there. The versions are those of the
// entries projects/ and archive/ themselves. Requires: what we have in the place of a folder of
// theirs is gone.
[[nodiscard]] Status merge_shelves(TreeMerge& merge, const EntryVersions& projects,
                                   const EntryVersions& archive);

}  // namespace claudestep::store
