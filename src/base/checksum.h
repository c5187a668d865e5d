// Owns: a fast checksum that finds damage, not malice.
#pragma once

#include <cstdint>
#include <string_view>

namespace claudestep {

// 64 bits that almost surely differ when the bytes do. The same on every run of one program;
// nothing else may rely on its value.
[[nodiscard]] std::uint64_t checksum(std::string_view bytes);

}  // namespace claudestep
