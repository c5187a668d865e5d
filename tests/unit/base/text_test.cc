#include "base/text.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace claudestep {
namespace {

using std::string_literals::operator""s;

TEST(CutLine, TakesLineByLine) {
  std::string_view text = "one\n\ntwo\r\nlast";
  EXPECT_EQ(cut_line(text), "one");
  EXPECT_EQ(cut_line(text), "");
  EXPECT_EQ(cut_line(text), "two\r");
  EXPECT_EQ(text, "last");
  EXPECT_EQ(cut_line(text), "last");
  EXPECT_EQ(text, "");
  EXPECT_EQ(cut_line(text), "");
  text = "\n";
  EXPECT_EQ(cut_line(text), "");
  EXPECT_EQ(text, "");
}

TEST(PercentUnescaped, LeavesWhatIsNoEscape) {
  EXPECT_EQ(percent_unescaped("a%20b%2F%2f"), "a b//");
  EXPECT_EQ(percent_unescaped("100%, %2, %g0 %"), "100%, %2, %g0 %");
}

TEST(FindInvalidUtf8, AcceptsWhatIsWellFormed) {
  for (const std::string& text :
       {""s, "abc"s, "a\0b"s, "é"s, "漢字"s, "😀"s, "\xf4\x8f\xbf\xbf"s, "\xed\x9f\xbf"s,
        "\xee\x80\x80"s, "twelve bytes and an é at the end"s}) {
    EXPECT_EQ(find_invalid_utf8(text), std::string::npos) << text;
  }
}

TEST(FindInvalidUtf8, FindsTheFirstBadByte) {
  struct Row {
    std::string text;
    std::size_t at;
  };
  const Row rows[] = {
      {"\x80", 0},              // a continuation alone
      {"abc\xff", 3},           // no such byte
      {"0123456789\xc3", 10},   // cut
      {"\xc0\xaf", 0},          // overlong
      {"\xc1\xbf", 0},          // overlong
      {"\xe0\x80\x80", 0},      // overlong
      {"\xf0\x80\x80\x80", 0},  // overlong
      {"\xed\xa0\x80", 0},      // a surrogate
      {"\xf4\x90\x80\x80", 0},  // above U+10FFFF
      {"\xf5\x80\x80\x80", 0},  // no such lead
      {"é\xe2\x82", 2},         // cut
      {"é\xe2\x28\xa1", 2},     // no continuation
  };
  for (const Row& row : rows) EXPECT_EQ(find_invalid_utf8(row.text), row.at);
}

TEST(AppendUtf8, IsTheInverseOfReading) {
  for (const char32_t code_point : {U'\0', U'a', U'\u007f', U'\u0080', U'\u07ff', U'\u0800',
                                    U'\uffff', U'\U00010000', U'\U0010ffff'}) {
    std::string out;
    append_utf8(out, code_point);
    const Utf8Char read = next_utf8(out);
    EXPECT_TRUE(read.valid);
    EXPECT_EQ(read.size, out.size());
    EXPECT_EQ(read.code_point, code_point);
  }
}

TEST(Whitespace, IsCollapsedAndTrimmed) {
  EXPECT_EQ(collapse_whitespace(" \t a  b\r\n\v\fc \n"), "a b c");
  EXPECT_EQ(collapse_whitespace("   "), "");
  EXPECT_EQ(trim("\n a  b \t"), "a  b");
  EXPECT_EQ(trim(" \n"), "");
  EXPECT_EQ(to_lower_ascii("HeLLo É"), "hello É");
}

TEST(ShellQuoted, QuotesOnlyWhatHasToBe) {
  EXPECT_EQ(shell_quoted("refs/heads/main"), "refs/heads/main");
  EXPECT_EQ(shell_quoted(std::string(5000, 'a')), std::string(5000, 'a'));
  EXPECT_EQ(shell_quoted(""), "''");
  EXPECT_EQ(shell_quoted("-option"), "'-option'");
  EXPECT_EQ(shell_quoted("it's $HOME"), "'it'\\''s $HOME'");
  EXPECT_EQ(shell_quoted("two\nlines"), std::nullopt);
}

TEST(EscapeForTerminal, ShowsWhatCannotBeSeen) {
  EXPECT_EQ(escape_for_terminal("plain, é, 漢, 😀"), "plain, é, 漢, 😀");
  EXPECT_EQ(escape_for_terminal("a\nb\tc\rd"), "a\\nb\\tc\\rd");
  EXPECT_EQ(escape_for_terminal("\x1b[31m\x7f"), "\\x1b[31m\\x7f");
  EXPECT_EQ(escape_for_terminal("\0"s), "\\x00");
  EXPECT_EQ(escape_for_terminal("\xc2\x85"), "\\u0085");
  EXPECT_EQ(escape_for_terminal("a\u202eb\u2028\u2066\ufeff"), "a\\u202eb\\u2028\\u2066\\ufeff");
  EXPECT_EQ(escape_for_terminal("\xff\xc3"), "\\xff\\xc3");
}

TEST(EscapeForTerminal, ShowsEveryCharacterThatHidesText) {
  EXPECT_EQ(escape_for_terminal("a\u200bb\u00adc\u2060d\ufe0fe"),
            "a\\u200bb\\u00adc\\u2060d\\ufe0fe");
  EXPECT_EQ(escape_for_terminal("\u115f\u3164\u180e\ufff9\uffa0\u200d"),
            "\\u115f\\u3164\\u180e\\ufff9\\uffa0\\u200d");
  EXPECT_EQ(escape_for_terminal("x\U000e0041\U000e007f"), "x\\U000e0041\\U000e007f");
}

TEST(EscapeForTerminal, KeepsWhatShapesAnEmoji) {
  for (const std::string text : {"❤\ufe0f", "1\ufe0f\u20e3", "👩\u200d💻", "🏳\ufe0f\u200d🌈"}) {
    EXPECT_EQ(escape_for_terminal(text), text);
  }
  // Once each, between two that are there to be seen.
  EXPECT_EQ(escape_for_terminal("❤\ufe0f\ufe0f"), "❤\ufe0f\\ufe0f");
  EXPECT_EQ(escape_for_terminal("👩\u200d"), "👩\\u200d");
  EXPECT_EQ(escape_for_terminal("👩\u200da"), "👩\\u200da");
}

TEST(Quoted, CutsLongTextInTheMiddle) {
  EXPECT_EQ(quoted("a\nb"), "'a\\nb'");
  EXPECT_EQ(quoted("0123456789", 10), "'0123456789'");
  EXPECT_EQ(quoted("0123456789a", 10), "'01234…789a'");
  EXPECT_EQ(quoted("ééééé", 5), "'ééééé'");
  EXPECT_EQ(quoted("éééééé", 5), "'éé…éé'");
  EXPECT_EQ(quoted("abc", 0), "'…'");
}

TEST(DisplayWidth, CountsColumns) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("é"), 1U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("漢字"), 4U);
  EXPECT_EQ(display_width("ｆ"), 2U);
  EXPECT_EQ(display_width("한글"), 4U);
  EXPECT_EQ(display_width("😀"), 2U);
  EXPECT_EQ(display_width("a\u200bb"), 2U);
}

TEST(TruncateToWidth, NeverExceedsTheWidth) {
  EXPECT_EQ(truncate_to_width("abc", 3), "abc");
  EXPECT_EQ(truncate_to_width("abcd", 3), "ab…");
  EXPECT_EQ(truncate_to_width("漢字漢字", 5), "漢字…");
  EXPECT_EQ(truncate_to_width("漢字漢字", 4), "漢…");
  EXPECT_EQ(truncate_to_width("abcd", 2, "..."), "ab");
  EXPECT_EQ(truncate_to_width("abcd", 0), "");
}

TEST(Nearest, FindsWhatWasMeant) {
  const std::vector<std::string> words = {"critical", "high", "medium", "low"};
  EXPECT_EQ(nearest("hihg", words), "high");
  EXPECT_EQ(nearest("HIGH", words), "high");
  EXPECT_EQ(nearest("critcal", words), "critical");
  EXPECT_EQ(nearest("mediums", words), "medium");
  EXPECT_EQ(nearest("urgent", words), std::nullopt);
  EXPECT_EQ(nearest("", words), std::nullopt);
  EXPECT_EQ(nearest("x", {"y"}), std::nullopt);
  EXPECT_EQ(nearest("br", {"pr", "or"}), "pr");
  EXPECT_EQ(nearest(std::string(1000, 'a'), {std::string(1000, 'a')}), std::nullopt);
  EXPECT_EQ(nearest("list", {}), std::nullopt);
}

TEST(Counted, KnowsThePlural) {
  EXPECT_EQ(counted(1, "task"), "1 task");
  EXPECT_EQ(counted(0, "task"), "0 tasks");
  EXPECT_EQ(counted(2, "pull request"), "2 pull requests");
  EXPECT_EQ(counted(2, "repository"), "2 repositories");
  EXPECT_EQ(counted(2, "day"), "2 days");
  EXPECT_EQ(counted(2, "branch"), "2 branches");
}

}  // namespace
}  // namespace claudestep
