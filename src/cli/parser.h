// Owns: turning the words of one command into checked Arguments.
// Leaves to others: which command it is (cli/command_lookup.h), splitting words
// (cli/word_splitter.h).
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/command.h"

namespace claudestep::cli {

// The arguments of `spec` that `words` (without the command's name) hold. kUsage for unknown,
// missing or contradicting options and operands, kInvalidInput for a value that is not of its type;
// hints name what may have been meant, or the line of usage. Requires: `spec` outlives the
// arguments.
//
// The options --json and --format json come to the same: afterwards "format" is "json" and json()
// holds.
[[nodiscard]] Result<Arguments> parse_arguments(const CommandSpec& spec,
                                                const std::vector<std::string>& words);

// What `words` say of the looks of an error, told before they are known to be a valid command line,
// so that an error about them looks as they say: whether they ask for JSON, and the value of
// --color.
[[nodiscard]] bool asks_for_json(const std::vector<std::string>& words);
[[nodiscard]] std::string asked_color(const std::vector<std::string>& words);

}  // namespace claudestep::cli
