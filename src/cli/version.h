// Owns: which version this is, and of which libraries it is made.
#pragma once

#include <string>

namespace claudestep::cli {

// "claudestep 0.1.0 (libgit2 1.5.1, simdjson 3.0.1, ...)" and a newline. The versions of the
// libraries are those that it was built with.
[[nodiscard]] std::string version_text();

// The same as the kind "version".
[[nodiscard]] std::string version_json();

}  // namespace claudestep::cli
