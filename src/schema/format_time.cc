// Dates, times and durations of RFC 3339.
#include <array>

#include "schema/format_text.h"

namespace claudestep::schema {
namespace {

bool is_leap_year(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

bool take_date(TextCursor& at) {
  constexpr std::array<int, 13> kDays{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int year = at.digits(4);
  if (year < 0 || !at.take('-')) return false;
  const int month = at.digits(2);
  if (month < 1 || month > 12 || !at.take('-')) return false;
  const int day = at.digits(2);
  const int leap = month == 2 && is_leap_year(year) ? 1 : 0;
  return day >= 1 && day <= kDays.at(static_cast<std::size_t>(month)) + leap;
}

// Minutes east of Greenwich.
bool take_zone(TextCursor& at, int& minutes) {
  minutes = 0;
  if (at.take_either('z')) return true;
  const bool east = at.take('+');
  if (!east && !at.take('-')) return false;
  const int hour = at.digits(2);
  if (hour < 0 || hour > 23 || !at.take(':')) return false;
  const int minute = at.digits(2);
  if (minute < 0 || minute > 59) return false;
  minutes = (hour * 60 + minute) * (east ? 1 : -1);
  return true;
}

bool take_time(TextCursor& at) {
  const int hour = at.digits(2);
  if (hour < 0 || hour > 23 || !at.take(':')) return false;
  const int minute = at.digits(2);
  if (minute < 0 || minute > 59 || !at.take(':')) return false;
  const int second = at.digits(2);
  if (second < 0 || second > 60) return false;
  if (at.take('.') && !at.some_digits()) return false;
  int zone = 0;
  if (!take_zone(at, zone)) return false;
  constexpr int kDay = 24 * 60;
  // A leap second ends a day of UTC.
  return second < 60 || (hour * 60 + minute - zone + kDay) % kDay == kDay - 1;
}

// "1D", "2W": digits and one of `units`, each at most once and in that order, with no gap left out
// between those given where RFC 3339 allows none (1Y2D).
bool take_units(TextCursor& at, std::string_view units) {
  std::size_t next = 0;
  bool any = false;
  while (!at.done() && at.rest.front() >= '0' && at.rest.front() <= '9') {
    if (!at.some_digits() || at.done()) return false;
    const std::size_t unit = units.find(at.rest.front(), next);
    if (unit == std::string_view::npos || (any && unit != next)) return false;
    at.rest.remove_prefix(1);
    next = unit + 1;
    any = true;
  }
  return any;
}

}  // namespace

bool is_date(std::string_view text) {
  TextCursor at{text};
  return take_date(at) && at.done();
}

bool is_time(std::string_view text) {
  TextCursor at{text};
  return take_time(at) && at.done();
}

bool is_date_time(std::string_view text) {
  TextCursor at{text};
  return take_date(at) && at.take_either('t') && take_time(at) && at.done();
}

bool is_duration(std::string_view text) {
  TextCursor at{text};
  if (!at.take('P') || at.done()) return false;
  TextCursor weeks = at;
  if (weeks.some_digits() && weeks.take('W')) return weeks.done();
  if (at.rest.front() != 'T' && !take_units(at, "YMD")) return false;
  if (at.done()) return true;
  return at.take('T') && take_units(at, "HMS") && at.done();
}

}  // namespace claudestep::schema
