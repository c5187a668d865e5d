// Owns: SHA-1 over bytes that come in pieces, for the names of objects, the ends of pack files and
// patch ids. It does not look for forged collisions: what is written is named by libgit2 once more,
// which does (ObjectBatch::flush()). Internal to git/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "git/object_id.h"
#include "git/sha1_blocks.h"

namespace claudestep::git {

class Sha1 {
 public:
  explicit Sha1(CompressSha1 compress = fastest_sha1()) : compress_(compress) {}

  void update(std::string_view bytes);
  // Takes the bytes in each place into the sum in that place: faster than one after the other, and
  // fastest with the longest first. Requires: as many of both.
  static void update_all(std::span<Sha1> sums, std::span<const std::string_view> bytes);
  // The digest of everything so far. Requires: called once, last.
  [[nodiscard]] ObjectId finish();

 private:
  CompressSha1 compress_;
  Sha1State state_ = {0x67452301U, 0xEFCDAB89U, 0x98BADCFEU, 0x10325476U, 0xC3D2E1F0U};
  std::array<unsigned char, 64> pending_{};
  std::size_t pending_size_ = 0;
  std::uint64_t length_ = 0;
};

}  // namespace claudestep::git
