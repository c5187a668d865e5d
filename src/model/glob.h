// Owns: whether a path matches a glob.
#pragma once

#include <string_view>

namespace claudestep::model {

// As in .gitignore: `*` and `?` stay within one name, `[a-z]` and `[!a-z]` take one character,
// `{a,b}` is either, `**` as a whole name crosses any number of folders (none included), and a
// pattern without a slash is held against the last name alone. One that ends in a slash means all
// that is below. Leading "./" and "/" count for nothing on either side. Letter case counts. Braces
// beyond 256 alternatives are taken as they are written. Takes time in the product of both lengths.
[[nodiscard]] bool glob_matches(std::string_view pattern, std::string_view path);

}  // namespace claudestep::model
