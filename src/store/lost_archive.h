// Owns: what lies in the archive of a commit whose folder is lost, as the commits before it tell.
// Leaves to others: how that is put back (query/doctor_older_folders.cc).
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::store {

struct ToldArchive {
  // All that lies in it, by name; of each file the newest contents that can be read.
  std::map<std::string, git::TreeEntry> files;
  // A version of the folder that can be read, from which that was told; none where there is none.
  std::optional<git::ObjectId> version;
};

// What the archive of `tip` has: every project that its commits put there and did not take away,
// once, and on no other shelf. What a commit did is seen where both of its folders can be read, and
// else taken from what it says of itself, as far as projects/ bears that out. kCorrupt, saying
// what is not known, where that cannot be shown.
[[nodiscard]] Result<ToldArchive> tell_archive(const git::Repository& repository,
                                               const git::Commit& tip);

}  // namespace claudestep::store
