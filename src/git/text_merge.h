// Owns: the three-way merge of two texts, line by line, as git does it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace claudestep::git {

// What both sides made of `base` (none: each wrote the file by itself); nothing when they changed
// the same lines, or when one of the three is binary.
[[nodiscard]] Result<std::optional<std::string>> merge_text(std::optional<std::string_view> base,
                                                            std::string_view ours,
                                                            std::string_view theirs);

}  // namespace claudestep::git
