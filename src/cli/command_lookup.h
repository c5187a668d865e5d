// Owns: finding which command the words of a command line mean.
// Leaves to others: reading the command's own options and operands (cli/parser.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/command.h"

namespace claudestep::cli {

// What the words mean. At most one of `spec` and `family` is set; neither when no command is named.
struct Lookup {
  const CommandSpec* spec = nullptr;
  std::string family;             // "pr" alone: the first word of several commands
  std::vector<std::string> rest;  // the words without those of the command's name
  bool help = false;              // --help or -h stands among the options
  bool version = false;           // --version does
};

// Looks through `words` (argv without the program's name); options may come before, between and
// after the words of the name. kUsage for an unknown command, or an unknown option before the
// command.
[[nodiscard]] Result<Lookup> find_command(const std::vector<std::string>& words);

// "pr" of "pr open".
[[nodiscard]] std::string_view first_word(std::string_view name);

// The command of that name, or null.
[[nodiscard]] const CommandSpec* command_named(std::string_view name);

// The commands "FAMILY ...", hidden ones left out.
[[nodiscard]] std::vector<const CommandSpec*> commands_of_family(std::string_view family);

// kUsage "unknown command 'x'" with what may have been meant.
[[nodiscard]] Error unknown_command(std::string_view name);

}  // namespace claudestep::cli
