#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/time.h"

namespace claudestep {
namespace {

TEST(PlainInstant, IsThatOfTheTimestamp) {
  for (const char* text : {"1970-01-01T00:00:00Z", "2024-02-29T23:59:59Z", "2026-12-31T12:34:56",
                           "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2000-02-29T00:00:00",
                           "1900-02-28T01:02:03Z"}) {
    const auto instant = parse_plain_instant(text);
    ASSERT_TRUE(instant.has_value()) << text;
    EXPECT_EQ(*instant, Timestamp::parse(text)->instant()) << text;
  }
}

TEST(PlainInstant, LeavesAllElseToTheTimestamp) {
  for (const char* text :
       {"", "2026-01-27", "2026-01-27T10:00:00.5Z", "2026-01-27T10:00:00+02:00",
        "2026-01-27 10:00:00Z", "2026-01-27t10:00:00Z", "2026-02-29T10:00:00Z",
        "2026-13-01T10:00:00Z", "2026-00-01T10:00:00Z", "2026-01-00T10:00:00Z",
        "2026-01-27T24:00:00Z", "2026-01-27T10:60:00Z", "2016-12-31T23:59:60Z",
        "2026-01-27T10:00:00z", "2026-01-2XT10:00:00Z", "-026-01-27T10:00:00Z"}) {
    EXPECT_FALSE(parse_plain_instant(text).has_value()) << text;
  }
}

// Every character in every place.
TEST(PlainInstant, WantsADigitWhereThereIsOne) {
  for (const std::string_view plain : {"2111-11-11T11:11:11Z", "2111-11-11T11:11:11"}) {
    for (std::size_t at = 0; at < plain.size(); ++at) {
      const bool is_digit = plain[at] >= '0' && plain[at] <= '9';
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(plain);
        text[at] = static_cast<char>(byte);
        const bool stays = is_digit ? text[at] >= '0' && text[at] <= '9' : text[at] == plain[at];
        const auto instant = parse_plain_instant(text);
        const auto read = Timestamp::parse(text + (plain.back() == 'Z' ? "" : "Z"));
        ASSERT_EQ(instant.has_value(), stays && read.has_value()) << at << " " << byte;
        if (instant) {
          EXPECT_EQ(*instant, read->instant()) << text;
        }
      }
    }
  }
}

}  // namespace
}  // namespace claudestep
