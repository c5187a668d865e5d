#include "codec/json_scanner.h"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"
#include "base/utf8.h"

namespace claudestep::codec {
namespace {

// Bytes that a string holds as they are: printable ASCII but for the quote and the backslash.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x80; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

bool is_plain(char c) {
  return kPlain[static_cast<unsigned char>(c)];
}
bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_high_surrogate(char32_t unit) {
  return unit >= 0xd800 && unit <= 0xdbff;
}
bool is_low_surrogate(char32_t unit) {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

}  // namespace

JsonScanner::JsonScanner(const std::string& text, const std::string& file, std::uint32_t first_line,
                         ErrorCode code)
    : at_(text.data()),
      end_(text.data() + text.size()),
      line_start_(text.data()),
      line_(first_line),
      file_(file),
      code_(code) {
  if (text.starts_with(kByteOrderMark)) {
    at_ += kByteOrderMark.size();
    line_start_ = at_;
  }
}

void JsonScanner::skip_white_space() {
  constexpr std::uint64_t kEightSpaces = 0x2020202020202020;
  for (;; ++at_) {
    switch (*at_) {
      case '\n':
        ++line_;
        line_start_ = at_ + 1;
        continuation_bytes_ = 0;
        // Indentation is most of the white space there is.
        for (std::uint64_t word = 0; end_ - at_ > 8; at_ += 8) {
          std::memcpy(&word, at_ + 1, sizeof word);
          if (word != kEightSpaces) break;
        }
        break;
      case ' ':
      case '\t':
      case '\r':
        break;
      default:
        return;
    }
  }
}

bool JsonScanner::fail_at(Mark mark, std::string message) {
  error_ = Error{.code = code_, .message = std::move(message)}.at(
      Place{.file = file_, .line = mark.line, .column = mark.column});
  return false;
}

std::string JsonScanner::describe_next() const {
  if (at_end()) return "the end of the document";
  const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
  if (rest.front() == '\'') return "a single quote";
  const Utf8Char first = next_utf8(rest);
  if (!first.valid) {
    return fmt::format("the byte 0x{:02x}, which is not UTF-8",
                       static_cast<unsigned>(static_cast<unsigned char>(rest.front())));
  }
  std::size_t size = 0;
  while (size < rest.size() && size < 32 && is_word(rest[size])) ++size;
  return quoted(rest.substr(0, size == 0 ? first.size : size));
}

bool JsonScanner::expected(std::string_view what) {
  return fail_at(mark(), fmt::format("expected {}, found {}", what, describe_next()));
}

bool JsonScanner::word(std::string_view word) {
  const auto room = static_cast<std::size_t>(end_ - at_);
  if (room < word.size() || std::string_view(at_, word.size()) != word) return false;
  if (is_word(at_[word.size()])) return false;
  at_ += word.size();
  return true;
}

bool JsonScanner::string(std::string& text, std::string_view& source) {
  const Mark start_mark = mark();
  const char* const start = at_;
  ++at_;
  const char* run = at_;
  for (;;) {
    while (is_plain(*at_)) ++at_;
    const char c = *at_;
    if (c == '"') break;
    if (static_cast<unsigned char>(c) >= 0x80) {
      if (!multi_byte()) return false;
      continue;
    }
    if (at_end()) return fail_at(start_mark, "the string that starts here is not closed");
    if (c != '\\') {
      return fail_at(mark(), fmt::format("a control character (U+{:04X}) in a string; expected "
                                         "an escape such as \\n",
                                         static_cast<unsigned>(static_cast<unsigned char>(c))));
    }
    text.append(run, at_);
    if (!escape(text)) return false;
    run = at_;
  }
  text.append(run, at_);
  ++at_;
  source = std::string_view(start, static_cast<std::size_t>(at_ - start));
  return true;
}

bool JsonScanner::multi_byte() {
  const Utf8Char next = next_utf8(std::string_view(at_, static_cast<std::size_t>(end_ - at_)));
  if (!next.valid) {
    return fail_at(mark(), fmt::format("the byte 0x{:02x} is not valid UTF-8",
                                       static_cast<unsigned>(static_cast<unsigned char>(*at_))));
  }
  at_ += next.size;
  continuation_bytes_ += static_cast<std::ptrdiff_t>(next.size - 1);
  return true;
}

bool JsonScanner::escape(std::string& text) {
  constexpr std::string_view kNames = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  const Mark start = mark();
  ++at_;
  if (*at_ == 'u') return unicode_escape(text);
  const std::size_t which = at_end() ? std::string_view::npos : kNames.find(*at_);
  if (which == std::string_view::npos) {
    return fail_at(
        start, fmt::format("expected an escape such as \\n or \\u00e9, found a backslash and {}",
                           describe_next()));
  }
  text += kMeanings[which];
  ++at_;
  return true;
}

bool JsonScanner::hex4(char32_t& unit) {
  at_ += 2;  // past "\u"
  unit = 0;
  for (int i = 0; i < 4; ++i) {
    const int digit = hex_value(*at_);
    if (digit < 0) return expected("four hex digits after \\u");
    unit = (unit << 4U) | static_cast<char32_t>(digit);
    ++at_;
  }
  return true;
}

bool JsonScanner::unicode_escape(std::string& text) {
  --at_;
  const Mark start = mark();
  char32_t unit = 0;
  if (!hex4(unit)) return false;
  const char32_t first = unit;
  if (is_high_surrogate(first) && end_ - at_ >= 2 && at_[0] == '\\' && at_[1] == 'u') {
    if (!hex4(unit)) return false;
    if (is_low_surrogate(unit)) unit = 0x10000 + ((first - 0xd800) << 10U) + (unit - 0xdc00);
  }
  const bool lone = (is_high_surrogate(first) && unit < 0x10000) || is_low_surrogate(first);
  if (lone) {
    return fail_at(start, fmt::format("the escape \\u{:04x} is half of a surrogate pair",
                                      static_cast<unsigned>(first)));
  }
  append_utf8(text, unit);
  return true;
}

bool JsonScanner::digits(std::string_view where) {
  if (!is_digit(*at_)) return expected(where);
  while (is_digit(*at_)) ++at_;
  return true;
}

bool JsonScanner::number(std::string& text, std::string_view& source) {
  const char* const start = at_;
  if (*at_ == '-') ++at_;
  if (*at_ == '0') {
    ++at_;
    if (is_digit(*at_)) return expected("no digit after a leading zero");
  } else if (!digits("a digit after '-'")) {
    return false;
  }
  if (*at_ == '.') {
    ++at_;
    if (!digits("a digit after the decimal point")) return false;
  }
  if (*at_ == 'e' || *at_ == 'E') {
    ++at_;
    if (*at_ == '+' || *at_ == '-') ++at_;
    if (!digits("a digit in the exponent")) return false;
  }
  if (is_word(*at_)) return expected("the end of the number");
  source = std::string_view(start, static_cast<std::size_t>(at_ - start));
  text = source;
  return true;
}

}  // namespace claudestep::codec
