// Owns: the heart of SHA-1, in plain C++ and in the words that many processors have for it.
// Internal to git/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace claudestep::git {

inline constexpr std::size_t kSha1Block = 64;
using Sha1State = std::array<std::uint32_t, 5>;

// Takes `count` blocks of 64 bytes into `state`.
using CompressSha1 = void (*)(Sha1State& state, const unsigned char* blocks, std::size_t count);

void compress_sha1_portably(Sha1State& state, const unsigned char* blocks, std::size_t count);

// The fastest that this processor can do.
[[nodiscard]] CompressSha1 fastest_sha1();

// Takes `count` blocks into each of two states. A processor that has words for it waits for each of
// them, and does the other's meanwhile.
void compress_two_sha1(Sha1State& one, const unsigned char* its_blocks, Sha1State& other,
                       const unsigned char* other_blocks, std::size_t count);

}  // namespace claudestep::git
