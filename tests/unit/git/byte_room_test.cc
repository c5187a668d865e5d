#include "git/byte_room.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace claudestep::git {
namespace {

TEST(ByteRoom, KeepsBytesWhereTheyAre) {
  ByteRoom room;
  std::vector<std::pair<std::string, std::string_view>> kept;
  const auto keep = [&](std::string bytes) {
    const std::string_view copy = room.keep(bytes);
    kept.emplace_back(std::move(bytes), copy);
  };
  keep("");
  for (std::size_t size = 1; size < 30'000'000; size = size * 3 + 1) {
    keep(std::string(size, static_cast<char>('a' + size % 26)));
    for (int i = 0; i < 100; ++i) keep(std::to_string(i) + '\0' + std::to_string(size));
  }
  for (const auto& [bytes, copy] : kept) {
    EXPECT_TRUE(bytes == copy) << bytes.size();
    EXPECT_NE(copy.data(), nullptr);
  }
}

}  // namespace
}  // namespace claudestep::git
