#include "schema/exact_number.h"

#include <gtest/gtest.h>

namespace claudestep::schema {
namespace {

int order(std::string_view a, std::string_view b) {
  const int sign = compare(parse_exact(a), parse_exact(b));
  return sign < 0 ? -1 : static_cast<int>(sign > 0);
}

TEST(ExactNumber, SpellingsOfOneNumberAreEqual) {
  for (const char* const text : {"1", "1.0", "10e-1", "0.1e1", "1E+0", "100e-2"}) {
    EXPECT_EQ(parse_exact(text), parse_exact("1")) << text;
  }
  EXPECT_EQ(parse_exact("-0"), parse_exact("0.000e99"));
}

TEST(ExactNumber, ComparesWithoutLosingADigit) {
  EXPECT_EQ(order("9007199254740993", "9007199254740992"), 1);
  EXPECT_EQ(order("0.1", "0.10000000000000000000001"), -1);
  EXPECT_EQ(order("-2", "-10"), 1);
  EXPECT_EQ(order("-1", "0"), -1);
  EXPECT_EQ(order("1e400", "9e399"), 1);
  EXPECT_EQ(order("1e-400", "0"), 1);
  EXPECT_EQ(order("12", "120e-1"), 0);
  EXPECT_EQ(order("1e99999999999999999999", "1e9"), 1);
}

TEST(ExactNumber, KnowsWholeNumbers) {
  for (const char* const text : {"0", "1.0", "1e3", "12.50e1", "1e400"}) {
    EXPECT_TRUE(parse_exact(text).is_whole()) << text;
  }
  for (const char* const text : {"0.5", "1e-1", "12.51e1"}) {
    EXPECT_FALSE(parse_exact(text).is_whole()) << text;
  }
}

TEST(ExactNumber, KnowsMultiples) {
  const auto multiple = [](std::string_view number, std::string_view divisor) {
    return is_multiple(parse_exact(number), parse_exact(divisor));
  };
  EXPECT_TRUE(multiple("0", "3"));
  EXPECT_TRUE(multiple("4.5", "1.5"));
  EXPECT_TRUE(multiple("0.0075", "0.0001"));
  EXPECT_FALSE(multiple("0.00751", "0.0001"));
  EXPECT_TRUE(multiple("1e308", "0.5"));
  EXPECT_TRUE(multiple("1e308", "0.123456789") == false);
  EXPECT_TRUE(multiple("-9", "3"));
  EXPECT_FALSE(multiple("7", "2"));
  EXPECT_TRUE(multiple("999999999999999999000000000000000000", "999999999999999999"));
}

}  // namespace
}  // namespace claudestep::schema
