// Owns: going word by word through bytes that are laid out as write_project() lays them out.
// Leaves to others: which words make a record (plain_project.cc). Internal to codec/.
#pragma once

#include <endian.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "base/text.h"

namespace claudestep::codec {

// Whether it is such a one as 2026-01-27T10:00:00Z.
[[nodiscard]] bool is_plain_time(std::string_view text);

// Goes through bytes, which must outlive it and what it finds. What does not find what it looks for
// stays where it is, or anywhere in the value that it looked at, and says so.
class PlainCursor {
 public:
  explicit PlainCursor(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] std::size_t place() const { return at_; }
  void go_to(std::size_t place) { at_ = place; }
  [[nodiscard]] std::string_view since(std::size_t place) const {
    return bytes_.substr(place, at_ - place);
  }
  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }
  // NUL at the end.
  [[nodiscard]] char next() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }
  // Inlined, as the size of most words is known then.
  [[nodiscard, gnu::always_inline]] bool sees(std::string_view word) const {
    return bytes_.size() - at_ >= word.size() && is_here(bytes_.data() + at_, word);
  }
  [[gnu::always_inline]] bool skip(std::string_view word) {
    if (!sees(word)) return false;
    at_ += word.size();
    return true;
  }
  // How many bytes here are those that `bytes` begins with.
  [[nodiscard]] std::size_t count_same(std::string_view bytes) const {
    const std::size_t most = std::min(bytes.size(), bytes_.size() - at_);
    const char* const here = bytes_.data() + at_;
    std::size_t same = 0;
    for (const std::size_t piece : {std::size_t{512}, std::size_t{32}, std::size_t{1}}) {
      while (most - same >= piece && std::memcmp(here + same, bytes.data() + same, piece) == 0) {
        same += piece;
      }
    }
    return same;
  }
  // The name of a member and its colon.
  [[gnu::always_inline]] bool skip_name(std::string_view name) {
    constexpr std::string_view kColon = "\": ";
    const std::size_t size = 1 + name.size() + kColon.size();
    if (bytes_.size() - at_ < size) return false;
    const char* const begin = bytes_.data() + at_;
    if (begin[0] != '"' || !is_here(begin + 1, name) || !is_here(begin + 1 + name.size(), kColon)) {
      return false;
    }
    at_ += size;
    return true;
  }
  void skip_blanks();

  // --- values as they are when nothing about them is special

  // A string without escapes: what is between the quotes.
  [[nodiscard]] std::optional<std::string_view> text() {
    if (next() != '"') return std::nullopt;
    std::size_t end = at_ + 1;
    for (std::size_t plain = 16; plain == 16 && bytes_.size() - end >= 16; end += plain) {
      plain = count_plain_bytes(bytes_.data() + end);
    }
    while (end < bytes_.size() && is_plain_byte(bytes_[end])) ++end;
    if (end == bytes_.size() || bytes_[end] != '"') return std::nullopt;
    const std::string_view text = bytes_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return text;
  }
  // Of so few digits that it surely is one of 64 bits.
  [[nodiscard]] std::optional<std::int64_t> whole_number();
  // The same, whatever its value.
  bool skip_whole_number() {
    const std::size_t size = end_of_digits(at_) - at_;
    const bool is_plain = size == 1 || (size > 1 && size <= kMostPlainDigits && next() != '0');
    if (is_plain) at_ += size;
    return is_plain;
  }
  [[nodiscard]] std::optional<std::int64_t> positive();
  [[nodiscard]] std::optional<std::string_view> time();
  bool decimal();

  // --- values of any sort

  bool skip_string();
  // One value, told by quotes and brackets alone, not too many in each other.
  bool skip_value();

 private:
  // Whether `word` stands here. Its size is known to the compiler where this is inlined, which
  // makes a few instructions of it.
  [[gnu::always_inline]] static bool is_here(const char* here, std::string_view word) {
    const auto differ = [&](auto piece, std::size_t at) {
      auto other = piece;
      std::memcpy(&piece, here + at, sizeof piece);
      std::memcpy(&other, word.data() + at, sizeof piece);
      return piece ^ other;
    };
    const std::size_t size = word.size();
    if (size >= 8) {
      std::uint64_t different = differ(std::uint64_t{}, size - 8);
      for (std::size_t at = 0; at + 8 < size; at += 8) different |= differ(std::uint64_t{}, at);
      return different == 0;
    }
    if (size >= 4) return (differ(std::uint32_t{}, 0) | differ(std::uint32_t{}, size - 4)) == 0;
    for (std::size_t at = 0; at < size; ++at) {
      if (here[at] != word[at]) return false;
    }
    return true;
  }
  // Whether a byte of a string stands for itself; those above are left to the check for UTF-8.
  static bool is_plain_byte(char byte) {
    return static_cast<unsigned char>(byte) >= ' ' && byte != '"' && byte != '\\';
  }
  // How many of sixteen bytes are such before the first that is not.
  static std::size_t count_plain_bytes(const char* bytes) {
    using Sixteen [[gnu::vector_size(16)]] = unsigned char;
    Sixteen all;
    std::memcpy(&all, bytes, sizeof all);
    // In each byte all bits or none.
    const auto is_special = (all < ' ') | (all == '"') | (all == '\\');
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), &is_special, sizeof halves);
    const auto first_in = [](std::uint64_t half) {
      return static_cast<std::size_t>(std::countr_zero(le64toh(half))) / 8;
    };
    return halves[0] != 0 ? first_in(halves[0]) : 8 + first_in(halves[1]);
  }
  // How many of eight bytes are digits before the first that is none.
  static std::size_t count_digits(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    word = le64toh(word) ^ 0x3030303030303030U;
    // What differs from a digit 0 by more than 9 gets its highest bit; what is carried out of it
    // reaches only those behind.
    const std::uint64_t others = (word | (word + 0x7676767676767676U)) & 0x8080808080808080U;
    return static_cast<std::size_t>(std::countr_zero(others)) / 8;
  }
  [[nodiscard]] std::size_t end_of_digits(std::size_t end) const {
    for (std::size_t digits = 8; digits == 8 && bytes_.size() - end >= 8; end += digits) {
      digits = count_digits(bytes_.data() + end);
    }
    while (end < bytes_.size() && is_digit(bytes_[end])) ++end;
    return end;
  }
  bool skip_word();

  static constexpr std::size_t kMostPlainDigits = 18;  // of a number that surely is one of 64 bits

  std::string_view bytes_;
  std::size_t at_ = 0;
};

// How far what lies in a record is indented.
enum class PlainDepth : std::size_t { kRecord = 6, kPart = 8, kOperation = 10 };

// The members of one object in the order in which they are written, each on a line of its own.
template <PlainDepth kDepth>
class PlainLines {
 public:
  explicit PlainLines(PlainCursor& cursor) : cursor_(cursor) {}

  bool begin() { return cursor_.skip("{") && cursor_.skip(kSeparator.substr(1)); }
  bool end() { return !at_name_ && cursor_.skip(kEnd); }

  // Whether the next member has this name; then its value comes.
  template <std::size_t kSize>
  [[gnu::always_inline]] bool has(const char (&name)[kSize]) {
    if (!at_name_) at_name_ = cursor_.skip(kSeparator);
    if (!at_name_ || !cursor_.skip_name({name, kSize - 1})) return false;
    at_name_ = false;
    return true;
  }

  // These say whether the value, where there is one, is a plain one.
  template <typename Name>
  bool may_have_text(const Name& name) {
    return !has(name) || cursor_.text();
  }
  template <typename Name>
  bool may_have_number(const Name& name) {
    return !has(name) || cursor_.skip_whole_number();
  }
  template <typename Name>
  bool may_have_decimal(const Name& name) {
    return !has(name) || cursor_.decimal();
  }
  template <typename Name>
  bool may_have_time(const Name& name) {
    return !has(name) || cursor_.time();
  }
  template <typename Name>
  bool may_have_flag(const Name& name) {
    return !has(name) || cursor_.skip("true") || cursor_.skip("false");
  }
  template <typename Name>
  bool may_have_texts(const Name& name, std::string_view item_begin, std::string_view item_next,
                      std::string_view end) {
    if (!has(name) || cursor_.skip("[]")) return true;
    if (!cursor_.skip(item_begin)) return false;
    do {
      if (!cursor_.text()) return false;
    } while (cursor_.skip(item_next));
    return cursor_.skip(end);
  }

 private:
  static constexpr auto kIndent = static_cast<std::size_t>(kDepth);
  // What stands between two members, and what behind the last one.
  static constexpr std::string_view kSeparator =
      std::string_view(",\n          ").substr(0, 2 + kIndent);
  static constexpr auto kEndBytes = [] {
    std::array<char, kIndent> bytes{};
    bytes.fill(' ');
    bytes.front() = '\n';
    bytes.back() = '}';
    return bytes;
  }();
  static constexpr std::string_view kEnd{kEndBytes.data(), kEndBytes.size()};

  PlainCursor& cursor_;
  bool at_name_ = true;  // what separates it from the one before was skipped
};

}  // namespace claudestep::codec
