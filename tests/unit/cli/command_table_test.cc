// What holds for every command, so that parsing, help, completion and the reference can rely on it.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "cli/command.h"
#include "cli/help.h"
#include "cli/options.h"

namespace claudestep::cli {
namespace {

std::string first_word(std::string_view name) {
  return std::string(name.substr(0, name.find(' ')));
}

bool is_plain_sentence(std::string_view text) {
  return !text.empty() && text.back() != '.';
}

TEST(CommandTable, NamesAreWordsAndUnique) {
  std::set<std::string> names;
  std::set<std::string> families;
  for (const CommandSpec* spec : command_table()) {
    EXPECT_TRUE(names.emplace(spec->name).second) << spec->name;
    EXPECT_LE(std::count(spec->name.begin(), spec->name.end(), ' '), 1) << spec->name;
    if (spec->name.find(' ') != std::string_view::npos) families.insert(first_word(spec->name));
  }
  for (const std::string& family : families) {
    EXPECT_EQ(names.count(family), 0u) << family << " is a command and the first word of others";
  }
}

TEST(CommandTable, StandsInTheOrderOfTheGroups) {
  const auto& table = command_table();
  EXPECT_TRUE(std::is_sorted(table.begin(), table.end(),
                             [](const auto* a, const auto* b) { return a->group < b->group; }));
}

TEST(CommandTable, EveryCommandIsDescribed) {
  for (const CommandSpec* spec : command_table()) {
    SCOPED_TRACE(spec->name);
    EXPECT_NE(spec->run, nullptr);
    EXPECT_TRUE(is_plain_sentence(spec->summary));
    EXPECT_FALSE(spec->summary[0] >= 'A' && spec->summary[0] <= 'Z');
    EXPECT_NE(spec->example.find("claudestep " + std::string(spec->name)), std::string_view::npos);
    EXPECT_FALSE(spec->description.empty());
  }
}

TEST(CommandTable, EveryOptionIsDescribedAndDoesNotClash) {
  for (const CommandSpec* spec : command_table()) {
    std::set<char> letters;
    std::set<std::string_view> names;
    for (const OptionSpec* option : options_of(*spec)) {
      SCOPED_TRACE(std::string(spec->name) + " " + flag_of(*option));
      EXPECT_TRUE(names.insert(option->name).second);
      EXPECT_TRUE(option->letter == 0 || letters.insert(option->letter).second);
      EXPECT_TRUE(is_plain_sentence(option->help));
      EXPECT_EQ(option->type == ValueType::kFlag,
                option->value_name.empty() && option->choices.empty());
      EXPECT_EQ(option->type == ValueType::kChoice, !option->choices.empty());
    }
  }
}

TEST(CommandTable, OperandsCanBeToldApart) {
  for (const CommandSpec* spec : command_table()) {
    SCOPED_TRACE(spec->name);
    bool optional_seen = false;
    for (const OperandSpec& operand : spec->operands) {
      EXPECT_TRUE(is_plain_sentence(operand.help));
      EXPECT_FALSE(optional_seen && !operand.optional)
          << "a required operand after an optional one";
      EXPECT_FALSE(operand.repeatable && &operand != &spec->operands.back());
      EXPECT_EQ(operand.type == ValueType::kChoice, !operand.choices.empty());
      optional_seen = optional_seen || operand.optional;
    }
  }
}

TEST(CommandTable, MainHelpFitsAScreen) {
  const std::string help = main_help(80);
  EXPECT_LE(std::count(help.begin(), help.end(), '\n'), 42);
  EXPECT_EQ(help.substr(0, 26), "example: claudestep stats\n");
  for (std::size_t at = 0; at < help.size();) {
    const std::size_t end = help.find('\n', at);
    EXPECT_LE(end - at, 80u) << help.substr(at, end - at);
    at = end + 1;
  }
}

TEST(CommandTable, EveryHelpBeginsWithAnExample) {
  for (const CommandSpec* spec : command_table()) {
    EXPECT_EQ(command_help(*spec, 80).rfind("example: " + std::string(spec->example) + "\n", 0),
              0u);
  }
}

}  // namespace
}  // namespace claudestep::cli
