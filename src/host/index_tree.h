// Owns: which tree an index stands for, from git's listing of it. `git write-tree` would tell as
// well, but it writes objects. Internal to host/.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "git/object_id.h"

namespace claudestep::host {

// `listing` is what `git ls-files --stage -z` prints. Nothing when an entry is in conflict.
// kGitFailed when it cannot be understood.
[[nodiscard]] Result<std::optional<git::ObjectId>> tree_of_listing(std::string_view listing);

}  // namespace claudestep::host
