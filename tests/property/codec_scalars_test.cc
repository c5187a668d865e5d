// Laws of money, whole numbers, instants and JSON text.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <ctime>
#include <string>

#include "base/decimal.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "base/time.h"
#include "codec/json_reader.h"
#include "codec/value_writer.h"

namespace claudestep::codec {
namespace {

constexpr std::int64_t kFirst = -62167219200;  // 0000-01-01T00:00:00Z
constexpr std::int64_t kLast = 253402300799;   // 9999-12-31T23:59:59Z

Int128 any_units() {
  const auto high = *rc::gen::inRange<std::int64_t>(-999999999, 1000000000);
  const auto low = *rc::gen::arbitrary<std::int64_t>();
  return (static_cast<Int128>(high) * 1000000000) + (low % 1000000000);
}

RC_GTEST_PROP(CodecScalars, MoneyIsReadAsItIsWritten, ()) {
  const Int128 units = any_units();
  const std::string text = format_scaled(units, 9);
  const auto read = parse_scaled(text, 9);
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->exact);
  RC_ASSERT(read->units == units);
  RC_ASSERT(format_scaled(read->units, 9) == text);
}

RC_GTEST_PROP(CodecScalars, ShiftingThePointIsTheExponent, ()) {
  const auto mantissa = *rc::gen::inRange<std::int64_t>(-1000000, 1000000);
  const auto exponent = *rc::gen::inRange<int>(-9, 6);
  const auto read = parse_scaled(std::to_string(mantissa) + "e" + std::to_string(exponent), 9);
  Int128 expected = mantissa;
  for (int i = -9; i < exponent; ++i) expected *= 10;
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->exact);
  RC_ASSERT(read->units == expected);
}

RC_GTEST_PROP(CodecScalars, RoundingIsNeverOffByMoreThanHalf, ()) {
  const auto nanos = *rc::gen::inRange<std::int64_t>(0, 1000000000000);
  const auto rest = *rc::gen::inRange<int>(1, 1000);  // thousandths of the last digit kept
  const std::string text = std::to_string((nanos * 1000) + rest) + "e-12";
  const auto read = parse_scaled(text, 9);
  RC_ASSERT(read.has_value());
  const bool up = rest > 500 || (rest == 500 && nanos % 2 != 0);
  RC_ASSERT(!read->exact);
  RC_ASSERT(read->units == nanos + (up ? 1 : 0));
}

RC_GTEST_PROP(CodecScalars, WholeNumbersAreExact, ()) {
  const auto value = *rc::gen::arbitrary<std::int64_t>();
  const auto zeros = static_cast<std::size_t>(*rc::gen::inRange(0, 5));
  const std::string digits = std::to_string(value);
  RC_ASSERT(parse_integer(digits).value() == value);
  RC_ASSERT(parse_integer(digits + "." + std::string(zeros + 1, '0')).value() == value);
  RC_ASSERT(
      parse_integer(digits + std::string(zeros, '0') + "e-" + std::to_string(zeros)).value() ==
      value);
}

RC_GTEST_PROP(CodecScalars, InstantsAgreeWithTheCLibrary, ()) {
  const auto seconds = *rc::gen::inRange<std::int64_t>(kFirst, kLast + 1);
  const std::string text = format_instant(Instant{.seconds = seconds, .nanos = 0});
  const auto read = Timestamp::parse(text);
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->instant().seconds == seconds);
  std::tm fields{};
  const std::time_t time = seconds;
  RC_ASSERT(gmtime_r(&time, &fields) != nullptr);
  RC_ASSERT(std::stoi(text.substr(0, 4)) == fields.tm_year + 1900);
  RC_ASSERT(std::stoi(text.substr(5, 2)) == fields.tm_mon + 1);
  RC_ASSERT(std::stoi(text.substr(8, 2)) == fields.tm_mday);
  RC_ASSERT(std::stoi(text.substr(11, 2)) == fields.tm_hour);
  RC_ASSERT(std::stoi(text.substr(14, 2)) == fields.tm_min);
  RC_ASSERT(std::stoi(text.substr(17, 2)) == fields.tm_sec);
}

RC_GTEST_PROP(CodecScalars, AnOffsetMovesTheInstantOnly, ()) {
  const auto seconds = *rc::gen::inRange<std::int64_t>(kFirst + 90000, kLast - 90000);
  const auto minutes = *rc::gen::inRange<std::int64_t>(-1439, 1440);
  std::string text = format_instant(Instant{.seconds = seconds + (minutes * 60), .nanos = 0});
  const std::int64_t size = minutes < 0 ? -minutes : minutes;
  const auto two = [](std::int64_t n) { return std::to_string(100 + n).substr(1); };
  text.back() = minutes < 0 ? '-' : '+';
  text += two(size / 60) + ":" + two(size % 60);
  const auto read = Timestamp::parse(text);
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->instant().seconds == seconds);
  RC_ASSERT(read->text() == text);
}

RC_GTEST_PROP(CodecScalars, AnyTextSurvivesAsAString, ()) {
  std::string text;
  for (auto left = *rc::gen::inRange(0, 20); left > 0; --left) {
    const auto code_point = *rc::gen::oneOf(rc::gen::inRange<char32_t>(0, 0x80),
                                            rc::gen::inRange<char32_t>(0x80, 0xd800),
                                            rc::gen::inRange<char32_t>(0xe000, 0x110000));
    append_utf8(text, code_point);
  }
  std::string token;
  append_json_string(token, text);
  const auto read = read_json(token);
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->root().text == text);
  RC_ASSERT(read->root().source == token);
}

}  // namespace
}  // namespace claudestep::codec
