// Owns: finding the commits of the base that make the same change as a branch, or as one of its
// commits, without comparing each with each.
// Leaves to others: which of them are evidence (evidence.h).
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "truth/base_history.h"
#include "truth/patch_cache.h"

namespace claudestep::truth {

// Patches are first told apart by the paths that they touch, which costs a comparison of trees;
// only where those are the same are contents compared, and only where these have the same lines
// more or less are they compared as patches.
class PatchIndex {
 public:
  PatchIndex(const git::Repository& repository, const BaseHistory& history)
      : repository_(repository), history_(history), cache_(repository.common_dir()) {}

  // Says that commits equal to `patch`, not older than `since`, will be asked for.
  [[nodiscard]] Status want(const Patch& patch, std::optional<Instant> since);
  // Looks through the base for all that is wanted. Call once, after the last want().
  [[nodiscard]] Status search(std::optional<std::chrono::steady_clock::time_point> deadline);

  // The commits of the base that make the same change, oldest first. Requires: it was wanted.
  [[nodiscard]] Result<std::vector<Place>> equal_commits(const Patch& patch);
  // Whether the commit at `place` makes the same change; false for a merge.
  [[nodiscard]] Result<bool> is_equal(const Patch& patch, Place place);

  // Lets the next reconcile know what this one found out.
  void keep() { cache_.keep(); }

 private:
  using PathsHash = std::uint64_t;

  [[nodiscard]] std::optional<Patch> patch_of(Place place) const;
  [[nodiscard]] Result<std::optional<PathsHash>> paths_of(const Patch& patch);
  [[nodiscard]] Result<std::uint64_t> lines_of(const Patch& patch);
  [[nodiscard]] Result<std::optional<git::ObjectId>> id_of(const Patch& patch);

  const git::Repository& repository_;
  const BaseHistory& history_;
  PatchCache cache_;
  std::unordered_map<PathsHash, std::vector<Place>> found_;  // with a key for each that is wanted
  std::optional<Instant> since_;
  bool unbounded_ = false;
};

}  // namespace claudestep::truth
