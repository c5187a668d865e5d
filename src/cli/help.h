// Owns: the texts of help, made from the table of commands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.h"

namespace claudestep::cli {

// One screen: every command by group, the options that matter most, the exit codes.
[[nodiscard]] std::string main_help(std::size_t width);

// The commands "FAMILY ..." with their summaries.
[[nodiscard]] std::string family_help(std::string_view family, std::size_t width);

// An example, usage, description, operands, options, exit codes.
[[nodiscard]] std::string command_help(const CommandSpec& spec, std::size_t width);

// "look" for Group::kLook.
[[nodiscard]] std::string_view name_of(Group group);

// The groups in their order.
[[nodiscard]] const std::vector<Group>& groups();

// What an option or operand means, with what it may be: "... (required; may be given again)".
[[nodiscard]] std::string meaning_of(const OptionSpec& option);
[[nodiscard]] std::string meaning_of(const OperandSpec& operand);

// "-q, --quiet", "    --pr N".
[[nodiscard]] std::string term_of(const OptionSpec& option);

// The exit codes that a command may end with, and what each says.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> exit_codes_of(
    const CommandSpec& spec);

// All exit codes, for pages about every command.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> all_exit_codes();

// The variables of the environment that are read, and what each does.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> all_variables();

// The keys of git's configuration that are read, and what each does.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> all_settings();

}  // namespace claudestep::cli
