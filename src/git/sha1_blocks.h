// Owns: the heart of SHA-1, in plain C++ and in the words that many processors have for it.
// Internal to git/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace claudestep::git {

inline constexpr std::size_t kSha1Block = 64;
using Sha1State = std::array<std::uint32_t, 5>;

// Takes `count` blocks of 64 bytes into `state`.
using CompressSha1 = void (*)(Sha1State& state, const unsigned char* blocks, std::size_t count);

void compress_sha1_portably(Sha1State& state, const unsigned char* blocks, std::size_t count);

// The fastest that this processor can do.
[[nodiscard]] CompressSha1 fastest_sha1();

// A state and the blocks that are to be taken into it.
struct Sha1Work {
  Sha1State* state = nullptr;
  const unsigned char* blocks = nullptr;
};

// A processor that has words for it waits for each of them; with so many states at once it does
// those of the others meanwhile.
inline constexpr std::size_t kSha1AtOnce = 3;

// Takes `count` blocks into each of 1 to kSha1AtOnce states.
void compress_sha1_at_once(std::span<const Sha1Work> works, std::size_t count);

}  // namespace claudestep::git
