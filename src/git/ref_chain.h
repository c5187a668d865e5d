// Owns: following a ref through symbolic ones to where it ends.
// Internal to git/.
#pragma once

#include <git2/types.h>

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "git/object_id.h"

namespace claudestep::git {

struct RefEnd {
  std::string name;            // the last name of the chain
  std::optional<ObjectId> id;  // none: that ref does not exist
};

// Returns kCorrupt for a broken ref file or a chain without an end, kInvalidInput for what is no
// ref name.
[[nodiscard]] Result<RefEnd> follow_ref(git_repository* repository, std::string_view name);

}  // namespace claudestep::git
