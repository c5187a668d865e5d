// Owns: which branch pull requests are merged into, and where it ends.
// Leaves to others: reading it (base_history.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::truth {

struct BaseBranch {
  std::string name;                  // "main", or as it was asked for
  std::vector<git::ObjectId> tips;   // here and on the remotes, each once
  std::vector<std::string> aliases;  // what merges call it: "main"
};

// The branch called `name`, here and on every remote; else the commit that it names as a revision.
// kNotFound when it is neither.
[[nodiscard]] Result<BaseBranch> find_base(const git::Repository& repository,
                                           const std::string& name);

// The base of whoever names none: the default branch of the remote (that of the branch
// `metadata_ref`), in a bare repository its own HEAD, else main, else master. kNotFound when none
// of them is there.
[[nodiscard]] Result<BaseBranch> default_base(const git::Repository& repository,
                                              std::string_view metadata_ref);

}  // namespace claudestep::truth
