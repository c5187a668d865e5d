#include "cli/parser.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace claudestep::cli {
namespace {

using test::FailsWithError;
using ::testing::ElementsAre;

const CommandSpec& open_spec() {
  static const CommandSpec spec = {
      .name = "pr open",
      .kind = CommandKind::kWrite,
      .operands =
          {{.name = "PROJECT", .type = ValueType::kProject},
           {.name = "FILE", .type = ValueType::kFile, .optional = true, .repeatable = true}},
      .options = {{.name = "pr", .type = ValueType::kPositive, .value_name = "N", .required = true},
                  {.name = "title", .letter = 't', .type = ValueType::kText, .value_name = "T"},
                  {.name = "state",
                   .type = ValueType::kChoice,
                   .repeatable = true,
                   .choices = {"open", "merged"}},
                  {.name = "limit", .type = ValueType::kInteger, .value_name = "USD"},
                  {.name = "at-time", .type = ValueType::kTime, .value_name = "TIME"},
                  {.name = "since", .type = ValueType::kMoment, .value_name = "T"},
                  {.name = "ttl", .type = ValueType::kDuration, .value_name = "T"},
                  {.name = "stale"}},
  };
  return spec;
}

const CommandSpec& read_spec() {
  static const CommandSpec spec = {.name = "stats", .kind = CommandKind::kRead};
  return spec;
}

const CommandSpec& export_spec() {
  static const CommandSpec spec = {
      .name = "export",
      .kind = CommandKind::kRead,
      .options = {{.name = "format", .type = ValueType::kChoice, .choices = {"jsonl", "csv"}}}};
  return spec;
}

constexpr std::string_view kOpenUsage =
    "usage: claudestep pr open PROJECT [FILE]... --pr N [--title T] [--state open|merged]... "
    "[--limit USD] [--at-time TIME] [--since T] [--ttl T] [--stale]";

Error usage_error(std::string message, std::vector<std::string> hints = {}) {
  return Error{ErrorCode::kUsage, std::move(message), {}, std::move(hints)};
}
Error input_error(std::string message) {
  return Error{ErrorCode::kInvalidInput, std::move(message)};
}

TEST(Parser, TakesOptionsInEverySpelling) {
  using Words = std::vector<std::string>;
  for (const Words& words :
       {Words{"auth", "--pr", "42", "--title", "a b"}, Words{"--pr=42", "--title=a b", "auth"},
        Words{"--pr", "42", "auth", "-t", "a b"}, Words{"--pr", "42", "-ta b", "auth"},
        Words{"--pr", "7", "--pr", "42", "--title=x", "--title=a b", "auth"}}) {
    ASSERT_OK_AND_ASSIGN(const Arguments arguments, parse_arguments(open_spec(), words));
    EXPECT_EQ(arguments.text("PROJECT"), "auth");
    EXPECT_EQ(arguments.integer("pr"), 42);
    EXPECT_EQ(arguments.text("title"), "a b");
    EXPECT_FALSE(arguments.has("stale"));
    EXPECT_FALSE(arguments.has("FILE"));
    EXPECT_EQ(&arguments.spec(), &open_spec());
  }
}

TEST(Parser, ClustersShortFlags) {
  ASSERT_OK_AND_ASSIGN(const Arguments arguments,
                       parse_arguments(read_spec(), {"-qvv", "-C/a", "-C", "b"}));
  EXPECT_TRUE(arguments.has("quiet"));
  EXPECT_EQ(arguments.all("verbose").size(), 2u);
  EXPECT_THAT(arguments.all("C"), ElementsAre("/a", "b"));
}

TEST(Parser, KeepsValuesAsTheyAre) {
  // Each of these has a meaning to CLI11 that it must not have here.
  for (const std::string title :
       {"", "[WIP] fix", "[a,b]", "-5", "--json", "--", "a=b", "{}", "%%"}) {
    ASSERT_OK_AND_ASSIGN(const Arguments arguments,
                         parse_arguments(open_spec(), {"auth", "--pr", "1", "--title", title}));
    EXPECT_EQ(arguments.text("title"), title);
    EXPECT_FALSE(arguments.json());
  }
  ASSERT_OK_AND_ASSIGN(const Arguments attached,
                       parse_arguments(open_spec(), {"--title=", "auth", "--pr=1"}));
  EXPECT_EQ(attached.text("title"), "");
  EXPECT_EQ(attached.text("PROJECT"), "auth");
}

TEST(Parser, KeepsOperandsAsTheyAre) {
  ASSERT_OK_AND_ASSIGN(
      const Arguments arguments,
      parse_arguments(open_spec(), {"--pr", "1", "[a,b]", "-", "-5", "", "--", "--stale", "--"}));
  EXPECT_EQ(arguments.text("PROJECT"), "[a,b]");
  EXPECT_THAT(arguments.all("FILE"), ElementsAre("-", "-5", "", "--stale", "--"));
  EXPECT_FALSE(arguments.has("stale"));
}

TEST(Parser, TakesNegativeNumbersAsValues) {
  ASSERT_OK_AND_ASSIGN(const Arguments arguments,
                       parse_arguments(open_spec(), {"auth", "--pr", "1", "--limit", "-5"}));
  EXPECT_EQ(arguments.integer("limit"), -5);
}

TEST(Parser, GathersRepeatedOptions) {
  ASSERT_OK_AND_ASSIGN(
      const Arguments arguments,
      parse_arguments(open_spec(), {"a", "--pr=1", "--state", "open", "--state=merged"}));
  EXPECT_THAT(arguments.all("state"), ElementsAre("open", "merged"));
}

TEST(Parser, MakesJsonAndFormatJsonOne) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--json"}, {"--format", "json"}, {"--format=json", "--json"}}) {
    ASSERT_OK_AND_ASSIGN(const Arguments arguments, parse_arguments(read_spec(), words));
    EXPECT_TRUE(arguments.json());
    EXPECT_EQ(arguments.text("format"), "json");
  }
  ASSERT_OK_AND_ASSIGN(const Arguments text, parse_arguments(read_spec(), {"--format", "text"}));
  EXPECT_FALSE(text.json());
}

TEST(Parser, RefusesContradictingFormats) {
  EXPECT_THAT(parse_arguments(read_spec(), {"--json", "--format", "text"}),
              FailsWithError(usage_error("'--json' and '--format text' contradict each other")));
  EXPECT_THAT(parse_arguments(export_spec(), {"--json"}),
              FailsWithError(usage_error("option '--json': 'json' is none of jsonl, csv")));
}

TEST(Parser, RefusesUnknownOptions) {
  EXPECT_THAT(parse_arguments(read_spec(), {"--josn"}),
              FailsWithError(usage_error("unknown option '--josn'", {"did you mean '--json'?"})));
  EXPECT_THAT(parse_arguments(read_spec(), {"--josn=1"}),
              FailsWithError(usage_error("unknown option '--josn'", {"did you mean '--json'?"})));
  EXPECT_THAT(parse_arguments(read_spec(), {"-qx"}),
              FailsWithError(usage_error("unknown option '-x'")));
  EXPECT_THAT(parse_arguments(read_spec(), {"---json"}),
              FailsWithError(usage_error("unknown option '---json'", {"did you mean '--json'?"})));
  EXPECT_THAT(parse_arguments(read_spec(), {"--dry-run"}),
              FailsWithError(usage_error("unknown option '--dry-run'")));
}

TEST(Parser, RefusesMissingAndExcessValues) {
  EXPECT_THAT(parse_arguments(open_spec(), {"auth", "--pr"}),
              FailsWithError(usage_error("option '--pr N' needs a value")));
  EXPECT_THAT(parse_arguments(read_spec(), {"-qC"}),
              FailsWithError(usage_error("option '-C PATH' needs a value")));
  EXPECT_THAT(parse_arguments(open_spec(), {"auth", "--pr=1", "--stale=false"}),
              FailsWithError(usage_error("option '--stale' takes no value")));
}

TEST(Parser, RefusesMissingAndExcessWords) {
  EXPECT_THAT(parse_arguments(open_spec(), {"auth"}),
              FailsWithError(usage_error("missing option '--pr N'", {std::string(kOpenUsage)})));
  EXPECT_THAT(parse_arguments(open_spec(), {"--pr", "1"}),
              FailsWithError(usage_error("missing operand 'PROJECT'", {std::string(kOpenUsage)})));
  EXPECT_THAT(
      parse_arguments(read_spec(), {"a\x1b[m"}),
      FailsWithError(usage_error("unexpected operand 'a\\x1b[m'", {"usage: claudestep stats"})));
}

TEST(Parser, RefusesValuesOfAnotherType) {
  const auto parse = [](std::vector<std::string> words) {
    words.insert(words.begin(), {"auth", "--pr=1"});
    return parse_arguments(open_spec(), words);
  };
  EXPECT_THAT(parse({"--pr", "none"}),
              FailsWithError(input_error("option '--pr': 'none' is not a whole number")));
  EXPECT_THAT(parse({"--pr", "0"}),
              FailsWithError(input_error("option '--pr': '0' is not a whole number from 1")));
  EXPECT_THAT(
      parse({"--pr", "99999999999999999999"}),
      FailsWithError(input_error("option '--pr': '99999999999999999999' is too large a number")));
  EXPECT_THAT(parse({"--limit", "1.5"}),
              FailsWithError(input_error("option '--limit': '1.5' is not a whole number")));
  EXPECT_THAT(parse({"--state", "opne"}),
              FailsWithError(usage_error("option '--state': 'opne' is none of open, merged",
                                         {"did you mean 'open'?"})));
  EXPECT_THAT(parse({"--at-time", "2h"}),
              FailsWithError(input_error("option '--at-time': '2h' is no date such as 2026-01-27 "
                                         "and no time such as 2026-01-27T10:00:00Z")));
  EXPECT_THAT(
      parse({"--since", "yesterday"}),
      FailsWithError(input_error("option '--since': 'yesterday' is none of 30d, 2w, a date "
                                 "such as 2026-01-27, a time such as 2026-01-27T10:00:00Z")));
  EXPECT_THAT(parse({"--ttl", "0h"}),
              FailsWithError(input_error("option '--ttl': the duration '0h' is zero")));
  EXPECT_OK(parse({"--at-time", "2026-01-27", "--since", "2w", "--ttl", "2h"}));
}

TEST(Parser, RefusesToWriteThePast) {
  EXPECT_THAT(
      parse_arguments(open_spec(), {"auth", "--pr=1", "--at", "HEAD~1"}),
      FailsWithError(usage_error("option '--at' is for commands that read, 'pr open' writes")));
  EXPECT_THAT(
      parse_arguments(open_spec(), {"auth", "--pr=1", "--local"}),
      FailsWithError(usage_error("option '--local' is for commands that read, 'pr open' writes")));
}

TEST(Parser, TakesOptionsOfTheBranchOnCommandsThatNeedNone) {
  static const CommandSpec spec = {.name = "validate", .kind = CommandKind::kFree};
  EXPECT_OK(
      parse_arguments(spec, {"--ref", "x", "--at", "y", "--local", "--no-cache", "--git-dir=."}));
}

TEST(AsksForJson, BeforeAnythingIsParsed) {
  EXPECT_TRUE(asks_for_json({"nosuchcommand", "--json"}));
  EXPECT_TRUE(asks_for_json({"--format", "json"}));
  EXPECT_TRUE(asks_for_json({"x", "--format=json"}));
  EXPECT_FALSE(asks_for_json({"x", "--", "--json"}));
  EXPECT_FALSE(asks_for_json({"--format", "text", "json"}));
}

TEST(AskedColor, IsTheLastOneGiven) {
  EXPECT_EQ(asked_color({"x", "--color", "never", "--color=always"}), "always");
  EXPECT_EQ(asked_color({"x", "--", "--color=always"}), "auto");
  EXPECT_EQ(asked_color({"x", "--color"}), "auto");
}

}  // namespace
}  // namespace claudestep::cli
