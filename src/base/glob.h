// Owns: whether a name matches a pattern as shells spell them.
#pragma once

#include <string_view>

namespace claudestep {

// Whether `pattern` holds for the whole of `name`: '*' is any run of characters, '?' one, "[abc]",
// "[a-z]" and "[!a-z]" one of a set; a '[' that is never closed stands for itself. Linear in
// practice, never exponential.
[[nodiscard]] bool matches_glob(std::string_view pattern, std::string_view name);

// Whether `word` has a character that makes it a pattern rather than a name.
[[nodiscard]] bool is_glob(std::string_view word);

}  // namespace claudestep
