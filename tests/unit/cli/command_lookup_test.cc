#include "cli/command_lookup.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace claudestep::cli {
namespace {

using test::FailsWithError;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Case {
  std::vector<std::string> words;
  std::string name;
  std::vector<std::string> rest;
};

TEST(CommandLookup, FindsTheNameAmongOptions) {
  const Case cases[] = {
      {{"stats"}, "stats", {}},
      {{"stats", "auth", "--json"}, "stats", {"auth", "--json"}},
      {{"--json", "stats"}, "stats", {"--json"}},
      {{"-C", "pr", "stats"}, "stats", {"-C", "pr"}},
      {{"-qCpr", "stats"}, "stats", {"-qCpr"}},
      {{"--ref=x", "stats"}, "stats", {"--ref=x"}},
      {{"--ref", "stats", "list"}, "list", {"--ref", "stats"}},
      {{"pr", "open", "auth"}, "pr open", {"auth"}},
      {{"pr", "--json", "open", "auth"}, "pr open", {"--json", "auth"}},
      {{"--dry-run", "pr", "--op-id", "open", "open"}, "pr open", {"--dry-run", "--op-id", "open"}},
      {{"--task", "3", "pr", "open", "auth"}, "pr open", {"--task", "3", "auth"}},
      {{"stats", "--", "pr", "--help"}, "stats", {"--", "pr", "--help"}},
      {{"pr", "open", "--title", "--help"}, "pr open", {"--title", "--help"}},
  };
  for (const Case& one : cases) {
    ASSERT_OK_AND_ASSIGN(const Lookup found, find_command(one.words));
    ASSERT_NE(found.spec, nullptr) << ::testing::PrintToString(one.words);
    EXPECT_EQ(found.spec->name, one.name);
    EXPECT_EQ(found.rest, one.rest);
    EXPECT_FALSE(found.help) << ::testing::PrintToString(one.words);
  }
}

TEST(CommandLookup, KnowsWhereANameIsMissing) {
  ASSERT_OK_AND_ASSIGN(const Lookup nothing, find_command({"--json"}));
  EXPECT_EQ(nothing.spec, nullptr);
  EXPECT_EQ(nothing.family, "");
  ASSERT_OK_AND_ASSIGN(const Lookup family, find_command({"pr", "--json"}));
  EXPECT_EQ(family.spec, nullptr);
  EXPECT_EQ(family.family, "pr");
  EXPECT_THAT(family.rest, ElementsAre("--json"));
}

TEST(CommandLookup, SeesHelpAndVersion) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--help"},
                                                {"-h"},
                                                {"stats", "--help"},
                                                {"pr", "-qh"},
                                                {"--help", "pr", "open"},
                                                {"pr", "open", "--nosuch", "--help"}}) {
    ASSERT_OK_AND_ASSIGN(const Lookup found, find_command(words));
    EXPECT_TRUE(found.help) << ::testing::PrintToString(words);
  }
  ASSERT_OK_AND_ASSIGN(const Lookup version, find_command({"--version"}));
  EXPECT_TRUE(version.version);
}

TEST(CommandLookup, RefusesWhatIsNoCommand) {
  const auto error = [](std::string message, std::string hint) {
    return Error{ErrorCode::kUsage, std::move(message), {}, {std::move(hint)}};
  };
  EXPECT_THAT(find_command({"stast"}),
              FailsWithError(error("unknown command 'stast'", "did you mean 'stats'?")));
  EXPECT_THAT(find_command({"pr", "opne"}),
              FailsWithError(error("unknown command 'pr opne'", "did you mean 'pr open'?")));
  EXPECT_THAT(find_command({"pr", "somethingelse"}),
              FailsWithError(error("unknown command 'pr somethingelse'", "claudestep pr --help")));
  EXPECT_THAT(find_command({"somethingelse"}),
              FailsWithError(error("unknown command 'somethingelse'", "claudestep --help")));
  EXPECT_THAT(find_command({"\x1b[2J"}),
              FailsWithError(error("unknown command '\\x1b[2J'", "claudestep --help")));
  EXPECT_THAT(find_command({"--josn", "stats"}),
              FailsWithError(error("unknown option '--josn'", "did you mean '--json'?")));
}

TEST(CommandLookup, HidesHiddenCommands) {
  ASSERT_OK_AND_ASSIGN(const Lookup found, find_command({"complete", "--", "pr"}));
  ASSERT_NE(found.spec, nullptr);
  EXPECT_TRUE(found.spec->hidden);
  EXPECT_THAT(commands_of_family("nosuchfamily"), IsEmpty());
}

}  // namespace
}  // namespace claudestep::cli
