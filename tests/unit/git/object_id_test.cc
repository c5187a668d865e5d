#include "git/object_id.h"

#include <gtest/gtest.h>

namespace claudestep::git {
namespace {

constexpr std::string_view kHex = "0123456789abcdef0123456789abcdef01234567";

TEST(ObjectId, ReadsAndPrintsHex) {
  const auto id = ObjectId::parse(kHex);
  ASSERT_TRUE(id);
  EXPECT_EQ(id->hex(), kHex);
  EXPECT_EQ(id->bytes[0], 0x01);
  EXPECT_EQ(id->bytes[19], 0x67);
}

TEST(ObjectId, TakesEitherCase) {
  EXPECT_EQ(ObjectId::parse("0123456789ABCDEF0123456789ABCDEF01234567"), ObjectId::parse(kHex));
}

TEST(ObjectId, RefusesAllElse) {
  for (const std::string_view text :
       {"", "0123", "0123456789abcdef0123456789abcdef0123456",
        "0123456789abcdef0123456789abcdef012345678", "g123456789abcdef0123456789abcdef01234567",
        "0123456789abcdef0123456789abcdef0123456 "}) {
    EXPECT_FALSE(ObjectId::parse(text)) << text;
  }
}

TEST(ObjectId, KnowsTheZeroOne) {
  EXPECT_TRUE(ObjectId().is_zero());
  EXPECT_EQ(ObjectId().hex(), std::string(40, '0'));
  EXPECT_FALSE(ObjectId::parse(kHex)->is_zero());
}

TEST(ObjectId, IsOrderedByItsBytes) {
  EXPECT_LT(*ObjectId::parse("00" + std::string(38, 'f')),
            *ObjectId::parse("80" + std::string(38, '0')));
}

}  // namespace
}  // namespace claudestep::git
