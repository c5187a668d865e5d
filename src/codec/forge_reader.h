// Owns: reading what the tools of forges print of pull requests: GitHub's gh and GitLab's glab.
// Leaves to others: what it means for the records (query/forge_import.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/forge_pull.h"

namespace claudestep::codec {

// Reads an array of what `gh pr list --json ...` or `glab mr list -F json` prints, or one object of
// it, by number. Members that we do not use are ignored, for it is another tool's output. Refused
// as kInvalidInput, with their place: what is no such list, a member of ours that is missing or has
// another type, and a number that is told twice.
[[nodiscard]] Result<std::vector<model::ForgePull>> read_forge_pulls(std::string bytes,
                                                                     std::string_view file);

}  // namespace claudestep::codec
