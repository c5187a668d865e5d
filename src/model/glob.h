// Owns: whether a path matches a glob.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace claudestep::model {

// As in .gitignore: `*` and `?` stay within one name, `[a-z]` and `[!a-z]` take one character,
// `{a,b}` is either, `**` as a whole name crosses any number of folders (none included), and a
// pattern without a slash is held against the last name alone. One that ends in a slash means all
// that is below. Leading "./" and "/" count for nothing on either side. Letter case counts. Braces
// of a pattern that has a flaw are taken as they are written. Takes time in the product of both
// lengths and the number of alternatives.
[[nodiscard]] bool glob_matches(std::string_view pattern, std::string_view path);

// Why `pattern` surely does not match what it was written for: a brace that is never closed, braces
// that stand for more than 10,000 patterns, more than 4,096 bytes.
[[nodiscard]] std::optional<std::string> glob_flaw(std::string_view pattern);

}  // namespace claudestep::model
