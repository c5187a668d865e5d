// Owns: how much of the past a judge has to know before it judges commits.
// Internal to store/.
#pragma once

#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "store/fsck_judge.h"

namespace claudestep::store {

// Lets the judge know what was done before, as far as commits that are pushed upon `before` may
// take it back. What they themselves did he comes to know in its turn.
[[nodiscard]] Status recall_past(const git::Repository& repository, git::ObjectId before,
                                 const std::vector<git::Commit>& pushed, FrameJudge& judge);

}  // namespace claudestep::store
