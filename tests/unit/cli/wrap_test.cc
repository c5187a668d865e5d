#include "cli/wrap.h"

#include <gtest/gtest.h>

namespace claudestep::cli {
namespace {

TEST(Wrap, BreaksBetweenWords) {
  EXPECT_EQ(wrapped("one two three four five", 22, 2), "  one two three four\n  five\n");
  EXPECT_EQ(wrapped("a line\nthat goes on\n\nanother  paragraph", 80),
            "a line that goes on\n\nanother paragraph\n");
}

TEST(Wrap, KeepsLinesThatBeginWithASpace) {
  EXPECT_EQ(wrapped("do this:\n  $ git   push\nthen that", 80),
            "do this:\n  $ git   push\nthen that\n");
}

TEST(Wrap, NeverBreaksAWordAndNeverGetsTooNarrow) {
  EXPECT_EQ(wrapped("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa b", 5), "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nb\n");
}

TEST(Wrap, CountsColumnsNotBytes) {
  EXPECT_EQ(wrapped("ääääääääää ääääääääää", 21), "ääääääääää ääääääääää\n");
}

TEST(Indented, MovesEachLine) {
  EXPECT_EQ(indented("a\n  b\nc", 2), "  a\n    b\n  c");
  EXPECT_EQ(indented("", 2), "");
}

TEST(TermLine, PutsTheMeaningBesideOrBelow) {
  EXPECT_EQ(term_line("-q", "say less", 8, 40), "  -q    say less\n");
  EXPECT_EQ(term_line("--long-name", "say less", 8, 40), "  --long-name\n        say less\n");
  EXPECT_EQ(term_line("-q", "say less than what one would say", 8, 28),
            "  -q    say less than what\n        one would say\n");
}

}  // namespace
}  // namespace claudestep::cli
