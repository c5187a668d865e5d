#include "codec/json_walk.h"

#include <algorithm>
#include <cstring>

#include "base/ascii.h"
#include "base/text.h"

namespace claudestep::codec {
namespace {

// Below the strict reader's limit, with room for what is around a skipped value.
constexpr int kDeepestSkip = 100;

bool is_figure(char c) {
  return c >= '0' && c <= '9';
}

// Four hex digits at the front of `raw`, taken; -1 when they are not there.
std::int32_t take_unit(std::string_view& raw) {
  if (raw.size() < 4) return -1;
  std::int32_t unit = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const int digit = hex_value(raw[i]);
    if (digit < 0) return -1;
    unit = (unit * 16) + digit;
  }
  raw.remove_prefix(4);
  return unit;
}

// What follows "\u", taken.
bool take_code_point(std::string_view& raw, std::string& out) {
  const std::int32_t first = take_unit(raw);
  if (first < 0 || (first >= 0xdc00 && first <= 0xdfff)) return false;
  if (first < 0xd800 || first > 0xdbff) {
    append_utf8(out, static_cast<char32_t>(first));
    return true;
  }
  if (!raw.starts_with("\\u")) return false;
  raw.remove_prefix(2);
  const std::int32_t second = take_unit(raw);
  if (second < 0xdc00 || second > 0xdfff) return false;
  append_utf8(out, static_cast<char32_t>(0x10000 + ((first - 0xd800) * 0x400) + second - 0xdc00));
  return true;
}

std::size_t skip_figures(std::string_view text, std::size_t at) {
  while (at < text.size() && is_figure(text[at])) ++at;
  return at;
}

// The end of the JSON number at the front of `text`; 0 when there is none.
std::size_t end_of_number(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = at;
  at = skip_figures(text, at);
  if (at == whole || (text[whole] == '0' && at > whole + 1)) return 0;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = ++at;
    at = skip_figures(text, at);
    if (at == fraction) return 0;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const std::size_t exponent = at;
    at = skip_figures(text, at);
    if (at == exponent) return 0;
  }
  return at;
}

}  // namespace

JsonWalk::JsonWalk(std::string_view text, std::span<const std::uint32_t> tokens)
    : text_(text.data()),
      size_(text.size()),
      at_(tokens.data()),
      end_(tokens.data() + tokens.size()),
      has_escapes_(text.find('\\') != std::string_view::npos) {}

bool JsonWalk::string() {
  std::string_view raw;
  if (!raw_string(raw)) return false;
  if (!has_escapes_ || raw.find('\\') == std::string_view::npos) return true;
  std::string ignored;
  return unescape(raw, ignored);
}

bool JsonWalk::any_number(std::string_view& token) {
  if (at_end()) return false;
  const std::string_view rest(text_ + *at_, size_ - *at_);
  const std::size_t size = end_of_number(rest);
  if (size == 0 || size == rest.size() || !ends_scalar(rest[size])) return false;
  token = rest.substr(0, size);
  ++at_;
  return true;
}

bool JsonWalk::word(std::string_view word) {
  if (at_end() || size_ - *at_ <= word.size()) return false;
  if (std::memcmp(text_ + *at_, word.data(), word.size()) != 0) return false;
  if (!ends_scalar(text_[*at_ + word.size()])) return false;
  ++at_;
  return true;
}

bool JsonWalk::null() {
  return word("null");
}

bool JsonWalk::boolean(bool& value) {
  value = peek() == 't';
  return word(value ? "true" : "false");
}

bool JsonWalk::scalar() {
  bool ignored = false;
  std::string_view token;
  switch (peek()) {
    case '"':
      return string();
    case 't':
    case 'f':
      return boolean(ignored);
    case 'n':
      return null();
    default:
      return number(token);
  }
}

bool JsonWalk::skip_value() {
  return skip_inside(0);
}

// Recursion is as deep as kDeepestSkip.
bool JsonWalk::skip_inside(int depth) {  // NOLINT(misc-no-recursion)
  if (peek() == '{') return depth < kDeepestSkip && skip_object(depth);
  if (peek() == '[') return depth < kDeepestSkip && skip_array(depth);
  return scalar();
}

bool JsonWalk::skip_object(int depth) {  // NOLINT(misc-no-recursion)
  if (!take('{')) return false;
  if (take('}')) return true;
  KeySet keys;
  do {
    std::string_view name;
    if (!key(name) || !keys.add(name) || !skip_inside(depth + 1)) return false;
  } while (take(','));
  return take('}');
}

bool JsonWalk::skip_array(int depth) {  // NOLINT(misc-no-recursion)
  if (!take('[')) return false;
  if (take(']')) return true;
  do {
    if (!skip_inside(depth + 1)) return false;
  } while (take(','));
  return take(']');
}

bool unescape(std::string_view raw, std::string& out) {
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  while (!raw.empty()) {
    const std::size_t plain = std::min(raw.find('\\'), raw.size());
    out.append(raw.substr(0, plain));
    raw.remove_prefix(plain);
    if (raw.empty()) break;
    if (raw.size() < 2) return false;
    const char letter = raw[1];
    raw.remove_prefix(2);
    if (letter == 'u') {
      if (!take_code_point(raw, out)) return false;
      continue;
    }
    const std::size_t which = kLetters.find(letter);
    if (which == std::string_view::npos) return false;
    out += kMeanings[which];
  }
  return true;
}

bool KeySet::add(std::string_view key) {
  if (count_ == kMost) return false;
  for (std::size_t i = 0; i < count_; ++i) {
    if (keys_[i] == key) return false;
  }
  keys_[count_++] = key;
  return true;
}

}  // namespace claudestep::codec
