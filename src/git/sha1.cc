#include "git/sha1.h"

#include <algorithm>
#include <cstring>
#include <vector>

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

void Sha1::update_all(std::span<Sha1> sums, std::span<const std::string_view> bytes) {
  struct Lane {
    Sha1* sum = nullptr;
    std::string_view left;
  };
  std::vector<Lane> lanes;
  std::vector<Sha1Work> works;
  for (std::size_t next = 0; next < sums.size() || !lanes.empty();) {
    for (; next < sums.size() && lanes.size() < kSha1AtOnce; ++next) {
      Sha1& sum = sums[next];
      const std::size_t missing = (kSha1Block - sum.pending_size_) % kSha1Block;
      const std::string_view first = bytes[next].substr(0, missing);
      sum.update(first);
      lanes.push_back({&sum, bytes[next].substr(first.size())});
    }
    works.clear();
    std::size_t shortest = lanes.front().left.size();
    for (const auto& [sum, left] : lanes) {
      works.push_back({&sum->state_, reinterpret_cast<const unsigned char*>(left.data())});
      shortest = std::min(shortest, left.size());
    }
    const std::size_t size = shortest - shortest % kSha1Block;
    compress_sha1_at_once(works, size / kSha1Block);
    for (auto& [sum, left] : lanes) {
      sum->length_ += size;
      left.remove_prefix(size);
      if (left.size() < kSha1Block) sum->update(left);
    }
    std::erase_if(lanes, [](const Lane& lane) { return lane.left.size() < kSha1Block; });
  }
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
