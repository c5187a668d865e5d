// Owns: which projects of the tip of a remote that was rewound are which of those that unpushed
// work has, or began with, as far as the history that both have tells.
// Leaves to others: what the projects themselves say of it (store/lineages.h). Internal to store/.
#pragma once

#include "base/result.h"
#include "git/repository.h"
#include "store/lineages.h"

namespace claudestep::store {

// A file says less of who its project is than its past does. Of two that were made under one name
// and then merged the tip may have either as it was before, with a later time than the merge has;
// but what became of both can be told from where the two histories went apart. What cannot be read
// there tells nothing.
[[nodiscard]] Result<Kin> kin_of_tip(const git::Repository& repository, const git::Commit& base,
                                     const git::Commit& work, const git::Commit& tip);

}  // namespace claudestep::store
