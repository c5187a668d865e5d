// Owns: what the environment says of the terminal: width, characters, colours, pager.
// Leaves to others: asking the system (cli/process.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/environment.h"
#include "cli/context.h"

namespace claudestep::cli {

// The number in COLUMNS or LINES, when it is one from 1 to 10,000.
[[nodiscard]] std::optional<std::size_t> size_from(const Environment& environment,
                                                   std::string_view name);

// Whether characters beyond ASCII can be shown: the locale is UTF-8 and TERM is not "dumb".
[[nodiscard]] bool shows_unicode(const Environment& environment);

// Whether colours may be used on a stream. `when` is the value of --color ("auto" when it was not
// given); with "auto" NO_COLOR, CLICOLOR_FORCE, CLICOLOR and TERM decide, then whether it is a
// terminal.
[[nodiscard]] bool may_use_color(const Environment& environment, std::string_view when,
                                 bool is_terminal);

// The shell command that shows long answers, as git chooses it: GIT_PAGER, else `core_pager` (what
// the configuration says), else PAGER, else "less"; options for less are added unless LESS is set.
// Nothing when that is "" or "cat", or on a dumb terminal.
[[nodiscard]] std::optional<std::string> pager_of(
    const Environment& environment, const std::optional<std::string>& core_pager = std::nullopt);

// Lines that `text` takes on a terminal that wide; colours count as nothing.
[[nodiscard]] std::size_t lines_on(const Terminal& terminal, std::string_view text);

}  // namespace claudestep::cli
