// Owns: docs/man/claudestep.1, made from the table of commands.
#pragma once

#include <string>

namespace claudestep::cli {

// The whole page, in the man macros.
[[nodiscard]] std::string man_page();

}  // namespace claudestep::cli
