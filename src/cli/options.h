// Owns: which options a command takes, shared ones included, and how options and operands are
// spelt. Leaves to others: reading them from words (cli/parser.h).
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace claudestep::cli {

// Every option that `spec` takes: its own, then the shared ones that it does not define itself,
// then those that are taken everywhere though they mean nothing to this kind of command. Valid as
// long as `spec`.
[[nodiscard]] std::vector<const OptionSpec*> options_of(const CommandSpec& spec);

// The shared options that help lists for `spec`: shared_options(spec.kind) without those that it
// defines itself. Valid for ever.
[[nodiscard]] std::vector<const OptionSpec*> listed_shared_options(const CommandSpec& spec);

// "--pr", or "-C" for an option that has no long form (its name is its letter).
[[nodiscard]] std::string flag_of(const OptionSpec& option);

// "--pr N", "--hooks", "-C PATH"; choices without a value name as "--by model|project".
[[nodiscard]] std::string usage_of(const OptionSpec& option);

// "PROJECT", "[PROJECT]...", for the line of usage.
[[nodiscard]] std::string usage_of(const OperandSpec& operand);

// "claudestep pr open PROJECT --task TASK --pr N --branch B [--title T]".
[[nodiscard]] std::string usage_of(const CommandSpec& spec);

// The parts of that line that stay whole: "claudestep pr open", "PROJECT", "--task TASK", ...
[[nodiscard]] std::vector<std::string> usage_parts(const CommandSpec& spec);

// "a, b, c".
[[nodiscard]] std::string joined(const std::vector<std::string_view>& words,
                                 std::string_view separator = ", ");

}  // namespace claudestep::cli
