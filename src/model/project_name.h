// Owns: which names a project may have.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace claudestep::model {

// Ok when `name` matches [A-Za-z0-9][A-Za-z0-9._-]{0,99} and does not end in ".lock" or ".json";
// else kInvalidInput saying which rule it breaks.
[[nodiscard]] Status check_project_name(std::string_view name);

// The rule that `name` breaks, "it contains ' '"; nothing for one that a project may have.
[[nodiscard]] std::optional<std::string> project_name_flaw(std::string_view name);

}  // namespace claudestep::model
