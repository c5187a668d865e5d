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

// The branch `wish`; without one the default branch of the remote that `metadata_ref` belongs to,
// else main or master, else what HEAD is on. Of a branch that is here and on the remote the local
// one counts where it contains the other. Nothing when no such branch has a commit; kNotFound when
// `wish` has none.
[[nodiscard]] Result<std::optional<BaseBranch>> find_base(const git::Repository& repository,
                                                          std::string_view metadata_ref,
                                                          const std::optional<std::string>& wish);

}  // namespace claudestep::store
