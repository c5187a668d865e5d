// Owns: SHA-1 over bytes that come in pieces, for the names of objects, the ends of pack files and
// patch ids. It does not look for forged collisions: what is written is named by libgit2 once more,
// which does (ObjectBatch::flush()). Internal to git/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "git/object_id.h"
#include "git/sha1_blocks.h"

namespace claudestep::git {

class Sha1 {
 public:
  explicit Sha1(CompressSha1 compress = fastest_sha1()) : compress_(compress) {}

  void update(std::string_view bytes);
  // The same of two, which is faster than one after the other.
  static void update_two(Sha1& one, std::string_view its_bytes, Sha1& other,
                         std::string_view other_bytes);
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
