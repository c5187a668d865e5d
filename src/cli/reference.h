// Owns: docs/cli-reference.md, made from the table of commands.
#pragma once

#include <string>

namespace claudestep::cli {

// The whole page, as Markdown.
[[nodiscard]] std::string reference_markdown();

}  // namespace claudestep::cli
