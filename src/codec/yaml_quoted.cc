#include "codec/yaml_quoted.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"
#include "codec/yaml_checks.h"

namespace claudestep::codec {
namespace {

bool is_break(char c) {
  return c == '\r' || c == '\n';
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || is_break(c);
}

// The white space [begin, end) of a scalar as what it is folded to, where it holds a line end.
bool fold(std::string& text, std::size_t begin, std::size_t end, bool escaped) {
  const auto from = text.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto to = text.begin() + static_cast<std::ptrdiff_t>(end);
  const auto breaks = std::count(from, to, '\n');
  if (breaks == 0) return false;
  std::fill(from, to, kFoldedAway);
  if (breaks > 1) {
    std::fill(from, from + (breaks - 1), kFoldedBreak);
  } else if (!escaped) {
    *from = ' ';
  }
  return true;
}

// How many hex digits follow the letter of an escape.
std::size_t digits_after(char letter) {
  if (letter == 'x') return 2;
  if (letter == 'u') return 4;
  return letter == 'U' ? 8 : 0;
}

char32_t meaning_of(char letter) {
  constexpr std::string_view kLetters = "0abtnvfre\tN_LP";
  constexpr std::array<char32_t, kLetters.size()> kMeanings{0,  7,  8, 9,    10,   11,     12,
                                                            13, 27, 9, 0x85, 0xa0, 0x2028, 0x2029};
  const std::size_t at = kLetters.find(letter);
  return at == std::string_view::npos ? static_cast<unsigned char>(letter) : kMeanings[at];
}

// The escape whose letter is at `at`, which moves behind it.
void append_escape(std::string& out, std::string_view text, std::size_t& at) {
  const char letter = text[at++];
  const std::size_t digits = digits_after(letter);
  if (digits == 0) return append_utf8(out, meaning_of(letter));
  char32_t value = 0;
  for (const std::size_t end = at + digits; at < end; ++at) {
    value = value * 16 + static_cast<char32_t>(hex_value(text[at]));
  }
  append_utf8(out, value);
}

}  // namespace

bool fold_lines(std::string& text, std::size_t begin, std::size_t end, char style) {
  bool folded = false;
  for (std::size_t at = begin; at < end;) {
    const bool escapes = style == '"' && text[at] == '\\';
    const bool escaped_break = escapes && is_break(byte_at(text, at + 1));
    if (escapes && !escaped_break) {
      at += 2;
      continue;
    }
    if (escaped_break) text[at++] = kFoldedAway;
    const std::size_t first = at;
    while (at < end && is_space(text[at])) ++at;
    if (fold(text, first, at, escaped_break)) folded = true;
    if (at == first) ++at;
  }
  return folded;
}

std::string unfolded(std::string folded) {
  folded.erase(std::remove(folded.begin(), folded.end(), kFoldedAway), folded.end());
  std::replace(folded.begin(), folded.end(), kFoldedBreak, '\n');
  return folded;
}

std::string read_quoted(std::string_view scalar) {
  const char style = scalar.front();
  std::string folded(scalar.substr(1, scalar.size() - 2));
  fold_lines(folded, 0, folded.size(), style);
  folded = unfolded(std::move(folded));
  std::string text;
  for (std::size_t at = 0; at < folded.size();) {
    const char c = folded[at++];
    if (c == '\\' && style == '"') {
      append_escape(text, folded, at);
    } else {
      text += c;
      if (c == '\'' && style == '\'') ++at;
    }
  }
  return text;
}

}  // namespace claudestep::codec
