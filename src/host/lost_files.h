// Owns: which files an index holds whose content is lost, whether the work tree still has it, and
// which trees it stands for. Leaves to others: what is to be done about them
// (query/doctor_way_back.cc).
#pragma once

#include <string>
#include <vector>

#include "base/environment.h"
#include "base/result.h"
#include "git/repository.h"

namespace claudestep::host {

// Where the content of a file still is.
enum class Kept {
  kNowhere,
  kFiltered,  // in the file: `git hash-object -w` writes it anew
  kAsItIs,    // the same, with --no-filters
};

struct LostFile {
  std::string path;
  git::ObjectId id;
  Kept kept = Kept::kNowhere;
};

// The files in the index of a work tree whose blobs `repository` does not have, in the order of
// their paths. A file that git cannot read has nothing. kGitFailed when the index cannot be read.
[[nodiscard]] Result<std::vector<LostFile>> lost_files(const git::Repository& repository,
                                                       const git::Worktree& worktree,
                                                       const Environment& environment);

// What of `lost`, files that another than the index tells of, the work tree still has in its files.
// kGitFailed when git cannot be asked.
[[nodiscard]] Status find_kept(const git::Worktree& worktree, const Environment& environment,
                               std::vector<LostFile>& lost);

// The trees that `git write-tree` would write anew from the index of a work tree; none when it
// holds a conflict. kGitFailed when the index cannot be read.
[[nodiscard]] Result<std::vector<git::ObjectId>> index_trees(const git::Worktree& worktree,
                                                             const Environment& environment);

}  // namespace claudestep::host
