#include "schema/pattern.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/matchers.h"

namespace claudestep::schema {
namespace {

using test::FailsWith;

bool found(std::string_view pattern, std::string_view text) {
  const auto compiled = Pattern::compile(pattern);
  EXPECT_TRUE(compiled.has_value()) << pattern;
  PatternScratch scratch;
  return compiled && compiled->search(text, scratch) == PatternMatch::kFound;
}

TEST(Pattern, MatchesAnywhereUnlessAnchored) {
  EXPECT_TRUE(found("b", "abc"));
  EXPECT_TRUE(found("^[a-z0-9-]+$", "user-auth-2"));
  EXPECT_FALSE(found("^[a-z0-9-]+$", "User"));
}

TEST(Pattern, IsEcma262) {
  EXPECT_FALSE(found("^abc$", "abc\n"));   // $ is the end, not before a newline
  EXPECT_FALSE(found("^\\d$", "\u09ea"));  // digits are ASCII
  EXPECT_FALSE(found("^\\w$", "é"));       // so are words
  EXPECT_TRUE(found("^\\s$", "\u2003"));   // spaces are Unicode
  EXPECT_TRUE(found("^[\\s]$", "\ufeff"));
  EXPECT_FALSE(found("^\\S$", "\u00a0"));
  EXPECT_TRUE(found("^\\p{Letter}+$", "ñandú"));
  EXPECT_TRUE(found("^\\p{Script=Greek}$", "λ"));
  EXPECT_TRUE(found("^\\u0061\\x62\\u{63}$", "abc"));
  EXPECT_TRUE(found("^\\ud83d\\udc32$", "🐲"));
  EXPECT_TRUE(found("^\\cA$", "\x01"));
  EXPECT_TRUE(found("^[^]$", "x"));
  EXPECT_FALSE(found("[]", "x"));
  EXPECT_TRUE(found("^[[:alpha:]$", "["));  // no classes of POSIX
  EXPECT_TRUE(found("^(?<year>\\d{4})-\\k<year>$", "2026-2026"));
  EXPECT_TRUE(found("^🐲*$", "🐲🐲"));
  EXPECT_FALSE(found("^.$", "\r"));
}

TEST(Pattern, RefusesWhatOnlyPerlKnows) {
  for (const char* const pattern :
       {"\\Z", "\\A", "\\a", "\\Qx\\E", "(?P<a>x)", "(?i)x", "(?#x)", "a++", "a{2}+", "(*UTF)x",
        "\\", "(", "[a", "*a", "a**", "\\p{Nothing}", "\\ud800", "(?>a)", "\\C"}) {
    EXPECT_EQ(Pattern::compile(pattern).has_value(), false) << pattern;
  }
  EXPECT_THAT(Pattern::compile("^\\S(|(.|\\n)*\\S)\\Z"),
              FailsWith(ErrorCode::kSchemaUnusable, "the escape '\\Z' is not known to ECMA 262"));
  EXPECT_THAT(Pattern::compile(std::string(10'001, 'a')),
              FailsWith(ErrorCode::kSchemaUnusable, "a pattern has at most 10000 bytes"));
}

TEST(Pattern, BombsAreTooHard) {
  PatternScratch scratch;
  const std::string text = std::string(60, 'a') + "!";
  for (const char* const bomb : {"^(a+)+$", "^(a|a)*$", "^(a|aa)+$"}) {
    const auto pattern = Pattern::compile(bomb);
    ASSERT_TRUE(pattern.has_value());
    EXPECT_EQ(pattern->search(text, scratch), PatternMatch::kTooHard) << bomb;
  }
}

TEST(Pattern, ManyHardSearchesEndSoon) {
  PatternScratch scratch(PatternLimits{.steps = 100'000, .total = 300'000});
  const auto pattern = Pattern::compile("^(a+)+$");
  const std::string text = std::string(40, 'a') + "!";
  for (int i = 0; i < 3; ++i) EXPECT_EQ(pattern->search(text, scratch), PatternMatch::kTooHard);
  for (int i = 0; i < 100'000; ++i) {
    ASSERT_EQ(pattern->search(text, scratch), PatternMatch::kNotTried);
  }
  // What is quick is judged all the same.
  EXPECT_EQ(Pattern::compile("^x$")->search("x", scratch), PatternMatch::kFound);
  EXPECT_EQ(Pattern::compile("^x$")->search("y", scratch), PatternMatch::kNotFound);
}

TEST(Pattern, LongTextsOfEasyPatternsAreNotTooHard) {
  PatternScratch scratch;
  const auto pattern = Pattern::compile("^[a-z ]+$");
  EXPECT_EQ(pattern->search(std::string(1'000'000, 'a'), scratch), PatternMatch::kFound);
  const auto groups = Pattern::compile("^(ab)+$");
  std::string text;
  for (int i = 0; i < 2'000; ++i) text += "ab";
  EXPECT_EQ(groups->search(text, scratch), PatternMatch::kFound);
}

}  // namespace
}  // namespace claudestep::schema
