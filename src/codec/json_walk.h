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
  // Requires: `tokens` are those of `text`, which outlives the walk.
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
  [[nodiscard]] bool key(std::string_view& key);
  // A string as it is spelt, without its quotes; its escapes are not looked at.
  [[nodiscard]] bool raw_string(std::string_view& raw);
  // A string whose escapes are right.
  [[nodiscard]] bool string();
  [[nodiscard]] bool number(std::string_view& token);
  [[nodiscard]] bool boolean(bool& value);
  [[nodiscard]] bool null();
  // Any value: its syntax, escapes, and that no object has a key twice.
  [[nodiscard]] bool skip_value();

  // Whether the text has a backslash anywhere.
  [[nodiscard]] bool has_escapes() const { return has_escapes_; }

 private:
  [[nodiscard]] bool word(std::string_view word);
  [[nodiscard]] bool ends_scalar(std::size_t at) const;
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
