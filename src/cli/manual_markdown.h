// Owns: reading the Markdown that docs/ is written in, as far as it is used there: headings,
// paragraphs, fenced and indented code, lists of one level, tables, links.
#pragma once

#include <string_view>
#include <vector>

#include "cli/manual.h"

namespace claudestep::cli {

// A "##" begins a section, a "###" a part of one; what stands before the first is "DESCRIPTION".
// The title of the page is left out. A row of a table becomes a term, its first cell, with the
// others as its meaning. Links leave their words.
[[nodiscard]] std::vector<ManualSection> sections_of_markdown(std::string_view text);

}  // namespace claudestep::cli
