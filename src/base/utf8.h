// Owns: one step through UTF-8 text, well-formed or not.
#pragma once

#include <cstddef>
#include <string_view>

namespace claudestep {

struct Utf8Char {
  char32_t code_point = 0;  // U+FFFD for a malformed byte
  std::size_t size = 0;     // bytes taken
  bool valid = false;
};

// The first code point of `text`. A malformed byte is taken alone. Requires: `text` is not empty.
[[nodiscard]] Utf8Char next_utf8(std::string_view text);

}  // namespace claudestep
