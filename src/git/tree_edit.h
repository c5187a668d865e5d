// Owns: making a tree from another one and a list of changes, every entry that is not named keeping
// its bytes. Leaves to others: where trees are read from and where they go. Internal to git/.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::git {

struct TreeStore {
  // Calls back with the bytes of a tree, which are valid during the call.
  std::function<Status(const ObjectId&, const std::function<void(std::string_view bytes)>&)> visit;
  std::function<ObjectId(std::string_view)> write;
};

// See ObjectBatch::add_tree. Each affected folder is read once and written once, in git's order
// also where it was not.
[[nodiscard]] Result<ObjectId> edit_tree(const TreeStore& store, const ObjectId& base,
                                         const std::vector<TreeChange>& changes);

}  // namespace claudestep::git
