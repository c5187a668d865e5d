// Owns: merging one project: what it says, on which shelf it lies, with which mode.
// Leaves to others: which files are versions of one (store/lineages.h), the two versions of what it
// says (model/merge.h), the projects together (store/merge_projects.cc). Internal to store/.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/merge.h"
#include "store/view.h"

namespace claudestep::store {

// A project file in one of the three trees.
struct PlacedFile {
  ProjectEntry entry;
  git::TreeEntry item;

  bool operator==(const PlacedFile& other) const {
    return entry.name == other.entry.name && entry.shelf == other.entry.shelf && item == other.item;
  }
};
using MaybePlacedFile = std::optional<PlacedFile>;

// A project in the three trees, perhaps under several names.
struct PlacedLineage {
  MaybePlacedFile at[3];
};

// What becomes of a project.
struct MergedLineage {
  MaybePlacedFile file;                // none: it goes
  std::optional<model::Project> made;  // what the file is to hold, where none of the three does
  std::string content;                 // the same as it is written
  std::vector<model::Receipt> receipts;
  // The versions do not seem to be of one project: some name was given to another.
  bool has_strangers = false;
};

// Projects that were made by merging, and are not in the repository yet.
using MadeProjects = std::map<git::ObjectId, model::Project>;

// What a version holds. One whose object is missing or damaged may not give way: nothing is merged.
[[nodiscard]] Result<std::string> bytes_to_merge(const git::Repository& repository,
                                                 const PlacedFile& placed);

// Follows from what the repository and `made` have alone: several threads may merge, each with a
// handle of its own. kSchemaUnusable when both sides changed a project that a newer claudestep
// wrote.
[[nodiscard]] Result<MergedLineage> merge_lineage(const git::Repository& repository,
                                                  const PlacedLineage& lineage,
                                                  const MadeProjects* made = nullptr);

}  // namespace claudestep::store
