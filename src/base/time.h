// Owns: instants, the timestamps that remember their spelling, and durations as people write them.
// Leaves to others: what "now" is (base/clock.h).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace claudestep {

// A point on the UTC time line, in nanoseconds since 1970; leap seconds are not counted.
struct Instant {
  std::int64_t seconds = 0;
  std::int32_t nanos = 0;  // 0 .. 999,999,999

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a null pointer in a made <=>
  auto operator<=>(const Instant&) const = default;
};

[[nodiscard]] Instant plus_seconds(Instant instant, std::int64_t seconds);

// "YYYY-MM-DDTHH:MM:SSZ": the form we write. A fraction is cut off.
[[nodiscard]] std::string format_instant(Instant instant);

// The instant of a text spelt just as format_instant spells it, or so without the "Z"; nothing for
// any other text, which Timestamp::parse may still know. For reading many.
[[nodiscard]] std::optional<Instant> parse_plain_instant(std::string_view text);

// "YYYY-MM-DD", in UTC.
[[nodiscard]] std::string format_date(Instant instant);

// An instant together with the text it was read from, so that an untouched value keeps its
// spelling. Two timestamps are equal when their instants are: "…T10:00:00Z" == "…T12:00:00+02:00".
class Timestamp {
 public:
  Timestamp() = default;
  // A timestamp of our own making, spelt by format_instant (the fraction is dropped).
  explicit Timestamp(Instant instant);

  // Reads RFC 3339 (with "T", "t" or one space; any offset; any number of digits in the fraction,
  // cut to nine), or the same without a zone, which means UTC and is_zoned() false. A leap second
  // (":60") is read as the last nanosecond-free second before it plus one. Years 0000 to 9999.
  // Returns kInvalidInput naming what is wrong; the caller adds the place.
  static Result<Timestamp> parse(std::string_view text);

  [[nodiscard]] Instant instant() const { return instant_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool is_zoned() const { return zoned_; }

  bool operator==(const Timestamp& other) const { return instant_ == other.instant_; }
  std::strong_ordering operator<=>(const Timestamp& other) const {
    return instant_ <=> other.instant_;
  }

 private:
  Instant instant_;
  std::string text_ = "1970-01-01T00:00:00Z";
  bool zoned_ = true;
};

// Reads "90s", "15m", "2h", "30d", "2w" into seconds. Returns kInvalidInput for anything else, for
// zero and for what does not fit.
[[nodiscard]] Result<std::int64_t> parse_duration(std::string_view text);

// Reads a moment as options give it: a duration back from `now` ("30d", "2w"), a date
// ("2026-01-27", its first instant in UTC) or a timestamp.
[[nodiscard]] Result<Instant> parse_moment(std::string_view text, Instant now);

}  // namespace claudestep
