// Owns: whether one commit in the place of several hides that one of them took something away.
// Leaves to others: making it (store/transplant.h). Internal to store/.
#pragma once

#include <vector>

#include "base/result.h"
#include "check/diagnostic.h"
#include "git/repository.h"

namespace claudestep::store {

// What the tree `made` has no more of what `tip` has, or has as it was before, as far as a guard
// objects to one of `commits`, which lead from the one to the other: in the projects and files that
// it objects about. Of those not even an operation may take anything away: whether it did so of
// what was there, or of what was left, cannot be told.
[[nodiscard]] Result<std::vector<check::Diagnostic>> find_squash_losses(
    const git::Repository& repository, const git::Commit& tip, const git::ObjectId& made,
    const std::vector<git::Commit>& commits);

}  // namespace claudestep::store
