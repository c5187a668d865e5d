// Owns: the small grammars of git's environment variables: lists of folders, truth.
// Internal to git/.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claudestep::git {

// What git takes for true in a variable: "true", "yes", "on" in any letter case, or a number but 0.
[[nodiscard]] bool is_true(std::string_view text);

// The entries of GIT_ALTERNATE_OBJECT_DIRECTORIES: separated by ':', an entry in double quotes
// holding C escapes, one that starts with '#' being none.
[[nodiscard]] std::vector<std::string> split_search_path(std::string_view list);

// The path in double quotes that `text` begins with, its C escapes read; nothing where the quotes
// do not end. Requires: `text` begins with them.
[[nodiscard]] std::optional<std::string> unquoted_path(std::string_view text);

// The length of the longest folder of GIT_CEILING_DIRECTORIES that is a proper ancestor of `start`,
// beyond which no search goes; 0 when none is. An empty entry says that those after it need no
// resolving.
[[nodiscard]] std::size_t ceiling_length(std::string_view start, std::string_view list);

}  // namespace claudestep::git
