#include "git/sha1.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace claudestep::git {
namespace {

constexpr std::size_t kBlock = 64;

std::uint32_t load_big_endian(const unsigned char* bytes) {
  return std::uint32_t{bytes[0]} << 24U | std::uint32_t{bytes[1]} << 16U |
         std::uint32_t{bytes[2]} << 8U | std::uint32_t{bytes[3]};
}

}  // namespace

void Sha1::compress(const unsigned char* block) {
  std::array<std::uint32_t, 80> w{};
  for (std::size_t i = 0; i < 16; ++i) w[i] = load_big_endian(block + 4 * i);
  for (std::size_t i = 16; i < 80; ++i) {
    w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  }
  std::uint32_t a = state_[0];
  std::uint32_t b = state_[1];
  std::uint32_t c = state_[2];
  std::uint32_t d = state_[3];
  std::uint32_t e = state_[4];
  const auto step = [&](std::uint32_t f, std::uint32_t k, std::uint32_t word) {
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
  state_[0] += a;
  state_[1] += b;
  state_[2] += c;
  state_[3] += d;
  state_[4] += e;
}

void Sha1::update(std::string_view bytes) {
  length_ += bytes.size();
  if (pending_size_ > 0) {
    const std::size_t taken = std::min(bytes.size(), kBlock - pending_size_);
    std::memcpy(pending_.data() + pending_size_, bytes.data(), taken);
    pending_size_ += taken;
    bytes.remove_prefix(taken);
    if (pending_size_ < kBlock) return;
    compress(pending_.data());
    pending_size_ = 0;
  }
  for (; bytes.size() >= kBlock; bytes.remove_prefix(kBlock)) {
    compress(reinterpret_cast<const unsigned char*>(bytes.data()));
  }
  if (bytes.empty()) return;
  std::memcpy(pending_.data(), bytes.data(), bytes.size());
  pending_size_ = bytes.size();
}

ObjectId Sha1::finish() {
  const std::uint64_t bits = length_ * 8;
  std::array<char, kBlock + 8> padding{};
  padding[0] = static_cast<char>(0x80);
  const std::size_t zeros = (pending_size_ < 56 ? 56 : 120) - pending_size_;
  for (std::size_t i = 0; i < 8; ++i) padding[zeros + i] = static_cast<char>(bits >> (56 - 8 * i));
  update(std::string_view(padding.data(), zeros + 8));
  ObjectId digest;
  for (std::size_t i = 0; i < digest.bytes.size(); ++i) {
    digest.bytes[i] = static_cast<std::uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)));
  }
  return digest;
}

}  // namespace claudestep::git
