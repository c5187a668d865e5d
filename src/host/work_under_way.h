// Owns: telling that somebody is in the middle of something with git in a work tree, so that what
// is staged there is theirs. Leaves to others: a rebase of the branch (paused_rebase.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "git/repository.h"

namespace claudestep::host {

// What is under way in a work tree and not committed yet ("a revert"), as git's own files there
// say. Nothing where there is nothing, or nothing that leaves a trace.
[[nodiscard]] std::optional<std::string_view> work_under_way(const git::Worktree& worktree);

// What to do about it.
inline constexpr std::string_view kEndWork = "how to end it or give it up, git status there says";

}  // namespace claudestep::host
