// Owns: reading a small file whole, for the notes and locks that writers leave. Internal to store/.
#pragma once

#include <optional>
#include <string>

namespace claudestep::store {

// All bytes from the beginning of an open file, whatever its position.
[[nodiscard]] std::string read_whole(int fd);

// The bytes of a regular file, links not followed; nothing when it cannot be opened.
[[nodiscard]] std::optional<std::string> read_small_file(const std::string& path);

}  // namespace claudestep::store
