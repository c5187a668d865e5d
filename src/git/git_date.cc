// Dates as git's variables give them.
#include <array>
#include <charconv>
#include <chrono>

#include "base/text.h"
#include "git/signature.h"

namespace claudestep::git {
namespace {

// Reads a text from the front; every step says whether it found what it wanted and moves only then.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }

  bool take(char letter) {
    if (!rest_.starts_with(letter)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool take_one_of(std::string_view letters, char* which = nullptr) {
    if (rest_.empty() || letters.find(rest_.front()) == std::string_view::npos) return false;
    if (which != nullptr) *which = rest_.front();
    rest_.remove_prefix(1);
    return true;
  }

  void skip_spaces() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
  }

  bool number(std::size_t fewest, std::size_t most, std::int64_t& value) {
    std::size_t length = 0;
    while (length < rest_.size() && rest_[length] >= '0' && rest_[length] <= '9') ++length;
    if (length < fewest || length > most) return false;
    std::from_chars(rest_.data(), rest_.data() + length, value);
    rest_.remove_prefix(length);
    return true;
  }

  // Three letters or more that begin one of `names`, with the rest of the word.
  template <std::size_t N>
  bool word(const std::array<std::string_view, N>& names, std::int64_t& index) {
    std::size_t length = 0;
    while (length < rest_.size() && is_letter(rest_[length])) ++length;
    if (length < 3) return false;
    const std::string found = to_lower_ascii(rest_.substr(0, length));
    for (std::size_t i = 0; i < N; ++i) {
      if (!names[i].starts_with(found)) continue;
      index = static_cast<std::int64_t>(i);
      rest_.remove_prefix(length);
      return true;
    }
    return false;
  }

 private:
  static bool is_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }

  std::string_view rest_;
};

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kDays = {"sunday",   "monday", "tuesday", "wednesday",
                                                   "thursday", "friday", "saturday"};

struct Fields {
  std::int64_t year = 0;
  std::int64_t month = 0;
  std::int64_t day = 0;
  std::int64_t hour = 0;
  std::int64_t minute = 0;
  std::int64_t second = 0;
};

// "+0130", "-05:00", "+01", "Z", "GMT", "UTC", or the end, which means UTC.
bool read_zone(Scanner& scanner, int& offset_minutes) {
  scanner.skip_spaces();
  offset_minutes = 0;
  if (scanner.at_end()) return true;
  const std::string word = to_lower_ascii(scanner.rest());
  if (word == "z" || word == "gmt" || word == "utc") return true;
  char sign = '+';
  std::int64_t hours = 0;
  std::int64_t minutes = 0;
  if (!scanner.take_one_of("+-", &sign)) return false;
  if (scanner.number(4, 4, hours)) {
    minutes = hours % 100;
    hours /= 100;
  } else {
    if (!scanner.number(2, 2, hours)) return false;
    if (scanner.take(':') && !scanner.number(2, 2, minutes)) return false;
  }
  if (hours > 23 || minutes > 59 || !scanner.at_end()) return false;
  const int total = static_cast<int>(hours * 60 + minutes);
  offset_minutes = sign == '-' ? -total : total;
  return true;
}

bool read_clock(Scanner& scanner, Fields& fields) {
  if (!scanner.number(1, 2, fields.hour) || !scanner.take(':')) return false;
  if (!scanner.number(2, 2, fields.minute)) return false;
  if (!scanner.take(':')) return true;
  if (!scanner.number(2, 2, fields.second)) return false;
  std::int64_t fraction = 0;
  return !scanner.take('.') || scanner.number(1, 18, fraction);
}

std::optional<DateWithZone> finish(const Fields& fields, Scanner& scanner) {
  DateWithZone date;
  if (!read_zone(scanner, date.offset_minutes)) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(fields.year)),
                                        std::chrono::month(static_cast<unsigned>(fields.month)),
                                        std::chrono::day(static_cast<unsigned>(fields.day))};
  if (!day.ok() || fields.hour > 24 || fields.minute > 59 || fields.second > 60) {
    return std::nullopt;
  }
  const std::int64_t days = std::chrono::sys_days(day).time_since_epoch().count();
  date.seconds = days * 86'400 + fields.hour * 3600 + fields.minute * 60 + fields.second -
                 std::int64_t{date.offset_minutes} * 60;
  if (date.seconds < 0) return std::nullopt;
  return date;
}

// "@1700000000 +0100".
std::optional<DateWithZone> read_seconds(Scanner scanner) {
  DateWithZone date;
  const std::size_t fewest = scanner.take('@') ? 1 : 9;
  if (!scanner.number(fewest, 15, date.seconds)) return std::nullopt;
  if (!scanner.at_end() && !scanner.rest().starts_with(' ')) return std::nullopt;
  if (!read_zone(scanner, date.offset_minutes)) return std::nullopt;
  return date;
}

// "2005-04-07T22:13:13+02:00", "2005-04-07 22:13 +0200", "2005.04.07 ...", "2005/04/07 ...".
std::optional<DateWithZone> read_iso(Scanner scanner) {
  Fields fields;
  char mark = '-';
  if (!scanner.number(4, 4, fields.year) || !scanner.take_one_of("-./", &mark)) return std::nullopt;
  if (!scanner.number(1, 2, fields.month) || !scanner.take(mark)) return std::nullopt;
  if (!scanner.number(1, 2, fields.day) || !scanner.take_one_of("Tt ")) return std::nullopt;
  if (!read_clock(scanner, fields)) return std::nullopt;
  return finish(fields, scanner);
}

// "Thu, 7 Apr 2005 22:13:13 +0200", with or without the day's name.
std::optional<DateWithZone> read_rfc2822(Scanner scanner) {
  Fields fields;
  std::int64_t weekday = 0;
  if (scanner.word(kDays, weekday)) scanner.take(',');
  scanner.skip_spaces();
  if (!scanner.number(1, 2, fields.day)) return std::nullopt;
  scanner.skip_spaces();
  if (!scanner.word(kMonths, fields.month)) return std::nullopt;
  ++fields.month;
  scanner.skip_spaces();
  if (!scanner.number(4, 4, fields.year)) return std::nullopt;
  scanner.skip_spaces();
  if (!read_clock(scanner, fields)) return std::nullopt;
  return finish(fields, scanner);
}

// "Thu Apr 7 22:13:13 2005 +0200", as `git log` prints it.
std::optional<DateWithZone> read_default(Scanner scanner) {
  Fields fields;
  std::int64_t weekday = 0;
  if (!scanner.word(kDays, weekday)) return std::nullopt;
  scanner.skip_spaces();
  if (!scanner.word(kMonths, fields.month)) return std::nullopt;
  ++fields.month;
  scanner.skip_spaces();
  if (!scanner.number(1, 2, fields.day)) return std::nullopt;
  scanner.skip_spaces();
  if (!read_clock(scanner, fields)) return std::nullopt;
  scanner.skip_spaces();
  if (!scanner.number(4, 4, fields.year)) return std::nullopt;
  return finish(fields, scanner);
}

}  // namespace

std::optional<DateWithZone> parse_git_date(std::string_view text) {
  const Scanner scanner(trim(text));
  for (const auto read : {read_seconds, read_iso, read_rfc2822, read_default}) {
    if (const auto date = read(scanner)) return date;
  }
  return std::nullopt;
}

}  // namespace claudestep::git
