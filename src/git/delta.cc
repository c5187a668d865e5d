#include "git/delta.h"

#include <endian.h>

#include <cstdint>
#include <cstring>
#include <limits>

namespace claudestep::git {
namespace {

constexpr unsigned kCopy = 0x80;  // the bit of a command that takes bytes from the base
constexpr std::size_t kCopyOfZero = 0x10000;

unsigned byte_at(std::string_view bytes, std::size_t place) {
  return static_cast<std::uint8_t>(bytes[place]);
}

// Seven bits a byte, the lowest first; the highest bit says that more follow.
std::optional<std::size_t> take_size(std::string_view& delta) {
  std::size_t size = 0;
  for (unsigned shift = 0; !delta.empty() && shift < std::numeric_limits<std::size_t>::digits - 6;
       shift += 7) {
    const std::size_t byte = byte_at(delta, 0);
    delta.remove_prefix(1);
    size |= (byte & 0x7FU) << shift;
    if ((byte & 0x80U) == 0) return size;
  }
  return std::nullopt;
}

// Takes `Most` bytes of a number, the lowest first, off the low end of `word` and counts them; of
// those that are not `present`, which are zero, nothing. Without branches: which are there is as
// good as random.
template <unsigned Most>
std::size_t take_number(std::uint64_t& word, unsigned present, std::size_t& taken) {
  std::size_t number = 0;
#pragma GCC unroll 4
  for (unsigned i = 0; i < Most; ++i) {
    const unsigned here = (present >> i) & 1U;
    number |= (word & (here * 0xFFU)) << (8U * i);
    word >>= 8U * here;
    taken += here;
  }
  return number;
}

void copy(char* out, const char* from, std::size_t size) {
  if (size > kSlack) {
    std::memcpy(out, from, size);
  } else {
    std::memcpy(out, from, kSlack);
  }
}

}  // namespace

std::optional<DeltaSizes> take_sizes(std::string_view& delta) {
  const auto base = take_size(delta);
  const auto result = base ? take_size(delta) : std::nullopt;
  if (!result) return std::nullopt;
  return DeltaSizes{*base, *result};
}

bool apply_delta(std::string_view base, std::string_view delta, char* out, std::size_t size) {
  while (!delta.empty()) {
    const unsigned command = byte_at(delta, 0);
    delta.remove_prefix(1);
    std::string_view from = delta;
    std::size_t offset = 0;
    std::size_t count = command;
    if ((command & kCopy) != 0) {
      std::uint64_t numbers = 0;
      std::memcpy(&numbers, delta.data(), sizeof numbers);
      numbers = le64toh(numbers);
      std::size_t taken = 0;
      from = base;
      offset = take_number<4>(numbers, command, taken);
      count = take_number<3>(numbers, command >> 4U, taken);
      if (count == 0) count = kCopyOfZero;
      if (taken > delta.size()) return false;
      delta.remove_prefix(taken);
    }
    if (offset > from.size() || count > from.size() - offset || count > size || count == 0) {
      return false;
    }
    copy(out, from.data() + offset, count);
    if ((command & kCopy) == 0) delta.remove_prefix(count);
    out += count;
    size -= count;
  }
  return size == 0;
}

}  // namespace claudestep::git
