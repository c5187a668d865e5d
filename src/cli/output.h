// Owns: how commands speak: talk on stderr, the envelope of JSON answers, text that is safe to
// show. Leaves to others: tables (cli/table.h), errors (cli/error_output.h), what the answers hold.
#pragma once

#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "cli/context.h"

namespace claudestep::cli {

// One line on stderr, without a prefix; nothing with -q. `text` is ours or was made safe with
// `report::safe`.
void say(const Context& context, std::string_view text);

// One line on stderr, "note: ...", with -v only.
void explain(const Context& context, std::string_view text);

// "warning: ..." on stderr, also with -q.
void warn(const Context& context, std::string_view text);

// "hint: ..." on stderr, its commands for what was asked; nothing with -q.
void hint(const Context& context, std::string_view text);

// Ends the root object of `answer` (begun by report::begin_answer) and prints it.
void print_answer(const Context& context, JsonWriter answer);

enum class Paint { kPlain, kBold, kDim, kRed, kGreen, kYellow, kCyan };

// `text` in a colour when `allowed` (Terminal::out_color or err_color), else as it is.
[[nodiscard]] std::string painted(std::string_view text, Paint paint, bool allowed);

}  // namespace claudestep::cli
