// Owns: which branch pull requests are merged into, and where it is at.
// Leaves to others: what its history proves, and what lies in its tree (store/plan_folders.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::store {

struct BaseBranch {
  std::string name;  // "main"
  std::string ref;   // that it was read from: "refs/remotes/origin/main", "refs/heads/main"
  git::ObjectId commit;

  bool operator==(const BaseBranch&) const = default;
};

// The branch that pull requests are merged into: the default branch of the remote that
// `metadata_ref` belongs to, else in a bare repository its own HEAD, else main, else master, the
// first that has a commit. Of a branch that is here and on the remote the local one counts where it
// contains the other. Nothing when there is no such branch.
[[nodiscard]] Result<std::optional<BaseBranch>> default_base(const git::Repository& repository,
                                                             std::string_view metadata_ref);

// The branch `wish`; without one default_base(), else what HEAD is on. Nothing when no such branch
// has a commit; kNotFound when `wish` has none.
[[nodiscard]] Result<std::optional<BaseBranch>> find_base(const git::Repository& repository,
                                                          std::string_view metadata_ref,
                                                          const std::optional<std::string>& wish);

}  // namespace claudestep::store
