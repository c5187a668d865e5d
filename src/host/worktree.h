// Owns: bringing work trees along when the branch they have checked out moves under them.
// Uses git's own `read-tree`, because libgit2 cannot write an index whose lock we hold and knows no
// sparse or split index.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/environment.h"
#include "base/result.h"
#include "git/repository.h"

namespace claudestep::host {

// The work trees of `repository` that show what `ref` is at: their HEAD names it, or both lead to
// one branch through symbolic refs.
[[nodiscard]] Result<std::vector<git::Worktree>> worktrees_on(const git::Repository& repository,
                                                              const std::string& ref);

// Whether the move from `from` to `to` (none: an unborn branch) could be made in `worktree` (`git
// read-tree -n -m -u`). kDirty with the paths in `causes` when not. A stale work tree (its index
// equals an earlier tip in the reflog of `ref` and its files equal that index: a crash after the
// swap) is brought to `from` first, and `notes` says so.
[[nodiscard]] Status check_worktree(const git::Repository& repository,
                                    const git::Worktree& worktree, const std::string& ref,
                                    std::optional<git::ObjectId> from, git::ObjectId to,
                                    const Environment& environment,
                                    std::vector<std::string>& notes);

// Makes the move (`git read-tree -m -u`). Afterwards `git status` there shows nothing of ours.
[[nodiscard]] Status move_worktree(const git::Worktree& worktree, std::optional<git::ObjectId> from,
                                   git::ObjectId to, const Environment& environment);

}  // namespace claudestep::host
