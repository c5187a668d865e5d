#include "base/time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/text.h"

namespace claudestep {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;
constexpr std::int64_t kFirst = -62167219200;  // 0000-01-01T00:00:00Z
constexpr std::int64_t kLast = 253402300799;   // 9999-12-31T23:59:59Z

struct Civil {
  std::int64_t year = 0;
  int month = 0;
  int day = 0;
};

// Days since 1970-01-01 in the proleptic Gregorian calendar. Years start in March, so that the leap
// day is the last of its year; 400 years have 146097 days.
std::int64_t days_of(Civil date) {
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - (era * 400);
  const int month = date.month > 2 ? date.month - 3 : date.month + 9;
  const std::int64_t day_of_year = (((153 * month) + 2) / 5) + date.day - 1;
  const std::int64_t day_of_era =
      (year_of_era * 365) + (year_of_era / 4) - (year_of_era / 100) + day_of_year;
  return (era * 146097) + day_of_era - 719468;
}

Civil civil_of(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - (era * 146097);
  const std::int64_t year_of_era =
      (day_of_era - (day_of_era / 1460) + (day_of_era / 36524) - (day_of_era / 146096)) / 365;
  const std::int64_t day_of_year =
      day_of_era - ((365 * year_of_era) + (year_of_era / 4) - (year_of_era / 100));
  const auto month = static_cast<int>(((5 * day_of_year) + 2) / 153);
  Civil date;
  date.day = static_cast<int>(day_of_year - (((153 * month) + 2) / 5) + 1);
  date.month = month < 10 ? month + 3 : month - 9;
  date.year = year_of_era + (era * 400) + (date.month <= 2 ? 1 : 0);
  return date;
}

// The last `count` decimal digits of `value`, at `at`.
void write_digits(std::string& text, std::size_t at, std::size_t count, std::int64_t value) {
  for (; count > 0; value /= 10) text[at + --count] = static_cast<char>('0' + value % 10);
}

bool is_leap(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(std::int64_t year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::int64_t in_range(std::int64_t seconds) {
  return std::clamp(seconds, kFirst, kLast);
}

// Reads a text from the front.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char peek() const { return at_end() ? '\0' : text_[at_]; }

  bool take(char wanted) {
    if (at_end() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  // Exactly `count` digits, or nothing is taken and -1 returned.
  int digits(std::size_t count) {
    if (text_.size() - at_ < count) return -1;
    int value = 0;
    for (std::size_t i = at_; i < at_ + count; ++i) {
      if (text_[i] < '0' || text_[i] > '9') return -1;
      value = (value * 10) + (text_[i] - '0');
    }
    at_ += count;
    return value;
  }

  void skip() { ++at_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

struct Clockface {
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::int32_t nanos = 0;
};

struct Zone {
  bool given = false;
  std::int64_t offset = 0;  // seconds east of UTC
};

tl::unexpected<Error> bad_shape() {
  return fail(ErrorCode::kInvalidInput, "expected a time such as 2026-01-27T10:00:00Z");
}

tl::unexpected<Error> no_such(std::string_view what) {
  return fail(ErrorCode::kInvalidInput, fmt::format("there is no {}", what));
}

Result<Civil> read_date(Scanner& scan) {
  Civil date;
  date.year = scan.digits(4);
  if (date.year < 0 || !scan.take('-')) return bad_shape();
  date.month = scan.digits(2);
  if (date.month < 0 || !scan.take('-')) return bad_shape();
  date.day = scan.digits(2);
  if (date.day < 0) return bad_shape();
  if (date.month < 1 || date.month > 12) return no_such(fmt::format("month {:02}", date.month));
  if (date.day < 1 || date.day > days_in_month(date.year, date.month)) {
    return no_such(fmt::format("day {:04}-{:02}-{:02}", date.year, date.month, date.day));
  }
  return date;
}

// The digits after the point; those after the ninth are cut off. -1 when there is none.
std::int32_t read_fraction(Scanner& scan) {
  std::int32_t nanos = 0;
  int count = 0;
  for (int digit = scan.digits(1); digit >= 0; digit = scan.digits(1)) {
    if (++count <= 9) nanos = (nanos * 10) + digit;
  }
  if (count == 0) return -1;
  for (; count < 9; ++count) nanos *= 10;
  return nanos;
}

Result<Clockface> read_clock(Scanner& scan) {
  Clockface clock;
  clock.hour = scan.digits(2);
  if (clock.hour < 0 || !scan.take(':')) return bad_shape();
  clock.minute = scan.digits(2);
  if (clock.minute < 0 || !scan.take(':')) return bad_shape();
  clock.second = scan.digits(2);
  if (clock.second < 0) return bad_shape();
  if (scan.take('.')) {
    clock.nanos = read_fraction(scan);
    if (clock.nanos < 0) return bad_shape();
  }
  if (clock.hour > 23) return no_such(fmt::format("hour {:02}", clock.hour));
  if (clock.minute > 59) return no_such(fmt::format("minute {:02}", clock.minute));
  if (clock.second > 60) return no_such(fmt::format("second {:02}", clock.second));
  return clock;
}

Result<Zone> read_zone(Scanner& scan) {
  if (scan.at_end()) return Zone{};
  if (scan.take('Z') || scan.take('z')) return Zone{.given = true, .offset = 0};
  const char sign = scan.peek();
  if (sign != '+' && sign != '-') return bad_shape();
  scan.skip();
  const int hours = scan.digits(2);
  if (hours < 0 || !scan.take(':')) return bad_shape();
  const int minutes = scan.digits(2);
  if (minutes < 0) return bad_shape();
  if (hours > 23 || minutes > 59) {
    return no_such(fmt::format("offset {}{:02}:{:02}", sign, hours, minutes));
  }
  const std::int64_t offset = (std::int64_t{hours} * 3600) + (std::int64_t{minutes} * 60);
  return Zone{.given = true, .offset = sign == '-' ? -offset : offset};
}

std::int64_t unit_seconds(char unit) {
  switch (unit) {
    case 's':
      return 1;
    case 'm':
      return 60;
    case 'h':
      return 3600;
    case 'd':
      return kSecondsPerDay;
    case 'w':
      return 7 * kSecondsPerDay;
    default:
      return 0;
  }
}

bool looks_like_duration(std::string_view text) {
  return text.size() >= 2 && unit_seconds(text.back()) != 0 &&
         text.find_first_not_of("0123456789") == text.size() - 1;
}

}  // namespace

Instant plus_seconds(Instant instant, std::int64_t seconds) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(instant.seconds, seconds, &sum)) sum = seconds < 0 ? kFirst : kLast;
  return Instant{.seconds = in_range(sum), .nanos = instant.nanos};
}

std::string format_instant(Instant instant) {
  const std::int64_t seconds = in_range(instant.seconds);
  const std::int64_t of_day = ((seconds % kSecondsPerDay) + kSecondsPerDay) % kSecondsPerDay;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", format_date(instant), of_day / 3600, of_day / 60 % 60,
                     of_day % 60);
}

namespace {

constexpr std::string_view kPlainInstant = "0000-00-00T00:00:00Z";
using PlainDigits = std::array<unsigned char, kPlainInstant.size()>;

// The eight characters from `at` on, of which the digits become numbers. False when they do not
// have the shape. All at once, as times are what a project file has most of: what differs from a
// digit 0 by at most 9 is one, and what stands between them must not differ.
bool take_eight(std::string_view text, std::size_t at, PlainDigits& digits) {
  constexpr auto kToHighest = [] {  // what makes the highest bit of all that is too large
    std::array<unsigned char, kPlainInstant.size()> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = kPlainInstant[i] == '0' ? 0x76 : 0x7F;
    return bytes;
  }();
  constexpr std::uint64_t kHighest = 0x8080808080808080U;
  std::uint64_t word = 0;
  std::uint64_t shape = 0;
  std::uint64_t to_highest = 0;
  std::memcpy(&word, text.data() + at, sizeof word);
  std::memcpy(&shape, kPlainInstant.data() + at, sizeof shape);
  std::memcpy(&to_highest, kToHighest.data() + at, sizeof to_highest);
  word ^= shape;
  std::memcpy(digits.data() + at, &word, sizeof word);
  return ((word | (word + to_highest)) & kHighest) == 0;
}

}  // namespace

std::optional<Instant> parse_plain_instant(std::string_view text) {
  if (text.size() != kPlainInstant.size() && text.size() != kPlainInstant.size() - 1) {
    return std::nullopt;
  }
  PlainDigits digits{};
  if (!take_eight(text, 0, digits) || !take_eight(text, 8, digits) ||
      !take_eight(text, text.size() - 8, digits)) {
    return std::nullopt;
  }
  const auto two = [&](std::size_t at) { return (digits[at] * 10) + digits[at + 1]; };
  const Civil date{(two(0) * 100) + two(2), two(5), two(8)};
  const int hour = two(11);
  const int minute = two(14);
  const int second = two(17);
  if (date.month < 1 || date.month > 12 || date.day < 1 || hour > 23 || minute > 59 ||
      second > 59 || date.day > days_in_month(date.year, date.month)) {
    return std::nullopt;
  }
  return Instant{(days_of(date) * kSecondsPerDay) + (std::int64_t{hour} * 3600) +
                     (std::int64_t{minute} * 60) + second,
                 0};
}

std::string format_date(Instant instant) {
  const std::int64_t seconds = in_range(instant.seconds);
  const std::int64_t of_day = ((seconds % kSecondsPerDay) + kSecondsPerDay) % kSecondsPerDay;
  const Civil date = civil_of((seconds - of_day) / kSecondsPerDay);
  // By hand: a date stands in each line of tables of ten thousand.
  std::string text = "0000-00-00";
  write_digits(text, 0, 4, date.year);
  write_digits(text, 5, 2, date.month);
  write_digits(text, 8, 2, date.day);
  return text;
}

Timestamp::Timestamp(Instant instant)
    : instant_{.seconds = in_range(instant.seconds), .nanos = 0}, text_(format_instant(instant)) {}

Result<Timestamp> Timestamp::parse(std::string_view text) {
  Scanner scan(text);
  CS_ASSIGN(const Civil date, read_date(scan));
  if (!scan.take('T') && !scan.take('t') && !scan.take(' ')) return bad_shape();
  CS_ASSIGN(const Clockface clock, read_clock(scan));
  CS_ASSIGN(const Zone zone, read_zone(scan));
  if (!scan.at_end()) return bad_shape();

  Timestamp result;
  const std::int64_t of_day =
      (std::int64_t{clock.hour} * 3600) + (std::int64_t{clock.minute} * 60) + clock.second;
  result.instant_.seconds = (days_of(date) * kSecondsPerDay) + of_day - zone.offset;
  result.instant_.nanos = clock.nanos;
  if (clock.second == 60 && result.instant_.seconds % kSecondsPerDay != 0) {
    return no_such("leap second but at the end of a day in UTC");
  }
  if (result.instant_.seconds != in_range(result.instant_.seconds)) {
    return fail(ErrorCode::kInvalidInput, "the time is outside the years 0000 to 9999");
  }
  result.text_ = text;
  result.zoned_ = zone.given;
  return result;
}

Result<std::int64_t> parse_duration(std::string_view text) {
  if (!looks_like_duration(text)) {
    return fail(ErrorCode::kInvalidInput,
                fmt::format("{} is no duration; expected one such as 90s, 15m, 2h, 30d or 2w",
                            quoted(text)));
  }
  std::int64_t count = 0;
  bool overflow = false;
  for (const char c : text.substr(0, text.size() - 1)) {
    overflow = overflow || __builtin_mul_overflow(count, 10, &count) ||
               __builtin_add_overflow(count, c - '0', &count);
  }
  if (overflow || __builtin_mul_overflow(count, unit_seconds(text.back()), &count)) {
    return fail(ErrorCode::kInvalidInput, fmt::format("the duration {} is too long", quoted(text)));
  }
  if (count == 0) {
    return fail(ErrorCode::kInvalidInput, fmt::format("the duration {} is zero", quoted(text)));
  }
  return count;
}

Result<Instant> parse_moment(std::string_view text, Instant now) {
  if (looks_like_duration(text)) {
    CS_ASSIGN(const std::int64_t seconds, parse_duration(text));
    return plus_seconds(now, -seconds);
  }
  Scanner scan(text);
  if (const auto date = read_date(scan); date && scan.at_end()) {
    return Instant{.seconds = days_of(*date) * kSecondsPerDay, .nanos = 0};
  }
  auto timestamp = Timestamp::parse(text);
  if (timestamp) return timestamp->instant();
  auto error = std::move(timestamp).error();
  if (error.message.starts_with("expected")) {
    error.message = "expected a duration (30d, 2w), a date (2026-01-27) or a time";
  }
  return fail(std::move(error).within(fmt::format("{} is no moment in time", quoted(text))));
}

}  // namespace claudestep
