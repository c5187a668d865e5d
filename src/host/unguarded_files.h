// Owns: finding the files of a work tree that git does not know and would overwrite all the same:
// `read-tree -u` spares untracked ones, but takes ignored ones for worthless, whole folders of them
// too. Internal to host/.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/object_id.h"
#include "host/worktree_git.h"

namespace claudestep::host {

// Paths with files in no index where the move from `from` to `to` puts something: an added path,
// with what may lie below it, or what lies in place of a folder that leads to one.
[[nodiscard]] Result<std::set<std::string>> unguarded_files(const WorktreeGit& git,
                                                            const git::ObjectId& from,
                                                            const git::ObjectId& to);
// The same for paths that are added.
[[nodiscard]] Result<std::set<std::string>> unguarded_among(const WorktreeGit& git,
                                                            const std::vector<std::string>& added);

}  // namespace claudestep::host
