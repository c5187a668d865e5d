// Owns: exact decimal amounts (money in nano-dollars, durations in microseconds) as integers of 128
// bits, read from and printed to decimal text without a binary fraction in between.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace claudestep {

__extension__ using Int128 = __int128;

// A decimal number scaled by a power of ten: `units` of 10^-Digits each.
template <int Digits>
struct Fixed {
  Int128 units = 0;

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a null pointer in a made <=>
  auto operator<=>(const Fixed&) const = default;
  Fixed& operator+=(Fixed other) {
    units += other.units;
    return *this;
  }
  friend Fixed operator+(Fixed a, Fixed b) { return a += b; }
};

using Money = Fixed<9>;     // nano-dollars
using Duration = Fixed<6>;  // microseconds

// What reading a JSON number ("0.10", "1.5e-05", "3") as a scaled integer gives. `exact` is false
// when digits after the last one kept were rounded, half to even.
struct ScaledNumber {
  Int128 units = 0;
  bool exact = true;
};

// Requires: `text` is a JSON number. Returns kInvalidInput when the magnitude exceeds 10^18 whole
// units (so that 10^9 of them can be summed in 128 bits); never slow for a huge exponent.
[[nodiscard]] Result<ScaledNumber> parse_scaled(std::string_view text, int digits);

// Requires: `text` is a JSON number. The integer that it is exactly ("12", "5000.0", "1e3"), also
// beyond 2^53. Returns kInvalidInput when it is no whole number or outside the 64 bits.
[[nodiscard]] Result<std::int64_t> parse_integer(std::string_view text);

// The shortest decimal text that is exactly units / 10^digits: "0.17", "3", "-0.000000001". It is a
// JSON number.
[[nodiscard]] std::string format_scaled(Int128 units, int digits);

template <int Digits>
[[nodiscard]] std::string to_string(Fixed<Digits> value) {
  return format_scaled(value.units, Digits);
}

// For people: at least two digits after the point, "$0.17", "$1,234.50", "$0.000015".
[[nodiscard]] std::string format_dollars(Money money);

}  // namespace claudestep
