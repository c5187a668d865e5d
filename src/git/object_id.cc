#include "git/object_id.h"

#include "base/ascii.h"

namespace claudestep::git {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

}  // namespace

std::string ObjectId::hex() const {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 0xFU];
  }
  return text;
}

std::optional<ObjectId> ObjectId::parse(std::string_view hex) {
  ObjectId id;
  if (hex.size() != id.bytes.size() * 2) return std::nullopt;
  for (std::size_t i = 0; i < id.bytes.size(); ++i) {
    const int high = hex_value(hex[2 * i]);
    const int low = hex_value(hex[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    id.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return id;
}

}  // namespace claudestep::git
