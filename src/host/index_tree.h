// Owns: what an index holds and which tree it stands for, from git's listing of it. `git
// write-tree` would tell as well, but it writes objects. Internal to host/.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/object_id.h"

namespace claudestep::host {

struct IndexEntry {
  std::string_view mode;  // both as long as the listing is there
  std::string_view path;
  git::ObjectId id;
  bool is_in_conflict;
};

// `listing` is what `git ls-files --stage -z` prints. kGitFailed when it cannot be understood.
[[nodiscard]] Result<std::vector<IndexEntry>> entries_of_listing(std::string_view listing);
// The trees, each after those in it, so that the index's own is the last; none when an entry is in
// conflict.
[[nodiscard]] Result<std::vector<git::ObjectId>> trees_of_listing(std::string_view listing);

}  // namespace claudestep::host
