// Owns: making a tree from another one and a list of changes, every entry that is not named keeping
// its bytes. Leaves to others: where trees are read from and where they go. Internal to git/.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::git {

struct TreeStore {
  std::function<Result<std::string>(const ObjectId&)> read;
  std::function<ObjectId(std::string)> write;
};

// See ObjectBatch::add_tree. Each affected folder is read once and written once, in git's order
// also where it was not.
[[nodiscard]] Result<ObjectId> edit_tree(const TreeStore& store, const ObjectId& base,
                                         const std::vector<TreeChange>& changes);

}  // namespace claudestep::git
