// Owns: small questions about text: UTF-8, white space, likeness, what is safe to show on a
// terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claudestep {

// The offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates and values
// above U+10FFFF are not), or npos.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

// Appends `code_point` as UTF-8. Requires: a Unicode scalar value.
void append_utf8(std::string& out, char32_t code_point);

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] bool has_digit(std::string_view text);

// What some editors put before UTF-8, and `bytes` after it where it is there.
inline constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
[[nodiscard]] std::string_view without_byte_order_mark(std::string_view bytes);

// "claudestep-metadata" of "refs/heads/claudestep-metadata".
[[nodiscard]] std::string short_ref(std::string_view ref);

// Takes the first line from `text`, without the "\n" that ends it.
[[nodiscard]] std::string_view cut_line(std::string_view& text);

// White space runs (space, tab, CR, LF, FF, VT) become one space, both ends trimmed.
[[nodiscard]] std::string collapse_whitespace(std::string_view text);
[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] std::string to_lower_ascii(std::string_view text);

// `text` with the byte that each %XX stands for; a '%' that begins no such escape stays.
[[nodiscard]] std::string percent_unescaped(std::string_view text);

// `text` made safe for a terminal and for one line of output: control characters (C0, DEL, C1),
// bidirectional overrides, line separators, characters that cannot be seen (but those that shape an
// emoji) and malformed bytes become visible escapes such as "\x1b" or "\u202e".
[[nodiscard]] std::string escape_for_terminal(std::string_view text);

// `text` as one word of a shell command, quoted where it has to be; nothing where a terminal would
// need it escaped, so that it could not be pasted back.
[[nodiscard]] std::optional<std::string> shell_quoted(std::string_view text);

// `text` in single quotes, as messages quote a subject: without_credentials(), escaped for a
// terminal, cut in the middle when longer than `limit` code points.
[[nodiscard]] std::string quoted(std::string_view text, std::size_t limit = 120);

// Columns that well-formed `text` takes on a terminal: wide East Asian and emoji 2, combining 0.
[[nodiscard]] std::size_t display_width(std::string_view text);

// `text` cut to at most `width` columns, ending in `ellipsis` where it was cut.
[[nodiscard]] std::string truncate_to_width(std::string_view text, std::size_t width,
                                            std::string_view ellipsis = "…");

// The candidate most like `word` (Damerau-Levenshtein, letter case ignored), or nothing when none
// is near enough to be meant. Ties go to the first.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 const std::vector<std::string>& candidates);

// "1 task", "2 tasks".
[[nodiscard]] std::string counted(std::size_t count, std::string_view singular);

}  // namespace claudestep
