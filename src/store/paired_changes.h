// Owns: which project of one state is which of another where merges or rewinds may lie between
// them. Leaves to others: states of which one was written upon the other (store/project_changes.h).
// Internal to store/.
#pragma once

#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "store/project_changes.h"

namespace claudestep::store {

// As project_changes(), with names told apart that projects took from each other, that a merge gave
// away, or that only the time of making and the tasks of a project lead to.
[[nodiscard]] Result<std::vector<ProjectChange>> paired_changes(const git::Repository& repository,
                                                                ProjectReader& reader,
                                                                const Shelves& before,
                                                                const Shelves& after);

}  // namespace claudestep::store
