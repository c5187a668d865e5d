#include "git/search_path.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace claudestep::git {
namespace {

using testing::ElementsAre;

TEST(SplitSearchPath, TakesPlainAndQuotedEntries) {
  EXPECT_THAT(split_search_path(""), ElementsAre());
  EXPECT_THAT(split_search_path("/a"), ElementsAre("/a"));
  EXPECT_THAT(split_search_path("/a:/b c:d"), ElementsAre("/a", "/b c", "d"));
  EXPECT_THAT(split_search_path(":/a::"), ElementsAre("/a"));
  EXPECT_THAT(split_search_path("#comment:/a"), ElementsAre("/a"));
  EXPECT_THAT(split_search_path(R"("/a:b":/c)"), ElementsAre("/a:b", "/c"));
  EXPECT_THAT(split_search_path(R"("/q\"\\\t\n\a\b\f\r\v":/c)"),
              ElementsAre("/q\"\\\t\n\a\b\f\r\v", "/c"));
  EXPECT_THAT(split_search_path(R"("/\303\274")"), ElementsAre("/ü"));
  // A quote that does not end is part of the name.
  EXPECT_THAT(split_search_path("\"/a"), ElementsAre("\"/a"));
}

TEST(IsTrue, IsWhatGitTakesForTrue) {
  for (const std::string_view text : {"true", "TRUE", "Yes", "on", "1", "17", "-1"}) {
    EXPECT_TRUE(is_true(text)) << text;
  }
  for (const std::string_view text : {"", "false", "no", "off", "0", "x", "1x", "truely"}) {
    EXPECT_FALSE(is_true(text)) << text;
  }
}

TEST(CeilingLength, IsTheLongestProperAncestor) {
  EXPECT_EQ(ceiling_length("/a/b/c", ""), 0U);
  EXPECT_EQ(ceiling_length("/a/b/c", ":/a:/a/b"), 4U);
  EXPECT_EQ(ceiling_length("/a/b/c", ":/a/b/c"), 0U);
  EXPECT_EQ(ceiling_length("/a/b/c", ":/a/b/"), 4U);
  EXPECT_EQ(ceiling_length("/a/b/c", ":/a/bc:/x"), 0U);
  EXPECT_EQ(ceiling_length("/a/b/c", "/"), 1U);
  EXPECT_EQ(ceiling_length("/", "/"), 0U);
}

}  // namespace
}  // namespace claudestep::git
