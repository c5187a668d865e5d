#include "base/utf8.h"

#include <cstring>

#include "base/text.h"

namespace claudestep {
namespace {

constexpr std::size_t kWord = 8;
constexpr unsigned long long kHighBits = 0x8080808080808080ULL;

// How many bytes the sequence that `lead` begins has, 0 for a byte that begins none.
std::size_t sequence_size(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

bool is_scalar(char32_t code_point, std::size_t size) {
  switch (size) {
    case 3:
      return code_point >= 0x800 && (code_point < 0xd800 || code_point > 0xdfff);
    case 4:
      return code_point >= 0x10000 && code_point <= 0x10ffff;
    default:
      return true;
  }
}

}  // namespace

Utf8Char next_utf8(std::string_view text) {
  constexpr Utf8Char kMalformed{.code_point = 0xfffd, .size = 1, .valid = false};
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = sequence_size(lead);
  if (size == 0 || size > text.size()) return kMalformed;
  char32_t code_point = size == 1 ? lead : lead & (0x7fU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xc0U) != 0x80) return kMalformed;
    code_point = (code_point << 6U) | (byte & 0x3fU);
  }
  if (!is_scalar(code_point, size)) return kMalformed;
  return Utf8Char{.code_point = code_point, .size = size, .valid = true};
}

std::size_t find_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.size() - at >= kWord) {
      unsigned long long word = 0;
      std::memcpy(&word, text.data() + at, kWord);
      if ((word & kHighBits) == 0) {
        at += kWord;
        continue;
      }
    }
    const Utf8Char next = next_utf8(text.substr(at));
    if (!next.valid) return at;
    at += next.size;
  }
  return std::string_view::npos;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto byte = [&out](char32_t value) { out += static_cast<char>(value); };
  if (code_point < 0x80) {
    byte(code_point);
  } else if (code_point < 0x800) {
    byte(0xc0U | (code_point >> 6U));
    byte(0x80U | (code_point & 0x3fU));
  } else if (code_point < 0x10000) {
    byte(0xe0U | (code_point >> 12U));
    byte(0x80U | ((code_point >> 6U) & 0x3fU));
    byte(0x80U | (code_point & 0x3fU));
  } else {
    byte(0xf0U | (code_point >> 18U));
    byte(0x80U | ((code_point >> 12U) & 0x3fU));
    byte(0x80U | ((code_point >> 6U) & 0x3fU));
    byte(0x80U | (code_point & 0x3fU));
  }
}

}  // namespace claudestep
