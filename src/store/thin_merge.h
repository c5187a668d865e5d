// Owns: merging two versions of a project file by those records alone that are not the same in all
// three: most of a large file is neither read nor written for it.
// Leaves to others: what is merged how (model/merge.h), and every file that this does not know its
// way in: that is read whole (store/merge_lineage.h). Internal to store/.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/merge.h"

namespace claudestep::store {

// Three versions of the file that is called `name` in all of them.
struct FileVersions {
  std::string_view name;
  std::string_view base;
  std::string_view ours;
  std::string_view theirs;
};

struct ThinMerge {
  // The three and what became of them, as far as they differ: all members of the project, but only
  // some of its records, numbered among themselves.
  model::Project base;
  model::Project ours;
  model::Project theirs;
  model::Merged merged;
  // The whole file, where it is neither that of ours nor that of theirs.
  std::string content;
};

// What reading and merging the whole files would give, to the byte; nothing when that cannot be
// told from the records that differ: then the files have to be read.
[[nodiscard]] std::optional<ThinMerge> merge_thin(const FileVersions& versions);

}  // namespace claudestep::store
