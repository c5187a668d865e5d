// Owns: whether a claim is two: clones that claim apart may take one task in one second and one
// name, and what a merge makes of that looks like either.
// Leaves to others: what a write claimed (store/done_write.h).
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "git/repository.h"
#include "model/project.h"
#include "store/view.h"

namespace claudestep::store {

// The commit in which a write other than `op_id` made the very claim that `task` of `project` has;
// nothing where there is none. Requires: the view has commits, and the task a claim. What was lost
// of the branch's past is an error.
[[nodiscard]] Result<std::optional<git::ObjectId>> find_claim_twin(const View& view,
                                                                   const std::string& project,
                                                                   const model::Task& task,
                                                                   const std::string& op_id);

}  // namespace claudestep::store
