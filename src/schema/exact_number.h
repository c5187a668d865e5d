// Owns: JSON numbers of any size compared exactly, as schemas compare them: 1, 1.0 and 10e-1 are
// one number, and no digit is lost.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace claudestep::schema {

// digits * 10^exponent, without zeros at either end; zero has no digits and no sign.
struct ExactNumber {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;

  [[nodiscard]] bool is_whole() const { return exponent >= 0; }
  bool operator==(const ExactNumber&) const = default;
};

// Requires: `text` is a JSON number. An exponent beyond 10^15 counts as 10^15.
[[nodiscard]] ExactNumber parse_exact(std::string_view text);

// Below, at or above zero as `a` is less than, equal to or greater than `b`.
[[nodiscard]] int compare(const ExactNumber& a, const ExactNumber& b);

inline constexpr std::size_t kMaxDivisorDigits = 18;

// Whether `number` is a whole multiple. Requires: `divisor` is above zero and has at most
// kMaxDivisorDigits digits.
[[nodiscard]] bool is_multiple(const ExactNumber& number, const ExactNumber& divisor);

}  // namespace claudestep::schema
