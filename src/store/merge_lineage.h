// Owns: merging one project: what it says, on which shelf it lies, with which mode.
// Leaves to others: which files are versions of one (store/lineages.h), the two versions of what it
// says (model/merge.h), the projects together (store/merge_projects.cc). Internal to store/.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/byte_room.h"
#include "git/repository.h"
#include "model/merge.h"
#include "store/view.h"

namespace claudestep::store {

// A project file in one of the three trees.
struct PlacedFile {
  ProjectEntry entry;
  git::TreeEntry item;
  std::size_t lineage = 0;  // the number of its own, where somebody asks who became what

  bool operator==(const PlacedFile& other) const {
    return entry.name == other.entry.name && entry.shelf == other.entry.shelf && item == other.item;
  }
};
using MaybePlacedFile = std::optional<PlacedFile>;

// A project in the three trees, perhaps under several names; null where it is not.
struct PlacedLineage {
  const PlacedFile* at[3] = {};
};

// What becomes of a project.
struct MergedLineage {
  MaybePlacedFile file;                     // none: it goes
  std::optional<std::string_view> content;  // of the file, where it is none of the three; in a room
  std::vector<model::Receipt> receipts;
  // The versions do not seem to be of one project: some name was given to another.
  bool has_strangers = false;
};

// The bytes of a file of the repository or, where it was made by merging, of `made` (null: nothing
// was). An object that is missing or damaged is no version that may give way: kCorrupt, or
// kUnsupported in a partial clone that lacks it.
[[nodiscard]] Result<std::string> bytes_to_merge(const git::Repository& repository,
                                                 const git::ObjectBatch* made,
                                                 const PlacedFile& placed);

// What becomes of each follows from what the repository and `made` have alone: several threads may
// merge, each with a handle and a room of its own. kSchemaUnusable when both sides changed a
// project that a newer claudestep wrote.
[[nodiscard]] std::vector<Result<MergedLineage>> merge_lineages(
    const git::Repository& repository, std::span<const PlacedLineage> lineages, git::ByteRoom& room,
    const git::ObjectBatch* made = nullptr);

}  // namespace claudestep::store
