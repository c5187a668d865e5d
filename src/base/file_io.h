// Owns: reading and writing all of the bytes that are asked for through an open file, whatever
// comes in between.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace claudestep {

// Reads exactly what `out` holds; false when there is not as much.
[[nodiscard]] bool read_at(int fd, std::size_t offset, std::span<char> out);

// Writes all; false, with errno set, when the file does not take it.
[[nodiscard]] bool write_all(int fd, std::string_view bytes);

}  // namespace claudestep
