// Owns: telling which tip of a branch the index of a work tree shows, also where somebody has
// staged changes of their own besides. Leaves to others: bringing it along (stale_worktree.cc).
// Internal to host/.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "host/worktree_git.h"

namespace claudestep::host {

struct ShownTip {
  git::ObjectId tip;
  // Whether the index has all that changed since as it is at the tip, so that what is staged
  // besides is in nobody's way.
  bool is_clear = false;
};

// The tip in the reflog of `ref` whose tree the index is; nothing when there is none. One that is
// gone is passed over.
[[nodiscard]] Result<std::optional<git::ObjectId>> tip_of_index(const WorktreeGit& git,
                                                                const git::Repository& repository,
                                                                const std::string& ref);
// An earlier tip than `now`, where the ref is, that the index shows: that is it, or nearer to it
// than to `now`. Nothing when there is none, and for an index in conflict. Requires: the index is
// not the tree of `now`.
[[nodiscard]] Result<std::optional<ShownTip>> earlier_tip_shown(const WorktreeGit& git,
                                                                const git::Repository& repository,
                                                                const std::string& ref,
                                                                const git::ObjectId& now);
// Of the paths that a move from `from` to `to` touches: those that are in `changed`, whose index
// entry is not as at `from`, or that lie there unknown to git.
[[nodiscard]] Result<std::set<std::string>> paths_in_the_way(const WorktreeGit& git,
                                                             const git::ObjectId& from,
                                                             const git::ObjectId& to,
                                                             std::set<std::string> changed);

}  // namespace claudestep::host
