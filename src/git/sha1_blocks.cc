#include "git/sha1_blocks.h"

#include <bit>
#include <utility>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace claudestep::git {

namespace {

std::uint32_t load_big_endian(const unsigned char* bytes) {
  return std::uint32_t{bytes[0]} << 24U | std::uint32_t{bytes[1]} << 16U |
         std::uint32_t{bytes[2]} << 8U | std::uint32_t{bytes[3]};
}

void compress_one(Sha1State& state, const unsigned char* block) {
  std::array<std::uint32_t, 80> w{};
  for (std::size_t i = 0; i < 16; ++i) w[i] = load_big_endian(block + 4 * i);
  for (std::size_t i = 16; i < 80; ++i) {
    w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  }
  auto [a, b, c, d, e] = state;
  const auto step = [&a = a, &b = b, &c = c, &d = d, &e = e](std::uint32_t f, std::uint32_t k,
                                                             std::uint32_t word) {
    const std::uint32_t next = std::rotl(a, 5) + f + e + k + word;
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  };
  for (std::size_t i = 0; i < 20; ++i) step((b & c) | (~b & d), 0x5A827999U, w[i]);
  for (std::size_t i = 20; i < 40; ++i) step(b ^ c ^ d, 0x6ED9EBA1U, w[i]);
  for (std::size_t i = 40; i < 60; ++i) step((b & c) | (b & d) | (c & d), 0x8F1BBCDCU, w[i]);
  for (std::size_t i = 60; i < 80; ++i) step(b ^ c ^ d, 0xCA62C1D6U, w[i]);
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
}

#if defined(__x86_64__)

#define CS_WITH_SHA __attribute__((target("sha,sse4.1")))

// A state on its way through the rounds of a block, four at a time.
struct Lanes {
  __m128i abcd;
  __m128i last_e;       // as it was before the block
  __m128i before;       // `abcd` as it was then
  __m128i e;            // of the first four rounds; then `abcd` as it was four rounds ago
  __m128i schedule[4];  // the last 16 words
};

constexpr int kTurned = 0x1B;  // a in the highest lane

CS_WITH_SHA inline Lanes lanes_of(const Sha1State& state) {
  Lanes lanes{};
  lanes.abcd =
      _mm_shuffle_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(state.data())), kTurned);
  lanes.last_e = _mm_set_epi32(static_cast<int>(state[4]), 0, 0, 0);
  return lanes;
}

CS_WITH_SHA inline void put_back(const Lanes& lanes, Sha1State& state) {
  _mm_storeu_si128(reinterpret_cast<__m128i*>(state.data()),
                   _mm_shuffle_epi32(lanes.abcd, kTurned));
  state[4] = static_cast<std::uint32_t>(_mm_extract_epi32(lanes.last_e, 3));
}

CS_WITH_SHA inline void begin_block(Lanes& lanes, const unsigned char* block) {
  const __m128i big_endian = _mm_set_epi64x(0x0001020304050607, 0x08090a0b0c0d0e0f);
  lanes.before = lanes.abcd;
  lanes.e = lanes.last_e;
  for (std::size_t part = 0; part < 4; ++part) {
    const auto* words = reinterpret_cast<const __m128i*>(block + 16 * part);
    lanes.schedule[part] = _mm_shuffle_epi8(_mm_loadu_si128(words), big_endian);
  }
}

CS_WITH_SHA inline void end_block(Lanes& lanes) {
  lanes.last_e = _mm_sha1nexte_epu32(lanes.e, lanes.last_e);
  lanes.abcd = _mm_add_epi32(lanes.abcd, lanes.before);
}

// Four rounds; `Part` tells the function of b, c and d.
template <int Part>
CS_WITH_SHA inline void do_four(Lanes& lanes, int group) {
  __m128i& words = lanes.schedule[group % 4];
  if (group >= 4) {
    const __m128i mixed = _mm_xor_si128(_mm_sha1msg1_epu32(words, lanes.schedule[(group + 1) % 4]),
                                        lanes.schedule[(group + 2) % 4]);
    words = _mm_sha1msg2_epu32(mixed, lanes.schedule[(group + 3) % 4]);
  }
  const __m128i e =
      group == 0 ? _mm_add_epi32(lanes.e, words) : _mm_sha1nexte_epu32(lanes.e, words);
  lanes.e = lanes.abcd;
  lanes.abcd = _mm_sha1rnds4_epu32(lanes.abcd, e, Part);
}

// Twenty rounds of each: those with one function.
template <int Part, typename... Several>
CS_WITH_SHA inline void do_rounds(Several&... lanes) {
#pragma GCC unroll 5
  for (int group = Part * 5; group < Part * 5 + 5; ++group) (do_four<Part>(lanes, group), ...);
}

template <typename... Several>
CS_WITH_SHA inline void do_block(Several&... lanes) {
  do_rounds<0>(lanes...);
  do_rounds<1>(lanes...);
  do_rounds<2>(lanes...);
  do_rounds<3>(lanes...);
  (end_block(lanes), ...);
}

template <typename... Several>
CS_WITH_SHA inline void compress_lanes(std::span<const Sha1Work> works, std::size_t count,
                                       Several... lanes) {
  for (std::size_t at = 0; at < count * kSha1Block; at += kSha1Block) {
    std::size_t next = 0;
    (begin_block(lanes, works[next++].blocks + at), ...);
    do_block(lanes...);
  }
  std::size_t next = 0;
  (put_back(lanes, *works[next++].state), ...);
}

template <std::size_t... At>
CS_WITH_SHA void compress_each(std::span<const Sha1Work> works, std::size_t count,
                               std::index_sequence<At...> /*of works*/) {
  compress_lanes(works, count, lanes_of(*works[At].state)...);
}

void compress_by_processor(Sha1State& state, const unsigned char* blocks, std::size_t count) {
  const Sha1Work work{&state, blocks};
  compress_each({&work, 1}, count, std::make_index_sequence<1>());
}

void compress_at_once_by_processor(std::span<const Sha1Work> works, std::size_t count) {
  switch (works.size()) {
    case 1:
      return compress_each(works, count, std::make_index_sequence<1>());
    case 2:
      return compress_each(works, count, std::make_index_sequence<2>());
    default:
      return compress_each(works, count, std::make_index_sequence<kSha1AtOnce>());
  }
}

#undef CS_WITH_SHA

bool has_sha() {
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  unsigned d = 0;
  if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & bit_SSE4_1) == 0 || (c & bit_SSSE3) == 0) {
    return false;
  }
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
}

#endif

}  // namespace

void compress_sha1_portably(Sha1State& state, const unsigned char* blocks, std::size_t count) {
  for (; count > 0; --count, blocks += kSha1Block) compress_one(state, blocks);
}

CompressSha1 fastest_sha1() {
#if defined(__x86_64__)
  static const bool kHasSha = has_sha();
  if (kHasSha) return compress_by_processor;
#endif
  return compress_sha1_portably;
}

void compress_sha1_at_once(std::span<const Sha1Work> works, std::size_t count) {
  const CompressSha1 compress = fastest_sha1();
#if defined(__x86_64__)
  if (compress == compress_by_processor) return compress_at_once_by_processor(works, count);
#endif
  for (const Sha1Work& work : works) compress(*work.state, work.blocks, count);
}

}  // namespace claudestep::git
