// Owns: which files an index holds whose content is lost, and whether the work tree still has it.
// Leaves to others: what is to be done about them (query/doctor_way_back.cc).
#pragma once

#include <string>
#include <vector>

#include "base/environment.h"
#include "base/result.h"
#include "git/repository.h"

namespace claudestep::host {

struct LostFile {
  std::string path;
  git::ObjectId id;
  bool is_still_there = false;  // the file has that content: `git hash-object -w` writes it anew
};

// The files in the index of a work tree whose blobs `repository` does not have, in the order of
// their paths. kGitFailed when the index cannot be read.
[[nodiscard]] Result<std::vector<LostFile>> lost_files(const git::Repository& repository,
                                                       const git::Worktree& worktree,
                                                       const Environment& environment);

}  // namespace claudestep::host
