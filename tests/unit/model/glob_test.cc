#include "model/glob.h"

#include <gtest/gtest.h>

#include <string>

namespace claudestep::model {
namespace {

struct GlobCase {
  std::string_view pattern;
  std::string_view path;
  bool matches;
};

TEST(Glob, Matches) {
  const GlobCase cases[] = {
      // Two stars cross folders, none included.
      {"docs/**", "docs/a.md", true},
      {"docs/**", "docs/a/b/c.md", true},
      {"docs/**", "docs", false},
      {"docs/**", "src/docs/a.md", false},
      {"**/auth/**", "auth/login.py", true},
      {"**/auth/**", "src/web/auth/forms/login.py", true},
      {"**/auth/**", "src/author/login.py", false},
      {"**/*.md", "README.md", true},
      {"**/*.md", "a/b/c.md", true},
      {"src/**/*.ts", "src/a.ts", true},
      {"src/**/*.ts", "src/a/b/c.ts", true},
      {"src/**/*.ts", "lib/src/a.ts", false},
      {"src/**/test/**/*.ts", "src/a/test/b/test/c.ts", true},
      {"**", "a/b/c", true},
      {"**/**/a", "a", true},
      {"a/**/b/**/c", "a/x/b/y/b/z/d", false},
      // One star stays within a name.
      {"src/*.py", "src/a.py", true},
      {"src/*.py", "src/a/b.py", false},
      {"src/*/b.py", "src/a/b.py", true},
      {"src/*/b.py", "src/a/c/b.py", false},
      {"a**b/c", "axxb/c", true},
      {"a**b/c", "a/b/c", false},
      // Without a slash it is about the last name.
      {"*.md", "README.md", true},
      {"*.md", "docs/deep/a.md", true},
      {"Makefile", "src/Makefile", true},
      {"Makefile", "Makefile/a", false},
      {"/Makefile", "src/Makefile", false},
      {"/Makefile", "Makefile", true},
      // A folder is what is below it.
      {"docs/", "docs/a/b.md", true},
      {"docs/", "docs", false},
      // One character, classes.
      {"a?c", "abc", true},
      {"a?c", "aéc", true},
      {"a?c", "a/c", false},
      {"src/[a-c]x", "src/bx", true},
      {"src/[!a-c]x", "src/bx", false},
      {"src/[^a-c]x", "src/dx", true},
      {"src/[]]", "src/]", true},
      {"src/[a", "src/[a", true},
      {"src/\\*", "src/*", true},
      {"src/\\*", "src/a", false},
      // Either of them.
      {"**/*.{ts,tsx}", "a/b.tsx", true},
      {"**/*.{ts,tsx}", "a/b.js", false},
      {"{src,lib}/{a,b{1,2}}", "lib/b2", true},
      {"{src,lib}/{a,b{1,2}}", "lib/b3", false},
      {"a{b}", "a{b}", true},
      {"a{b", "a{b", true},
      {"{x}/{a,b}", "{x}/b", true},
      {"\\{x\\}/{a,b}", "{x}/b", true},
      {"{a,\\{}b", "{b", true},
      // What counts for nothing.
      {"./src/a", "src/a", true},
      {"src//a", "./src/./a", true},
      {"SRC/a", "src/a", false},
      {"", "a", false},
      {"*", "", false},
  };
  for (const GlobCase& one : cases) {
    EXPECT_EQ(glob_matches(one.pattern, one.path), one.matches)
        << one.pattern << " on " << one.path;
  }
}

TEST(Glob, HostilePatternsAreDoneAtOnce) {
  std::string stars;
  for (int i = 0; i < 2000; ++i) stars += "*a";
  EXPECT_FALSE(glob_matches(stars + "/b", std::string(2000, 'a') + "/c"));
  std::string folders;
  std::string path;
  for (int i = 0; i < 2000; ++i) {
    folders += "**/a/";
    path += "a/";
  }
  EXPECT_FALSE(glob_matches(folders + "b", path + "c"));
  std::string braces;
  for (int i = 0; i < 40; ++i) braces += "{a,b}";
  EXPECT_FALSE(glob_matches(braces, std::string(40, 'a'))) << "too many: taken as written";
  EXPECT_TRUE(glob_matches(braces, braces));
  EXPECT_EQ(glob_flaw(braces), "its braces stand for more than 10000 patterns");
  EXPECT_FALSE(glob_matches(std::string(4096, '{'), "a"));
}

TEST(Glob, ManyAlternativesAreAllTried) {
  std::string names = "{a0";
  for (int i = 1; i < 500; ++i) names += ",a" + std::to_string(i);
  for (const int number : {0, 1, 255, 256, 499}) {
    EXPECT_TRUE(glob_matches("src/" + names + "}/*", "src/a" + std::to_string(number) + "/x"));
  }
  EXPECT_FALSE(glob_matches("src/" + names + "}/*", "src/a500/x"));
  std::string pairs;
  for (int i = 0; i < 13; ++i) pairs += "{a,b}";
  EXPECT_EQ(glob_flaw(pairs), std::nullopt);
  EXPECT_TRUE(glob_matches(pairs, "ababababababb"));
  EXPECT_FALSE(glob_matches(pairs, "abababababab"));
}

TEST(Glob, FlawsAreSaid) {
  EXPECT_EQ(glob_flaw("**/{auth,login/**"), "a brace in it is never closed");
  EXPECT_EQ(glob_flaw("src/\\{a"), std::nullopt);
  EXPECT_EQ(glob_flaw("src/a}{b}[{,}]"), std::nullopt);
  EXPECT_EQ(glob_flaw("{a,{b,c{d,e}}}/**"), std::nullopt);
  EXPECT_EQ(glob_flaw(std::string(4097, 'a')), "it has more than 4096 bytes");
}

}  // namespace
}  // namespace claudestep::model
