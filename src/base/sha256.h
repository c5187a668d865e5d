// Owns: SHA-256, for ids that are made from text.
#pragma once

#include <string>
#include <string_view>

namespace claudestep {

// The 64 lower-case hex digits of the SHA-256 of `bytes`.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace claudestep
