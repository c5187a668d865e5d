// Owns: walking over the tokens of a JSON text whose places are known, without copying any.
// Leaves to others: finding the places (json_index.h), telling what is wrong (json_reader.h).
// Whatever it is not sure of it refuses: every text that it walks to the end is one that the strict
// reader reads, but not the other way round.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace claudestep::codec {

// A cursor over tokens. After a method returned false, nothing may be asked of it.
class JsonWalk {
 public:
  JsonWalk() = default;
  // Requires: `tokens` are those of `text`, which outlives the walk, and the last is a closing
  // bracket.
  JsonWalk(std::string_view text, std::span<const std::uint32_t> tokens);

  [[nodiscard]] bool at_end() const { return at_ == end_; }
  // The first byte of the next token; NUL at the end.
  [[nodiscard]] char peek() const { return at_ == end_ ? '\0' : text_[*at_]; }
  bool take(char bracket) {
    if (peek() != bracket) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] bool is_null() const { return peek() == 'n'; }

  // A key without escapes, and its colon.
  [[nodiscard]] bool key(std::string_view& key) {
    if (!raw_string(key) || !take(':')) return false;
    return !has_escapes_ || key.find('\\') == std::string_view::npos;
  }
  // A string as it is spelt, without its quotes; its escapes are not looked at.
  [[nodiscard]] bool raw_string(std::string_view& raw) {
    // Between a string and the token after it there is nothing but white space.
    if (peek() != '"' || end_ - at_ < 2) return false;
    const std::size_t begin = *at_ + 1UL;
    std::size_t quote = at_[1] - 1UL;
    while (is_white_space(text_[quote])) --quote;
    if (quote < begin || text_[quote] != '"') return false;
    raw = std::string_view(text_ + begin, quote - begin);
    ++at_;
    return true;
  }
  // A string whose escapes are right.
  [[nodiscard]] bool string();
  [[nodiscard]] bool number(std::string_view& token) {
    // Digits alone are what nearly all numbers are. The text ends in a bracket: no scan passes it.
    const char* const begin = text_ + (at_end() ? size_ - 1 : *at_);
    const char* end = begin;
    while (*end >= '0' && *end <= '9') ++end;
    const bool plain = end > begin && (*begin != '0' || end == begin + 1);
    if (!plain || !ends_scalar(*end)) return any_number(token);
    token = std::string_view(begin, static_cast<std::size_t>(end - begin));
    ++at_;
    return true;
  }
  [[nodiscard]] bool boolean(bool& value);
  [[nodiscard]] bool null();
  // Any value: its syntax, escapes, and that no object has a key twice.
  [[nodiscard]] bool skip_value();

  // Whether the text has a backslash anywhere.
  [[nodiscard]] bool has_escapes() const { return has_escapes_; }

 private:
  [[nodiscard]] bool word(std::string_view word);
  [[nodiscard]] bool any_number(std::string_view& token);
  [[nodiscard]] static bool is_white_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }
  [[nodiscard]] static bool ends_scalar(char c) {
    return c == ',' || c == '}' || c == ']' || is_white_space(c);
  }
  [[nodiscard]] bool scalar();
  [[nodiscard]] bool skip_inside(int depth);
  [[nodiscard]] bool skip_object(int depth);
  [[nodiscard]] bool skip_array(int depth);

  const char* text_ = nullptr;
  std::size_t size_ = 0;
  const std::uint32_t* at_ = nullptr;
  const std::uint32_t* end_ = nullptr;
  bool has_escapes_ = false;
};

// The text that a string without its quotes spells, appended to `out`; false where an escape is
// wrong or half of a pair.
[[nodiscard]] bool unescape(std::string_view raw, std::string& out);

// Keys met so far in one object, to find one that comes twice.
class KeySet {
 public:
  // False when the key is there already, or there are too many to look through.
  [[nodiscard]] bool add(std::string_view key);

 private:
  static constexpr std::size_t kMost = 24;
  std::string_view keys_[kMost];
  std::size_t count_ = 0;
};

}  // namespace claudestep::codec
