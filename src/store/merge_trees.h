// Owns: merging two trees of the branch: projects by what they say, other files as git would.
// Leaves to others: two versions of one project (model/merge.h), which commits (store/merge.h).
// Internal to store/.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/merge.h"

namespace claudestep::store {

struct MergedTree {
  git::ObjectId tree;
  std::vector<model::Receipt> receipts;  // by path
};

// What `ours` and `theirs` made of `base` (the zero id: nothing), the same with the two exchanged.
// Only what differs is read, only what both changed is parsed. New objects go into `batch`.
// kSchemaUnusable when both changed a project that a newer claudestep wrote.
[[nodiscard]] Result<MergedTree> merge_trees(const git::Repository& repository,
                                             git::ObjectBatch& batch, git::ObjectId base,
                                             git::ObjectId ours, git::ObjectId theirs);

}  // namespace claudestep::store
