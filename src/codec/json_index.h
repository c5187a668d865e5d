// Owns: finding where the tokens of a JSON text begin, many bytes at a time. The one file that
// knows simdjson. Leaves to others: what the tokens say, and in which order (json_walk.h).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace claudestep::codec {

// Memory that serves one text after the other.
class JsonIndex {
 public:
  JsonIndex();
  ~JsonIndex();
  JsonIndex(JsonIndex&&) noexcept;
  JsonIndex& operator=(JsonIndex&&) noexcept;

  // The offsets of brackets, colons, commas, opening quotes and first bytes of other scalars that
  // are not inside a string. When it succeeds, `text` is UTF-8, every string is closed and holds no
  // control character; nothing else is known. Nothing is returned for any other text, an empty one
  // and one past 4 GB. Valid until the next call.
  [[nodiscard]] std::span<const std::uint32_t> find_tokens(std::string_view text);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace claudestep::codec
