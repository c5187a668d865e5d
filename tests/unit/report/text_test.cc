#include "report/text.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "report/table.h"

namespace claudestep::report {
namespace {

constexpr Style kAscii{0, false, false};
constexpr Style kUnicode{0, true, false};

TEST(Safe, LeavesNothingForATerminalOrARunnerToObey) {
  EXPECT_EQ(safe("plain text"), "plain text");
  EXPECT_EQ(safe("a\x1b[31mb"), "a\\x1b[31mb");
  EXPECT_EQ(safe("two\nlines"), "two\\nlines");
  EXPECT_EQ(safe("::error::x"), "\\x3a:error::x");
  EXPECT_EQ(safe("  ::error::x"), "  \\x3a:error::x");
  EXPECT_EQ(safe("a ::b"), "a ::b");
  EXPECT_EQ(safe("x ##[error] y ##[warning]"), "x \\x23#[error] y \\x23#[warning]");
}

TEST(Grouped, PutsCommasBetweenThousands) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(grouped(-100), "-100");
  EXPECT_EQ(grouped(-123456), "-123,456");
}

TEST(Percent, HasOneDecimal) {
  EXPECT_EQ(percent(0), "0.0%");
  EXPECT_EQ(percent(666), "66.6%");
  EXPECT_EQ(percent(1000), "100.0%");
}

TEST(Bar, IsFullOnlyAtTheEndAndNotEmptyAboveNothing) {
  EXPECT_EQ(bar(0, 4, kAscii), "[----]");
  EXPECT_EQ(bar(1, 4, kAscii), "[#---]");
  EXPECT_EQ(bar(500, 4, kAscii), "[##--]");
  EXPECT_EQ(bar(999, 4, kAscii), "[###-]");
  EXPECT_EQ(bar(1000, 4, kAscii), "[####]");
  EXPECT_EQ(bar(500, 4, kUnicode), "██░░");
}

TEST(InLines, BreaksAfterCommasAndColonsAndIndentsTheRest) {
  EXPECT_EQ(in_lines("2 tasks: 1 done, 1 pending", kAscii), "2 tasks: 1 done, 1 pending\n");
  EXPECT_EQ(in_lines("2 tasks: 1 done, 1 pending", {26, true, false}),
            "2 tasks: 1 done, 1 pending\n");
  EXPECT_EQ(in_lines("2 tasks: 1 done, 1 pending", {16, true, false}),
            "2 tasks: 1 done,\n  1 pending\n");
  EXPECT_EQ(in_lines("in 2h 05m, 3 times", {6, true, false}), "in 2h 05m,\n  3 times\n");
}

TEST(Toned, IsPlainWithoutColour) {
  EXPECT_EQ(toned("x", Tone::kGood, kAscii), "x");
  EXPECT_EQ(toned("x", Tone::kGood, {0, false, true}), "\x1b[32mx\x1b[0m");
  EXPECT_EQ(toned("x", Tone::kPlain, {0, false, true}), "x");
  EXPECT_EQ(toned("", Tone::kGood, {0, false, true}), "");
}

TEST(Names, AreShortened) {
  EXPECT_EQ(short_ref("refs/heads/claudestep-metadata"), "claudestep-metadata");
  EXPECT_EQ(short_ref("refs/notes/x"), "refs/notes/x");
  EXPECT_EQ(short_id("0123456789"), "0123456");
  EXPECT_EQ(short_id("01"), "01");
}

Table sample_table() {
  Table table({{"NAME", Align::kLeft, 6}, {"N", Align::kRight}, {"TEXT", Align::kLeft, 8}});
  table.add({{"auth"}, {"7"}, {"a rather long description"}});
  table.add({{"billing-service"}, {"12"}, {""}});
  return table;
}

TEST(Table, AlignsWithoutTrailingSpaces) {
  EXPECT_EQ(sample_table().render(kAscii),
            "  NAME              N  TEXT\n"
            "  auth              7  a rather long description\n"
            "  billing-service  12\n");
}

TEST(Table, CutsTheWidestColumnsFirst) {
  EXPECT_EQ(sample_table().render({40, false, false}),
            "  NAME              N  TEXT\n"
            "  auth              7  a rather long ...\n"
            "  billing-service  12\n");
  EXPECT_EQ(sample_table().render({24, true, false}),
            "  NAME       N  TEXT\n"
            "  auth       7  a rathe…\n"
            "  billing…  12\n");
}

TEST(Table, CutsBelowTheLeastOnlyWhereNothingElseHelps) {
  EXPECT_EQ(sample_table().render({21, true, false}),
            "  NAME     N  TEXT\n"
            "  auth     7  a rath…\n"
            "  billi…  12\n");
  EXPECT_EQ(sample_table().render({4, true, false}),
            "  NAME     N  TEXT\n"
            "  auth     7  a rat…\n"
            "  billi…  12\n");
}

TEST(Table, LeavesOutWhatIsExpendable) {
  Table table(
      {{"NAME", Align::kLeft, 6}, {"ONE", Align::kLeft, 0, 1}, {"TWO", Align::kLeft, 0, 2}});
  table.add({{"billing"}, {"first"}, {"second"}});
  EXPECT_EQ(table.render({23, true, false}), "  NAME    ONE    TWO\n  billi…  first  second\n");
  EXPECT_EQ(table.render({20, true, false}), "  NAME     ONE\n  billing  first\n");
  EXPECT_EQ(table.render({9, true, false}), "  NAME\n  billing\n");
  EXPECT_EQ(table.render({1, true, false}), "  NAME\n  billi…\n");
}

TEST(Table, CountsColumnsNotBytes) {
  Table table({{"A"}, {"B"}});
  table.add({{"日本"}, {"x"}});
  table.add({{"é"}, {"y"}});
  EXPECT_EQ(table.render(kUnicode), "  A     B\n  日本  x\n  é     y\n");
}

TEST(Table, ColoursTheTextNotThePadding) {
  Table table({{"A"}, {"B"}});
  table.add({{"x", Tone::kGood}, {"y"}});
  EXPECT_EQ(table.render({0, true, true}),
            "  \x1b[2mA\x1b[0m  \x1b[2mB\x1b[0m\n  \x1b[32mx\x1b[0m  y\n");
}

}  // namespace
}  // namespace claudestep::report
