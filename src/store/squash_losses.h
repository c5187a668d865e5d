// Owns: whether one commit in the place of several takes away what a remote has.
// Leaves to others: making it (store/transplant.h). Internal to store/.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "store/transplant.h"

namespace claudestep::store {

struct SquashLoss {
  std::string message;
  std::string way_out = {};  // a hint, where one is known
};

// What `trees.merged` has no more of what the tip has, or has as it was before, or again. What was
// done by a command counts as well: of several commits, to one of which a guard objects, nobody can
// tell whether the command took what was there, or what was left. What the merges among the commits
// kept of what was taken away there does not, as far as they merge as claudestep does. `by_hand`: a
// message that tells all of it as done by hand, but names and places. `commits` lead from the tip
// to it: of files that are no projects, which may change, those count that a guard objects about.
[[nodiscard]] Result<std::vector<SquashLoss>> find_squash_losses(
    const git::Repository& repository, const Transplant& trees, const std::string& by_hand,
    const std::vector<git::Commit>& commits);

}  // namespace claudestep::store
