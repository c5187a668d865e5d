// Owns: how an error is shown, to people and to programs.
#pragma once

#include "base/result.h"
#include "cli/context.h"

namespace claudestep::cli {

enum class ErrorForm { kText, kJson };

// Prints `error` on stderr: "error: ...", "  caused by: ...", "hint: ..." a line each, or the kind
// "error" as one line of JSON.
void print_error(const Context& context, const Error& error, ErrorForm form);

}  // namespace claudestep::cli
