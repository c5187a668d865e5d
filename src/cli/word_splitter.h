// Owns: telling options, their values and operands apart in the words of a command line.
// Leaves to others: what the values may be and which ones are required (cli/parser.h).
// The one place that knows CLI11.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/command.h"

namespace claudestep::cli {

struct SplitWords {
  struct Option {
    const OptionSpec* spec = nullptr;
    std::vector<std::string> values;  // in order; one "true" for each time a flag was given
  };
  std::vector<Option> options;  // those that were given
  std::vector<std::string> operands;
};

// Splits `words` by `options`: "--name value", "--name=value", "-n value", "-nvalue", clusters of
// flags; "--" ends the options; a lone "-" and a negative number are operands. kUsage for an
// unknown option (with what may have been meant), a missing value, a value given to a flag.
[[nodiscard]] Result<SplitWords> split_words(const std::vector<const OptionSpec*>& options,
                                             const std::vector<std::string>& words);

// The option whose value is the word after `word` ("--pr", "-C", "-qC"), or null.
[[nodiscard]] const OptionSpec* wants_next_word(const std::vector<const OptionSpec*>& options,
                                                std::string_view word);

// kUsage "unknown option '--x'" with the nearest of `options`.
[[nodiscard]] Error unknown_option(std::string_view flag,
                                   const std::vector<const OptionSpec*>& options);

}  // namespace claudestep::cli
