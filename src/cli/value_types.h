// Owns: what the words given for options and operands may be, by their type.
// Leaves to others: the values themselves (cli/argument_values.h).
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/command.h"

namespace claudestep::cli {

// Ok when `word` is a value of `type`; else kInvalidInput (kUsage for a choice and for an operation
// id) saying what is wrong with it: "'abc' is not a whole number". Types that name things
// (projects, tasks, revisions, files) are left to the command, which knows where to look.
[[nodiscard]] Status check_value(ValueType type, const std::vector<std::string_view>& choices,
                                 std::string_view word);

}  // namespace claudestep::cli
