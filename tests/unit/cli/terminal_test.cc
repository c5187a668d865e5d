#include "cli/terminal.h"

#include <gtest/gtest.h>

namespace claudestep::cli {
namespace {

using Variables = std::map<std::string, std::string, std::less<>>;

TEST(Terminal, ReadsSizes) {
  const auto size = [](const char* value) {
    return size_from(Environment(Variables{{"COLUMNS", value}}), "COLUMNS");
  };
  EXPECT_EQ(size("120"), 120u);
  for (const char* wrong : {"", "0", "-1", "80x", "10001", "99999999999999999999999"}) {
    EXPECT_EQ(size(wrong), std::nullopt) << wrong;
  }
  EXPECT_EQ(size_from(Environment(), "COLUMNS"), std::nullopt);
}

TEST(Terminal, ShowsUnicodeInUtf8Locales) {
  const auto shows = [](Variables variables) {
    return shows_unicode(Environment(std::move(variables)));
  };
  EXPECT_TRUE(shows({{"LANG", "en_US.UTF-8"}, {"TERM", "xterm"}}));
  EXPECT_TRUE(shows({{"LC_ALL", ""}, {"LC_CTYPE", "C.utf8"}, {"LANG", "C"}}));
  EXPECT_FALSE(shows({{"LC_ALL", "C"}, {"LANG", "en_US.UTF-8"}}));
  EXPECT_FALSE(shows({{"LANG", "en_US.UTF-8"}, {"TERM", "dumb"}}));
  EXPECT_FALSE(shows({}));
}

struct ColorCase {
  Variables variables;
  const char* when;
  bool is_terminal;
  bool expected;
};

TEST(Terminal, ChoosesColours) {
  const ColorCase cases[] = {
      {{{"TERM", "xterm"}}, "auto", true, true},
      {{{"TERM", "xterm"}}, "auto", false, false},
      {{{"TERM", "xterm"}}, "never", true, false},
      {{{"TERM", "dumb"}}, "auto", true, false},
      {{{"TERM", "dumb"}, {"NO_COLOR", "1"}}, "always", false, true},
      {{}, "auto", true, false},
      {{{"TERM", "xterm"}, {"NO_COLOR", "1"}}, "auto", true, false},
      {{{"TERM", "xterm"}, {"NO_COLOR", ""}}, "auto", true, true},
      {{{"CLICOLOR_FORCE", "1"}}, "auto", false, true},
      {{{"CLICOLOR_FORCE", "0"}, {"TERM", "xterm"}}, "auto", false, false},
      {{{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}, "auto", true, false},
      {{{"CLICOLOR", "0"}, {"TERM", "xterm"}}, "auto", true, false},
  };
  for (const ColorCase& one : cases) {
    EXPECT_EQ(may_use_color(Environment(one.variables), one.when, one.is_terminal), one.expected)
        << ::testing::PrintToString(one.variables) << one.when;
  }
}

TEST(Terminal, ChoosesThePager) {
  const auto pager = [](Variables variables) {
    variables.emplace("TERM", "xterm");
    return pager_of(Environment(std::move(variables)));
  };
  EXPECT_EQ(pager({}), "LESS=FRX LV=-c less");
  EXPECT_EQ(pager({{"PAGER", "most"}, {"LESS", "R"}}), "LV=-c most");
  EXPECT_EQ(pager({{"GIT_PAGER", "delta"}, {"PAGER", "most"}, {"LESS", ""}, {"LV", ""}}), "delta");
  EXPECT_EQ(pager({{"PAGER", "cat"}}), std::nullopt);
  EXPECT_EQ(pager({{"GIT_PAGER", ""}, {"PAGER", "most"}}), std::nullopt);
  EXPECT_EQ(pager({{"TERM", "dumb"}}), std::nullopt);
}

TEST(Terminal, ConfiguredPagerStandsBetweenTheVariables) {
  const auto pager = [](Variables variables, const char* configured) {
    variables.insert({{"TERM", "xterm"}, {"LESS", ""}, {"LV", ""}});
    return pager_of(Environment(std::move(variables)), configured);
  };
  EXPECT_EQ(pager({{"PAGER", "most"}}, "delta"), "delta");
  EXPECT_EQ(pager({{"GIT_PAGER", "bat"}}, "delta"), "bat");
  EXPECT_EQ(pager({{"PAGER", "most"}}, "cat"), std::nullopt);
  EXPECT_EQ(pager({{"PAGER", "most"}}, ""), std::nullopt);
}

TEST(Terminal, CountsLines) {
  Terminal terminal;
  terminal.width = 4;
  EXPECT_EQ(lines_on(terminal, ""), 0u);
  EXPECT_EQ(lines_on(terminal, "a\n\nb\n"), 3u);
  EXPECT_EQ(lines_on(terminal, "abcd\nabcde"), 3u);
  EXPECT_EQ(lines_on(terminal, "\x1b[31mabcd\x1b[0m\n"), 1u);
}

}  // namespace
}  // namespace claudestep::cli
