// Owns: the proof, commit by commit, that each commit of ours changed only what its trailers name,
// and took back nothing that an earlier one had done: a lost update shows.
// Internal to store/; callers use fsck.h.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "git/repository.h"
#include "store/fsck.h"

namespace claudestep::store {

// Goes through the history of `tip`, oldest first, and appends what it finds to `report`. Commits
// of others are listed where they touch project files, never judged. What cannot be read is a
// finding: a commit, beyond which all others are judged, or the history as a whole.
void check_frame(const git::Repository& repository, const git::ObjectId& tip,
                 const std::string& ref, FsckReport& report);

// Finds that commits in the history of `ref` are lost, so that it is not judged.
void tell_not_judged(const std::string& ref, FsckReport& report);

// All commits that `tip` reaches but those in `known`, each after its parents.
[[nodiscard]] Result<std::vector<git::Commit>> oldest_first(
    const git::Repository& repository, const git::ObjectId& tip,
    const std::set<git::ObjectId>& known = {});

}  // namespace claudestep::store
