// Owns: the pages of the manual that are about no single command, made from pages of docs/.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "cli/manual.h"

namespace claudestep::cli {

// All of them, the guide first.
[[nodiscard]] std::vector<ManualPage> manual_chapters();

// The one that is called "claudestep-NAME", as in `claudestep help guide`.
[[nodiscard]] std::optional<ManualPage> chapter_named(std::string_view name);

}  // namespace claudestep::cli
