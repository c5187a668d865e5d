#include "base/glob.h"

#include <gtest/gtest.h>

#include <string>

namespace claudestep {
namespace {

TEST(Glob, MatchesTheWholeName) {
  struct Case {
    std::string_view pattern, name;
    bool matches;
  };
  const Case cases[] = {
      {"auth", "auth", true},
      {"auth", "auth2", false},
      {"auth", "aut", false},
      {"", "", true},
      {"", "a", false},
      {"*", "", true},
      {"*", "auth", true},
      {"a*", "auth", true},
      {"*h", "auth", true},
      {"a*t*h", "auth", true},
      {"a*x", "auth", false},
      {"a?th", "auth", true},
      {"????", "auth", true},
      {"???", "auth", false},
      {"**", "auth", true},
      {"*ab", "aab", true},
      {"*a*b", "xaxbxb", true},
      {"a*", "Auth", false},
      {"[ab]uth", "auth", true},
      {"[!ab]uth", "auth", false},
      {"[a-c]uth", "buth", true},
      {"[a-c]uth", "duth", false},
      {"[!a-c]uth", "duth", true},
      {"v[0-9].*", "v2.x", true},
      {"[]a]b", "]b", true},
      {"[!]]b", "]b", false},
      {"[ab", "[ab", true},
      {"[ab", "a", false},
      {"a[-x]b", "a-b", true},
      {"a[x-]b", "a-b", true},
      {"*[0-9]", "step-42", true},
      {"*[0-9]", "step-4x", false},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(matches_glob(one.pattern, one.name), one.matches) << one.pattern << " " << one.name;
  }
}

TEST(Glob, IsQuickForPatternsMadeToHurt) {
  std::string pattern;
  for (int i = 0; i < 40; ++i) pattern += "a*";
  EXPECT_FALSE(matches_glob(pattern + "b", std::string(4000, 'a')));
}

TEST(Glob, TellsPatternsFromNames) {
  EXPECT_FALSE(is_glob("auth-2.0_x"));
  EXPECT_TRUE(is_glob("auth*"));
  EXPECT_TRUE(is_glob("a?th"));
  EXPECT_TRUE(is_glob("[a]"));
}

}  // namespace
}  // namespace claudestep
