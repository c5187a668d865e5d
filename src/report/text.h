// Owns: the pieces that text for people is made of: numbers, bars, colours, safe content.
// Everything that comes from a file goes through `safe`, and no line begins with it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "base/time.h"
#include "report/style.h"

namespace claudestep::report {

enum class Tone { kPlain, kGood, kWarning, kFaint, kStrong };

// `text` in the colour of `tone` when the style has colours and the text is not empty.
[[nodiscard]] std::string toned(std::string_view text, Tone tone, const Style& style);

// File content made safe for one line of a terminal or of a CI log: control characters are escaped,
// and so is what a runner takes for a command, "::" after the white space that a line begins with
// and "##[" anywhere in it.
[[nodiscard]] std::string safe(std::string_view text);

// "12,345"
[[nodiscard]] std::string grouped(Int128 number);

// "1 pull request", "12,345 pull requests"
[[nodiscard]] std::string grouped_count(std::int64_t count, std::string_view singular);

// "1.5s", "2m 05s", "3h 07m": exact below a minute, else cut to the smaller unit.
[[nodiscard]] std::string duration_text(Duration duration);

// "66.6%": tenths of a percent for people.
[[nodiscard]] std::string percent(int permille);

// A bar of `cells` (2 and more) characters, "[######----]" without unicode. Full only at 1000, and
// never empty above 0.
[[nodiscard]] std::string bar(int permille, std::size_t cells, const Style& style);

// `line`, which holds nothing from a file, in lines of at most the style's width where its commas
// and colons allow; those after the first are indented by two.
[[nodiscard]] std::string in_lines(std::string_view line, const Style& style);

// "2026-01-27", or "-" when there is none.
[[nodiscard]] std::string date_or_dash(const std::optional<Instant>& instant);

// "claudestep-metadata at 1234567", a line of its own.
[[nodiscard]] std::string branch_heading(std::string_view ref,
                                         const std::optional<std::string>& commit,
                                         const Style& style);

// The first seven digits of an object id.
[[nodiscard]] std::string short_id(std::string_view id);

}  // namespace claudestep::report
