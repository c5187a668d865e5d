#include "git/sha1.h"

#include <algorithm>
#include <cstring>

namespace claudestep::git {
void Sha1::update(std::string_view bytes) {
  length_ += bytes.size();
  if (pending_size_ > 0) {
    const std::size_t taken = std::min(bytes.size(), kSha1Block - pending_size_);
    std::memcpy(pending_.data() + pending_size_, bytes.data(), taken);
    pending_size_ += taken;
    bytes.remove_prefix(taken);
    if (pending_size_ < kSha1Block) return;
    compress_(state_, pending_.data(), 1);
    pending_size_ = 0;
  }
  const std::size_t whole = bytes.size() / kSha1Block;
  compress_(state_, reinterpret_cast<const unsigned char*>(bytes.data()), whole);
  bytes.remove_prefix(whole * kSha1Block);
  if (bytes.empty()) return;
  std::memcpy(pending_.data(), bytes.data(), bytes.size());
  pending_size_ = bytes.size();
}

void Sha1::update_two(Sha1& one, std::string_view its_bytes, Sha1& other,
                      std::string_view other_bytes) {
  const auto fill_pending = [](Sha1& sum, std::string_view& bytes) {
    const std::size_t missing = (kSha1Block - sum.pending_size_) % kSha1Block;
    sum.update(bytes.substr(0, missing));
    bytes.remove_prefix(std::min(missing, bytes.size()));
  };
  fill_pending(one, its_bytes);
  fill_pending(other, other_bytes);
  const std::size_t blocks = std::min(its_bytes.size(), other_bytes.size()) / kSha1Block;
  if (blocks > 0) {
    const auto start = [](std::string_view bytes) {
      return reinterpret_cast<const unsigned char*>(bytes.data());
    };
    compress_two_sha1(one.state_, start(its_bytes), other.state_, start(other_bytes), blocks);
    const std::size_t size = blocks * kSha1Block;
    for (Sha1* sum : {&one, &other}) sum->length_ += size;
    its_bytes.remove_prefix(size);
    other_bytes.remove_prefix(size);
  }
  one.update(its_bytes);
  other.update(other_bytes);
}

ObjectId Sha1::finish() {
  const std::uint64_t bits = length_ * 8;
  std::array<char, kSha1Block + 8> padding{};
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
