#include "base/checksum.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace claudestep {
namespace {

TEST(Checksum, KnowsEachBitAndTheSize) {
  std::set<std::uint64_t> sums;
  std::size_t count = 0;
  for (std::size_t size = 0; size < 200; ++size) {
    std::string bytes(size, '\0');
    sums.insert(checksum(bytes));
    ++count;
    for (std::size_t bit = 0; bit < 8 * size; bit += 5) {
      const char kept = bytes[bit / 8];
      bytes[bit / 8] = static_cast<char>(1U << (bit % 8));
      sums.insert(checksum(bytes));
      bytes[bit / 8] = kept;
      ++count;
    }
  }
  EXPECT_EQ(sums.size(), count);
}

TEST(Checksum, KnowsTheOrder) {
  EXPECT_NE(checksum(std::string(64, 'a') + std::string(64, 'b')),
            checksum(std::string(64, 'b') + std::string(64, 'a')));
  EXPECT_NE(checksum(std::string(16, 'a') + std::string(48, 'b')),
            checksum(std::string(48, 'b') + std::string(16, 'a')));
}

}  // namespace
}  // namespace claudestep
