#include "schema/exact_number.h"

#include <algorithm>

namespace claudestep::schema {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::int64_t kLargestExponent = 1'000'000'000'000'000;

std::int64_t parse_exponent(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  std::int64_t value = 0;
  for (const char c : text) value = std::min(value * 10 + (c - '0'), kLargestExponent);
  return negative ? -value : value;
}

int compare_magnitude(const ExactNumber& a, const ExactNumber& b) {
  if (a.digits.empty() || b.digits.empty()) {
    return static_cast<int>(!a.digits.empty()) - static_cast<int>(!b.digits.empty());
  }
  const auto order = [](const ExactNumber& number) {
    return number.exponent + static_cast<std::int64_t>(number.digits.size());
  };
  if (order(a) != order(b)) return order(a) < order(b) ? -1 : 1;
  return a.digits.compare(b.digits);
}

std::uint64_t remainder_of(std::string_view digits, std::uint64_t divisor) {
  Wide rest = 0;
  for (const char c : digits) rest = (rest * 10 + static_cast<Wide>(c - '0')) % divisor;
  return static_cast<std::uint64_t>(rest);
}

std::uint64_t power_of_ten(std::int64_t exponent, std::uint64_t divisor) {
  Wide result = 1 % divisor;
  Wide base = 10 % divisor;
  for (; exponent > 0; exponent /= 2) {
    if (exponent % 2 == 1) result = result * base % divisor;
    base = base * base % divisor;
  }
  return static_cast<std::uint64_t>(result);
}

}  // namespace

ExactNumber parse_exact(std::string_view text) {
  ExactNumber number;
  if (text.starts_with('-')) {
    number.negative = true;
    text.remove_prefix(1);
  }
  const std::size_t letter = text.find_first_of("eE");
  if (letter != std::string_view::npos) {
    number.exponent = parse_exponent(text.substr(letter + 1));
    text = text.substr(0, letter);
  }
  const std::size_t point = std::min(text.find('.'), text.size());
  number.digits = text.substr(0, point);
  if (point < text.size()) {
    const std::string_view fraction = text.substr(point + 1);
    number.digits += fraction;
    number.exponent -= static_cast<std::int64_t>(fraction.size());
  }
  number.digits.erase(0, std::min(number.digits.find_first_not_of('0'), number.digits.size()));
  const std::size_t kept = number.digits.find_last_not_of('0') + 1;  // npos + 1 is 0
  number.exponent += static_cast<std::int64_t>(number.digits.size() - kept);
  number.digits.resize(kept);
  return number.digits.empty() ? ExactNumber() : number;
}

int compare(const ExactNumber& a, const ExactNumber& b) {
  if (a.negative != b.negative) return a.negative ? -1 : 1;
  const int magnitude = compare_magnitude(a, b);
  return a.negative ? -magnitude : magnitude;
}

bool is_multiple(const ExactNumber& number, const ExactNumber& divisor) {
  if (number.digits.empty()) return true;
  const std::int64_t exponent = number.exponent - divisor.exponent;
  std::uint64_t by = 0;
  for (const char c : divisor.digits) by = by * 10 + static_cast<std::uint64_t>(c - '0');
  if (exponent >= 0) {
    const Wide rest =
        static_cast<Wide>(remainder_of(number.digits, by)) * power_of_ten(exponent, by) % by;
    return rest == 0;
  }
  // The number would have to be a multiple of a power of ten, and has no zero at its end.
  return false;
}

}  // namespace claudestep::schema
