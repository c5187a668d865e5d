// Owns: telling a work tree that was left behind (the branch moved, and a crash came before the
// files did) from one that somebody has changed, and bringing the former along. Internal to host/.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "host/worktree_git.h"

namespace claudestep::host {

// Brings the work tree to `now`, where the ref is, if its index is that of an earlier tip in the
// reflog of `ref`, or differs from that only in paths that have not changed since, and says so in
// `notes`; whether it did. Files that a move cut short had brought along, taken away or written in
// part are finished; other changed files keep what they hold, and what is staged stays so. Does
// nothing when the index is anything else: what somebody has staged is theirs, and so is all where
// something is under way there, which `notes` says. kDirty when a
// changed file is in the way, kGitFailed when something else keeps git from it.
[[nodiscard]] Result<bool> bring_forward(const WorktreeGit& git, const git::Repository& repository,
                                         const std::string& ref, const git::ObjectId& now,
                                         std::vector<std::string>& notes);

// The kDirty error for a work tree: the paths in the way as causes.
[[nodiscard]] Error dirty(const git::Worktree& worktree, std::vector<std::string> paths);

// The same; where one of them is no file, which no commit and no stash takes away, doctor is to be
// asked.
[[nodiscard]] Error dirty_there(const WorktreeGit& git, const std::set<std::string>& paths);
// The same for a work tree that still shows the tip `then`.
[[nodiscard]] Error dirty_behind(const git::Worktree& worktree, const git::ObjectId& then,
                                 const std::set<std::string>& paths);

// What git said on stderr, line by line.
[[nodiscard]] std::vector<std::string> lines_said(const Finished& finished);

// Whether git gave up for want of space, rights or objects. Of changes in the way it says "error:".
[[nodiscard]] bool is_fatal(const Finished& finished);

// kGitFailed, with what git said.
[[nodiscard]] Error not_moved(const git::Worktree& worktree, const Finished& finished);

}  // namespace claudestep::host
