// Owns: the forms of a page of the manual: roff for man(1), text for a terminal without it.
#pragma once

#include <cstddef>
#include <string>

#include "cli/manual.h"

namespace claudestep::cli {

// In the man macros, with no warning of `mandoc -Tlint`.
[[nodiscard]] std::string manual_as_roff(const ManualPage& page);

// In lines of at most `width` columns.
[[nodiscard]] std::string manual_as_text(const ManualPage& page, std::size_t width);

}  // namespace claudestep::cli
