// Owns: which work trees are in the middle of a rebase of a branch: their HEAD names none
// meanwhile.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::host {

// Git puts the branch where it has it at the end, or back to where it began, whatever was written
// to it in between.
struct PausedRebase {
  git::Worktree worktree;
  std::optional<git::ObjectId> began_at;  // where the branch was; none when that cannot be read
};

// Those of the branch that `ref` leads to.
[[nodiscard]] Result<std::vector<PausedRebase>> paused_rebases(const git::Repository& repository,
                                                               const std::string& ref);

// kDirty: why nothing is written to the branch `ref` while there is one; nothing when there is
// none.
[[nodiscard]] Status check_no_rebase(const git::Repository& repository, const std::string& ref);

}  // namespace claudestep::host
