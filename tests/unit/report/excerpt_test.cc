#include "report/excerpt.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"
#include "base/utf8.h"

namespace claudestep::report {
namespace {

constexpr Style kEighty{80, true, false};

std::string shown(std::string_view text, Mark mark, const Style& style = kEighty) {
  return excerpt(SourceText(text), mark, style);
}

// The columns before the caret, which the line above has as well.
std::string_view under_caret(const std::string& text, std::string& line) {
  const std::size_t end = text.find('\n');
  line = text.substr(0, end);
  const std::size_t caret = text.find('^', end);
  const std::size_t column = caret - end - 1;
  std::size_t at = 0;
  while (at < line.size() && display_width(std::string_view(line).substr(0, at)) < column) {
    at += next_utf8(std::string_view(line).substr(at)).size;
  }
  return std::string_view(line).substr(at);
}

TEST(Excerpt, PutsACaretUnderThePlace) {
  EXPECT_EQ(shown("a: 1\nfeature:\n  priority: hihg\n", {3, 13}),
            "    3 |   priority: hihg\n"
            "      |             ^\n");
  EXPECT_EQ(shown("a\r\nb\rc", {2, 1}), "    2 | b\n      | ^\n");
  EXPECT_EQ(shown("a\r\nb\rc", {3, 1}), "    3 | c\n      | ^\n");
}

TEST(Excerpt, PlacesPastTheEndAreAtTheEnd) {
  EXPECT_EQ(shown("ab\n", {1, 99}), "    1 | ab\n      |   ^\n");
  EXPECT_EQ(shown("ab", {7, 1}), "    7 |\n      | ^\n");
  EXPECT_EQ(shown("", {1, 1}), "    1 |\n      | ^\n");
}

TEST(Excerpt, TabsReachTheNextStop) {
  EXPECT_EQ(shown("\tx\ty", {1, 2}), "    1 |     x   y\n      |     ^\n");
  EXPECT_EQ(shown("\tx\ty", {1, 4}), "    1 |     x   y\n      |         ^\n");
  EXPECT_EQ(shown("\tx", {1, 1}), "    1 |     x\n      | ^\n");
}

TEST(Excerpt, WideAndCombiningCharactersKeepTheCaretInPlace) {
  EXPECT_EQ(shown("名前: x", {1, 5}), "    1 | 名前: x\n      |       ^\n");
  EXPECT_EQ(shown("e\u0301e\u0301: x", {1, 7}), "    1 | e\u0301e\u0301: x\n      |     ^\n");
  EXPECT_EQ(shown("👍👍 x", {1, 4}), "    1 | 👍👍 x\n      |      ^\n");
}

TEST(Excerpt, NothingOfTheFileReachesTheTerminal) {
  EXPECT_EQ(shown("a\x1b[31mb: \xff x", {1, 10}),
            "    1 | a\\x1b[31mb: \\xff x\n      |             ^\n");
  EXPECT_EQ(shown("##[error]x", {1, 10}), "    1 | *#[error]x\n      |          ^\n");
}

TEST(Excerpt, LongLinesAreCutAroundThePlace) {
  std::string line;
  for (int i = 0; i < 100; ++i) line += "k" + std::to_string(1000 + i) + ": v, ";
  for (const Style& style : {kEighty, Style{80, false, false}, Style{40, true, false}, Style{}}) {
    for (std::uint32_t column = 1; column <= line.size(); ++column) {
      std::string first;
      const std::string text = shown(line, {1, column}, style);
      const std::string_view rest = under_caret(text, first);
      const std::size_t width = style.width == 0 ? 80 : style.width;
      ASSERT_LE(display_width(first), width) << text;
      const char c = line[column - 1];
      ASSERT_TRUE(rest.empty() ? c == ' ' : rest[0] == c) << column << "\n" << text;
    }
  }
  EXPECT_EQ(shown(line, {1, 452}),
            "    1 | …: v, k1041: v, k1042: v, k1043: v, k1044: v, k1045: v, k1046: v, k1047…\n"
            "      |                                                ^\n");
}

TEST(Excerpt, WideLinesAreCutToo) {
  std::string line;
  for (int i = 0; i < 200; ++i) line += "名";
  for (std::uint32_t column = 1; column <= 200; ++column) {
    std::string first;
    const std::string text = shown(line, {1, column});
    ASSERT_TRUE(under_caret(text, first).starts_with("名")) << column << "\n" << text;
    ASSERT_LE(display_width(first), 80U);
  }
}

TEST(Excerpt, ManyPlacesInAHugeLineAreFoundInOnePass) {
  const std::string line(5'000'000, 'x');
  const SourceText source(line);
  for (std::uint32_t column = 1; column < 5'000'000; column += 50'000) {
    EXPECT_EQ(source.find({1, column}).offset, column - 1);
  }
  EXPECT_EQ(source.find({1, 3}).offset, 2U) << "and backwards";
}

TEST(Excerpt, ColoursAreForTheGutterAndTheCaret) {
  EXPECT_EQ(shown("x", {1, 1}, {80, true, true}),
            "\x1b[2m    1 |\x1b[0m x\n\x1b[2m      |\x1b[0m \x1b[33m^\x1b[0m\n");
}

}  // namespace
}  // namespace claudestep::report
