#include "base/checksum.h"

#include <array>
#include <cstddef>
#include <cstring>

namespace claudestep {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15;

// Both halves of a product: every bit of either factor moves many of the result.
std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  const Wide product = static_cast<Wide>(a ^ kOdd) * (b ^ 0xe7037ed1a0b428db);
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

std::uint64_t word_at(std::string_view bytes, std::size_t at) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes.data() + at, sizeof word);
  return word;
}

}  // namespace

std::uint64_t checksum(std::string_view bytes) {
  // Four lanes, so that the multiplications overlap. None may begin at a value that makes a factor
  // zero for likely bytes.
  std::array<std::uint64_t, 4> lanes = {0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0,
                                        0x082efa98ec4e6c89};
  const std::uint64_t size = bytes.size();
  while (bytes.size() >= 64) {
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
      const std::uint64_t first = word_at(bytes, lane * 16);
      lanes[lane] = mixed(lanes[lane] ^ first, word_at(bytes, (lane * 16) + 8)) + first;
    }
    bytes.remove_prefix(64);
  }
  std::uint64_t sum = mixed(lanes[0] ^ size, lanes[1]) ^ mixed(lanes[2], lanes[3] + size);
  while (!bytes.empty()) {
    std::uint64_t rest = 0;
    const std::size_t taken = bytes.size() < sizeof rest ? bytes.size() : sizeof rest;
    std::memcpy(&rest, bytes.data(), taken);
    sum = mixed(sum ^ rest, sum + taken);
    bytes.remove_prefix(taken);
  }
  return mixed(sum, size);
}

}  // namespace claudestep
