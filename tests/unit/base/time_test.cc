#include "base/time.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/clock.h"

namespace claudestep {
namespace {

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();

TEST(Timestamp, ReadsEverySpelling) {
  struct Row {
    std::string_view text;
    std::int64_t seconds;
    std::int32_t nanos;
    bool zoned;
  };
  const Row rows[] = {
      {"1970-01-01T00:00:00Z", 0, 0, true},
      {"1969-12-31T23:59:59Z", -1, 0, true},
      {"2026-01-27T10:00:00Z", 1769508000, 0, true},
      {"2026-01-27t10:00:00z", 1769508000, 0, true},
      {"2026-01-27 10:00:00Z", 1769508000, 0, true},
      {"2026-01-27T12:00:00+02:00", 1769508000, 0, true},
      {"2026-01-27T04:30:00-05:30", 1769508000, 0, true},
      {"2026-01-27T10:00:00-00:00", 1769508000, 0, true},
      {"2026-01-27T10:00:00", 1769508000, 0, false},
      {"2025-12-29T21:37:06.201227", 1767044226, 201227000, false},
      {"2026-01-27T10:00:00.1Z", 1769508000, 100000000, true},
      {"2026-01-27T10:00:00.1234567899Z", 1769508000, 123456789, true},
      {"2024-02-29T00:00:00Z", 1709164800, 0, true},
      {"2000-02-29T00:00:00Z", 951782400, 0, true},
      {"2016-12-31T23:59:60Z", 1483228800, 0, true},
      {"2017-01-01T01:59:60+02:00", 1483228800, 0, true},
      {"0000-01-01T00:00:00Z", -62167219200, 0, true},
      {"9999-12-31T23:59:59Z", 253402300799, 0, true},
  };
  for (const Row& row : rows) {
    const auto read = Timestamp::parse(row.text);
    ASSERT_TRUE(read.has_value()) << row.text << ": " << read.error().message;
    EXPECT_EQ(read->instant().seconds, row.seconds) << row.text;
    EXPECT_EQ(read->instant().nanos, row.nanos) << row.text;
    EXPECT_EQ(read->is_zoned(), row.zoned) << row.text;
    EXPECT_EQ(read->text(), row.text);
  }
}

TEST(Timestamp, RefusesWithAReason) {
  constexpr std::string_view kShape = "expected a time such as 2026-01-27T10:00:00Z";
  struct Row {
    std::string_view text;
    std::string_view message;
  };
  const Row rows[] = {
      {"", kShape},
      {"soon", kShape},
      {"2026", kShape},
      {"2026-01-27", kShape},
      {"2026-1-27T10:00:00Z", kShape},
      {"2026-01-27T10:00Z", kShape},
      {"2026-01-27T10:00:00.Z", kShape},
      {"2026-01-27T10:00:00,5Z", kShape},
      {"2026-01-27T10:00:00+0200", kShape},
      {"2026-01-27T10:00:00+02", kShape},
      {"2026-01-27T10:00:00ZZ", kShape},
      {"2026-01-27T10:00:00Z ", kShape},
      {" 2026-01-27T10:00:00Z", kShape},
      {"2026-01-27  10:00:00Z", kShape},
      {"-001-01-27T10:00:00Z", kShape},
      {"2026-13-01T00:00:00Z", "there is no month 13"},
      {"2026-00-01T00:00:00Z", "there is no month 00"},
      {"2026-02-29T00:00:00Z", "there is no day 2026-02-29"},
      {"1900-02-29T00:00:00Z", "there is no day 1900-02-29"},
      {"2026-04-31T00:00:00Z", "there is no day 2026-04-31"},
      {"2026-04-00T00:00:00Z", "there is no day 2026-04-00"},
      {"2026-01-27T24:00:00Z", "there is no hour 24"},
      {"2026-01-27T10:60:00Z", "there is no minute 60"},
      {"2026-01-27T10:00:61Z", "there is no second 61"},
      {"2026-01-27T10:00:60Z", "there is no leap second but at the end of a day in UTC"},
      {"2026-01-27T10:00:00+24:00", "there is no offset +24:00"},
      {"2026-01-27T10:00:00-01:60", "there is no offset -01:60"},
      {"0000-01-01T00:00:00+00:01", "the time is outside the years 0000 to 9999"},
      {"9999-12-31T23:59:60Z", "the time is outside the years 0000 to 9999"},
  };
  for (const Row& row : rows) {
    const auto read = Timestamp::parse(row.text);
    ASSERT_FALSE(read.has_value()) << row.text;
    EXPECT_EQ(read.error().message, row.message) << row.text;
    EXPECT_EQ(read.error().code, ErrorCode::kInvalidInput);
  }
}

TEST(Timestamp, IsEqualByInstant) {
  EXPECT_EQ(*Timestamp::parse("2026-01-27T10:00:00Z"),
            *Timestamp::parse("2026-01-27T12:00:00+02:00"));
  EXPECT_LT(*Timestamp::parse("2026-01-27T10:00:00Z"),
            *Timestamp::parse("2026-01-27T10:00:00.000000001Z"));
}

TEST(Timestamp, OfOurOwnMakingHasWholeSeconds) {
  const Timestamp made(Instant{.seconds = 1769508000, .nanos = 999999999});
  EXPECT_EQ(made.text(), "2026-01-27T10:00:00Z");
  EXPECT_EQ(made.instant(), (Instant{.seconds = 1769508000, .nanos = 0}));
  EXPECT_TRUE(made.is_zoned());
  EXPECT_EQ(Timestamp(), Timestamp(Instant{}));
  EXPECT_EQ(Timestamp().text(), Timestamp(Instant{}).text());
}

TEST(Instant, IsFormattedInUtc) {
  EXPECT_EQ(format_instant(Instant{.seconds = -1, .nanos = 5}), "1969-12-31T23:59:59Z");
  EXPECT_EQ(format_date(Instant{.seconds = -1, .nanos = 5}), "1969-12-31");
  EXPECT_EQ(format_date(Instant{.seconds = 951782400, .nanos = 0}), "2000-02-29");
  EXPECT_EQ(format_instant(Instant{.seconds = kMin, .nanos = 0}), "0000-01-01T00:00:00Z");
  EXPECT_EQ(format_instant(Instant{.seconds = kMax, .nanos = 0}), "9999-12-31T23:59:59Z");
}

TEST(Instant, SumsStayWithinTheYears) {
  EXPECT_EQ(plus_seconds(Instant{.seconds = 5, .nanos = 7}, -6),
            (Instant{.seconds = -1, .nanos = 7}));
  EXPECT_EQ(format_instant(plus_seconds(Instant{.seconds = 5, .nanos = 0}, kMax)),
            "9999-12-31T23:59:59Z");
  EXPECT_EQ(format_instant(plus_seconds(Instant{.seconds = -5, .nanos = 0}, kMin)),
            "0000-01-01T00:00:00Z");
}

TEST(ParseDuration, ReadsEveryUnit) {
  struct Row {
    std::string_view text;
    std::int64_t seconds;
  };
  const Row rows[] = {{"90s", 90},
                      {"15m", 900},
                      {"2h", 7200},
                      {"30d", 2592000},
                      {"2w", 1209600},
                      {"007s", 7},
                      {"1000000h", 3600000000}};
  for (const Row& row : rows) EXPECT_EQ(parse_duration(row.text), row.seconds) << row.text;
}

TEST(ParseDuration, RefusesWithAReason) {
  struct Row {
    std::string_view text;
    std::string_view message;
  };
  const Row rows[] = {
      {"", "'' is no duration; expected one such as 90s, 15m, 2h, 30d or 2w"},
      {"h", "'h' is no duration; expected one such as 90s, 15m, 2h, 30d or 2w"},
      {"2", "'2' is no duration; expected one such as 90s, 15m, 2h, 30d or 2w"},
      {"-2h", "'-2h' is no duration; expected one such as 90s, 15m, 2h, 30d or 2w"},
      {"1.5h", "'1.5h' is no duration; expected one such as 90s, 15m, 2h, 30d or 2w"},
      {"2y", "'2y' is no duration; expected one such as 90s, 15m, 2h, 30d or 2w"},
      {"0h", "the duration '0h' is zero"},
      {"9223372036854775807m", "the duration '9223372036854775807m' is too long"},
      {"92233720368547758070s", "the duration '92233720368547758070s' is too long"},
  };
  for (const Row& row : rows) {
    const auto read = parse_duration(row.text);
    ASSERT_FALSE(read.has_value()) << row.text;
    EXPECT_EQ(read.error().message, row.message);
    EXPECT_EQ(read.error().code, ErrorCode::kInvalidInput);
  }
}

TEST(ParseMoment, ReadsDurationsDatesAndTimes) {
  const Instant now{.seconds = 1769508000, .nanos = 0};
  EXPECT_EQ(format_instant(*parse_moment("30d", now)), "2025-12-28T10:00:00Z");
  EXPECT_EQ(format_instant(*parse_moment("2026-01-27", now)), "2026-01-27T00:00:00Z");
  EXPECT_EQ(format_instant(*parse_moment("2026-01-27T10:00:00+02:00", now)),
            "2026-01-27T08:00:00Z");
}

TEST(ParseMoment, RefusesWithAReason) {
  const auto word = parse_moment("yesterday", Instant{});
  ASSERT_FALSE(word.has_value());
  EXPECT_EQ(word.error().message, "'yesterday' is no moment in time");
  EXPECT_EQ(
      word.error().causes,
      std::vector<std::string>{"expected a duration (30d, 2w), a date (2026-01-27) or a time"});
  const auto date = parse_moment("2026-02-30", Instant{});
  ASSERT_FALSE(date.has_value());
  EXPECT_EQ(date.error().causes, std::vector<std::string>{"there is no day 2026-02-30"});
  EXPECT_EQ(parse_moment("0d", Instant{}).error().message, "the duration '0d' is zero");
}

TEST(Clock, TellsTheTime) {
  const Instant now = SystemClock().now();
  EXPECT_GT(now.seconds, 1600000000);
  EXPECT_GE(now.nanos, 0);
  EXPECT_LT(now.nanos, 1000000000);
  EXPECT_EQ(FixedClock(Instant{.seconds = 3, .nanos = 4}).now(),
            (Instant{.seconds = 3, .nanos = 4}));
}

}  // namespace
}  // namespace claudestep
