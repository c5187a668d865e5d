#include "base/decimal.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "base/text.h"

namespace claudestep {
namespace {

constexpr int kMaxWholeDigits = 18;
// Larger than any digit count a text in memory can have, small enough to add without overflow.
constexpr std::int64_t kExponentCap = 100'000'000'000'000'000;

// A JSON number taken apart: its digits without the point and without leading zeros, times
// 10^exponent.
struct Digits {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;
};

std::int64_t read_exponent(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && !is_digit(text.front())) text.remove_prefix(1);
  std::int64_t value = 0;
  for (const char c : text) value = std::min(kExponentCap, (value * 10) + (c - '0'));
  return negative ? -value : value;
}

Digits take_apart(std::string_view text) {
  Digits result;
  if (!text.empty() && text.front() == '-') {
    result.negative = true;
    text.remove_prefix(1);
  }
  const std::size_t e = text.find_first_of("eE");
  if (e != std::string_view::npos) {
    result.exponent = read_exponent(text.substr(e + 1));
    text = text.substr(0, e);
  }
  bool fraction = false;
  for (const char c : text) {
    if (c == '.') {
      fraction = true;
      continue;
    }
    if (fraction) --result.exponent;
    if (c != '0' || !result.digits.empty()) result.digits += c;
  }
  while (!result.digits.empty() && result.digits.back() == '0') {
    result.digits.pop_back();
    ++result.exponent;
  }
  return result;
}

// Half to even: does `digits`, cut to `kept` of them (an integer ending in `last`), go up by one?
bool rounds_up(std::string_view digits, std::size_t kept, Int128 units) {
  const char next = digits[kept];
  if (next != '5') return next > '5';
  const bool tie = kept + 1 == digits.size();  // there are no zeros at the end
  return !tie || units % 2 != 0;
}

}  // namespace

Result<ScaledNumber> parse_scaled(std::string_view text, int digits) {
  const Digits number = take_apart(text);
  if (number.digits.empty()) return ScaledNumber{};
  const auto count = static_cast<std::int64_t>(number.digits.size());
  const std::int64_t whole = count + number.exponent + digits;  // digits of the result
  const bool is_limit = number.digits == "1" && whole == kMaxWholeDigits + digits + 1;
  if (whole > kMaxWholeDigits + digits && !is_limit) {
    return fail(ErrorCode::kInvalidInput, "the number is too large");
  }
  if (whole < 0) return ScaledNumber{.units = 0, .exact = false};

  const auto kept = static_cast<std::size_t>(std::min(whole, count));
  ScaledNumber result;
  for (std::size_t i = 0; i < kept; ++i) {
    result.units = (result.units * 10) + (number.digits[i] - '0');
  }
  for (std::int64_t i = count; i < whole; ++i) result.units *= 10;
  if (kept < number.digits.size()) {
    result.exact = false;
    if (rounds_up(number.digits, kept, result.units)) ++result.units;
  }
  if (number.negative) result.units = -result.units;
  return result;
}

Result<std::int64_t> parse_integer(std::string_view text) {
  constexpr std::int64_t kMostDigits = std::numeric_limits<std::int64_t>::digits10 + 1;
  const Digits number = take_apart(text);
  if (number.digits.empty()) return 0;
  if (number.exponent < 0) return fail(ErrorCode::kInvalidInput, "the number is not whole");
  const auto count = static_cast<std::int64_t>(number.digits.size());
  Int128 value = 0;
  if (count + number.exponent <= kMostDigits) {
    for (const char c : number.digits) value = (value * 10) + (c - '0');
    for (std::int64_t i = 0; i < number.exponent; ++i) value *= 10;
    if (number.negative) value = -value;
    const auto narrow = static_cast<std::int64_t>(value);
    if (narrow == value) return narrow;
  }
  return fail(ErrorCode::kInvalidInput, "the number does not fit in 64 bits");
}

std::string format_scaled(Int128 units, int digits) {
  __extension__ using Unsigned = unsigned __int128;
  const bool negative = units < 0;
  auto rest = negative ? Unsigned{0} - static_cast<Unsigned>(units) : static_cast<Unsigned>(units);
  std::string text;
  const auto add_digit = [&text](std::uint64_t digit) { text += static_cast<char>('0' + digit); };
  for (; rest > std::numeric_limits<std::uint64_t>::max(); rest /= 10) {
    add_digit(static_cast<std::uint64_t>(rest % 10));
  }
  // Most numbers fit here, where dividing costs a tenth.
  for (auto narrow = static_cast<std::uint64_t>(rest); narrow != 0; narrow /= 10) {
    add_digit(narrow % 10);
  }
  const auto scale = static_cast<std::size_t>(digits);
  if (text.size() <= scale) text.append(scale + 1 - text.size(), '0');
  std::reverse(text.begin(), text.end());
  if (scale != 0) {
    text.insert(text.size() - scale, 1, '.');
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  if (negative) text.insert(0, 1, '-');
  return text;
}

std::string format_dollars(Money money) {
  std::string text = to_string(money);
  const bool negative = text.front() == '-';
  if (negative) text.erase(0, 1);
  std::size_t point = text.find('.');
  if (point == std::string::npos) {
    point = text.size();
    text += '.';
  }
  while (text.size() - point < 3) text += '0';
  for (std::size_t at = point; at > 3; at -= 3) text.insert(at - 3, 1, ',');
  return (negative ? "-$" : "$") + text;
}

}  // namespace claudestep
