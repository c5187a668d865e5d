// Owns: laying out prose and lists of terms for a width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claudestep::cli {

// Prose in longer lines is hard to read.
inline constexpr std::size_t kWidestProse = 100;

// `text` in lines of at most `width` columns, each begun with `indent` spaces and ended with a
// newline. An empty line parts paragraphs; a line that begins with a space is kept as it is.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent = 0);

// Each line of `text` moved to the right; empty ones stay empty.
[[nodiscard]] std::string indented(std::string_view text, std::size_t by);

// "  TERM     meaning": the meaning wrapped beside the term, from column `column` on, or below it
// when the term is too long.
[[nodiscard]] std::string term_line(std::string_view term, std::string_view meaning,
                                    std::size_t column, std::size_t width);

}  // namespace claudestep::cli
