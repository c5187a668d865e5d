// Owns: the cache of merges that were only looked at: files in <git common dir>/claudestep/merges/,
// one a pair of commits. What two commits merge into follows from them, so a file serves whoever
// asks for the pair again; damaged, of another version or gone, it is made anew.
// Leaves to others: merging (store/merge.h), what is in a file (git::Repository::hold_file).
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "git/repository.h"
#include "store/cache_folder.h"
#include "store/merge.h"

namespace claudestep::store {

class MergeCache {
 public:
  // `share`: who else may read what is kept (cache_folder.h).
  explicit MergeCache(const std::string& common_dir, Share share = {});

  // The merge commit of `a` and `b`, which the repository holds from now on: from a file, else
  // merged now and kept. Errors are those of merge_commits; failing to keep is none. For reading
  // only: what it takes from a file must not be written.
  [[nodiscard]] Result<git::ObjectId> merge(const git::Repository& repository, git::ObjectId a,
                                            git::ObjectId b) const;

  [[nodiscard]] CacheSize size() const { return folder_.size(); }
  // Takes all files away; how many there were. kIo when one stays.
  [[nodiscard]] Result<CacheSize> clear() const { return folder_.clear(); }

 private:
  CacheFolder folder_;
};

}  // namespace claudestep::store
