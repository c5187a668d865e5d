// Owns: what a quoted scalar of YAML with escapes or over several lines says.
// Leaves to others: where it ends, and whether it is well formed (yaml_checks.h).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claudestep::codec {

// What folding makes of white space, so that a text keeps its length.
inline constexpr char kFoldedBreak = '\x03';  // a line end that stays
inline constexpr char kFoldedAway = '\x04';   // nothing

// Folds the lines of the scalar text[begin, end), which is in quotes of `style` or plain (0): a
// single line end is a space, of several all but the first stay. Returns whether there was one.
bool fold_lines(std::string& text, std::size_t begin, std::size_t end, char style);

// `folded` with its line ends, and without what is nothing.
[[nodiscard]] std::string unfolded(std::string folded);

// The text of a scalar from quote to quote. Requires: well formed, its escapes known to YAML.
[[nodiscard]] std::string read_quoted(std::string_view scalar);

}  // namespace claudestep::codec
