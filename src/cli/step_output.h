// Owns: what a command tells the later steps of a job of GitHub Actions.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cli/context.h"

namespace claudestep::cli {

using StepOutputs = std::vector<std::pair<std::string, std::string>>;

// Appends the outputs to the file that GITHUB_OUTPUT names; nothing where it is not set. Each value
// stands between delimiters that are drawn anew and that it does not have, so that no text of a
// project ends it and sets an output of its own. kIo when the file cannot be written.
[[nodiscard]] Status write_step_outputs(const Context& context, const StepOutputs& outputs);

}  // namespace claudestep::cli
