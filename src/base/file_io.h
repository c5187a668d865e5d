// Owns: reading and writing all of the bytes that are asked for, whatever comes in between.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace claudestep {

// Reads exactly what `out` holds; false when there is not as much.
[[nodiscard]] bool read_at(int fd, std::size_t offset, std::span<char> out);

// All that is left to read; nothing when that fails, or is more than `limit`.
[[nodiscard]] std::optional<std::string> read_rest(
    int fd, std::size_t limit = std::numeric_limits<std::size_t>::max());

// The bytes of a regular file, symbolic links followed; nothing when there is none there, it cannot
// be read, or is larger than `limit`.
[[nodiscard]] std::optional<std::string> read_file(
    const std::string& path, std::size_t limit = std::numeric_limits<std::size_t>::max());

// Writes all; false, with errno set, when the file does not take it.
[[nodiscard]] bool write_all(int fd, std::string_view bytes);

}  // namespace claudestep
