// Owns: the commands in hints, which ask for the repository and the branch that were asked for.
#pragma once

#include <string>

#include "cli/command.h"
#include "cli/context.h"

namespace claudestep::cli {

// How `arguments` ask for them.
[[nodiscard]] Asked asked_with(const Arguments& arguments);

// `hint` with that in each of its commands that does not say it already, as far as it takes it.
[[nodiscard]] std::string for_asked(const Asked& asked, std::string hint);

}  // namespace claudestep::cli
