#include "base/decimal.h"

#include <gtest/gtest.h>

#include <limits>

namespace claudestep {
namespace {

constexpr Int128 kBillion = 1000000000;

TEST(ParseScaled, IsExact) {
  struct Row {
    std::string_view text;
    std::int64_t nanos;
    bool exact;
  };
  const Row rows[] = {
      {"0", 0, true},
      {"-0", 0, true},
      {"0.0", 0, true},
      {"0e999999999999999999999", 0, true},
      {"3", 3000000000, true},
      {"-3", -3000000000, true},
      {"0.10", 100000000, true},
      {"0.1", 100000000, true},
      {"0.15", 150000000, true},
      {"1.5e-05", 15000, true},
      {"1.5E+2", 150000000000, true},
      {"15e-1", 1500000000, true},
      {"0.000000001", 1, true},
      {"0.0000000010000000000", 1, true},
      {"1e-9", 1, true},
      {"0.0000000005", 0, false},
      {"0.0000000015", 2, false},
      {"0.0000000025", 2, false},
      {"0.0000000035", 4, false},
      {"0.00000000250001", 3, false},
      {"0.0000000024999", 2, false},
      {"-0.0000000015", -2, false},
      {"-0.0000000025", -2, false},
      {"0.9999999999", 1000000000, false},
      {"0.0000000006", 1, false},
      {"0.00000000009", 0, false},
      {"1e-999999999999999999999", 0, false},
      {"9.123456789", 9123456789, true},
  };
  for (const Row& row : rows) {
    const auto read = parse_scaled(row.text, 9);
    ASSERT_TRUE(read.has_value()) << row.text;
    EXPECT_TRUE(read->units == row.nanos) << row.text;
    EXPECT_EQ(read->exact, row.exact) << row.text;
  }
}

TEST(ParseScaled, ReachesTenToTheEighteenth) {
  const auto limit = parse_scaled("1e18", 9);
  ASSERT_TRUE(limit.has_value());
  EXPECT_TRUE(limit->units == kBillion * kBillion * kBillion);
  EXPECT_EQ(format_scaled(limit->units, 9), "1000000000000000000");
  EXPECT_TRUE(parse_scaled("-1000000000000000000.000", 9).has_value());
  EXPECT_TRUE(parse_scaled("999999999999999999.999999999", 9).has_value());
  for (const std::string_view text :
       {"1000000000000000000.1", "2e18", "1e19", "-1e19", "1e99999999999999999999", "11e17"}) {
    const auto read = parse_scaled(text, 9);
    ASSERT_FALSE(read.has_value()) << text;
    EXPECT_EQ(read.error().message, "the number is too large");
    EXPECT_EQ(read.error().code, ErrorCode::kInvalidInput);
  }
}

TEST(ParseScaled, SumsOfABillionFit) {
  Money sum;
  Money largest{.units = kBillion * kBillion * kBillion};
  for (int i = 0; i < 30; ++i) largest += largest;  // 2^30 times the largest
  sum += largest;
  EXPECT_GT(sum.units, 0);
}

TEST(ParseInteger, AcceptsWhateverIsWhole) {
  struct Row {
    std::string_view text;
    std::int64_t value;
  };
  const Row rows[] = {
      {"0", 0},
      {"-0", 0},
      {"0.000", 0},
      {"5000.0", 5000},
      {"1e3", 1000},
      {"1.5e1", 15},
      {"-20e-1", -2},
      {"9007199254740993", 9007199254740993},
      {"9223372036854775807", 9223372036854775807},
      {"9223372036854775807.0", 9223372036854775807},
      {"-9223372036854775808", std::numeric_limits<std::int64_t>::min()},
      {"9.2e18", 9200000000000000000},
  };
  for (const Row& row : rows) EXPECT_EQ(parse_integer(row.text), row.value) << row.text;
}

TEST(ParseInteger, RefusesWithAReason) {
  struct Row {
    std::string_view text;
    std::string_view message;
  };
  const Row rows[] = {
      {"1.5", "the number is not whole"},
      {"1e-1", "the number is not whole"},
      {"1e-99999999999999999999999", "the number is not whole"},
      {"9223372036854775808", "the number does not fit in 64 bits"},
      {"-9223372036854775809", "the number does not fit in 64 bits"},
      {"1e19", "the number does not fit in 64 bits"},
      {"1e99999999999999999999999", "the number does not fit in 64 bits"},
  };
  for (const Row& row : rows) {
    const auto read = parse_integer(row.text);
    ASSERT_FALSE(read.has_value()) << row.text;
    EXPECT_EQ(read.error().message, row.message) << row.text;
    EXPECT_EQ(read.error().code, ErrorCode::kInvalidInput);
  }
}

TEST(FormatScaled, IsTheShortestExactText) {
  struct Row {
    std::int64_t units;
    int digits;
    std::string_view text;
  };
  const Row rows[] = {
      {0, 9, "0"},
      {1, 9, "0.000000001"},
      {-1, 9, "-0.000000001"},
      {170000000, 9, "0.17"},
      {3000000000, 9, "3"},
      {-3100000000, 9, "-3.1"},
      {1000, 0, "1000"},
      {1500000, 6, "1.5"},
      {10000000000, 9, "10"},
      {0, 0, "0"},
      {123456789, 6, "123.456789"},
  };
  for (const Row& row : rows) EXPECT_EQ(format_scaled(row.units, row.digits), row.text);
  EXPECT_EQ(to_string(Duration{.units = 2500000}), "2.5");
}

TEST(FormatScaled, KnowsTheSmallestInteger) {
  const Int128 smallest = static_cast<Int128>(1) << 126;
  EXPECT_EQ(format_scaled(-smallest - smallest, 9), "-170141183460469231731687303715.884105728");
}

TEST(FormatDollars, IsForPeople) {
  struct Row {
    std::int64_t nanos;
    std::string_view text;
  };
  const Row rows[] = {
      {0, "$0.00"},
      {170000000, "$0.17"},
      {100000000, "$0.10"},
      {1234500000000, "$1,234.50"},
      {15000, "$0.000015"},
      {-170000000, "-$0.17"},
      {-1234567000000000, "-$1,234,567.00"},
      {999000000000, "$999.00"},
      {1000000000000, "$1,000.00"},
  };
  for (const Row& row : rows) EXPECT_EQ(format_dollars(Money{.units = row.nanos}), row.text);
}

}  // namespace
}  // namespace claudestep
