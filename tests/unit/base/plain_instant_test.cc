#include <gtest/gtest.h>

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

}  // namespace
}  // namespace claudestep
