// Owns: merging two trees of the branch: projects by what they say, other files as git would.
// Leaves to others: two versions of one project (model/merge.h), which commits (store/merge.h).
// Internal to store/.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/merge.h"
#include "store/lineages.h"
#include "store/view.h"

namespace claudestep::store {

struct MergedTree {
  git::ObjectId tree;
  std::vector<model::Receipt> receipts;  // by path
};

// What became of a project of which not all three trees have the same.
struct TracedProject {
  std::optional<ProjectEntry> at[3];  // by Side
  std::optional<ProjectEntry> merged;
};

// What is asked beside the tree.
struct Trace {
  std::optional<Kin> kin;               // given: of what is put on a tip of the same past
  std::vector<TracedProject> projects;  // told: what became of all
};

// What `ours` and `theirs` made of `base` (the zero id: nothing), the same with the two exchanged.
// Only what differs is read, only what both changed is parsed. New objects go into `batch`.
// kSchemaUnusable when both changed a project that a newer claudestep wrote. Where `trace` is
// given, all names are looked at for it.
[[nodiscard]] Result<MergedTree> merge_trees(const git::Repository& repository,
                                             git::ObjectBatch& batch, git::ObjectId base,
                                             git::ObjectId ours, git::ObjectId theirs,
                                             Trace* trace = nullptr);

}  // namespace claudestep::store
