// Owns: SHA-1 over bytes that come in pieces, for the ends of pack files.
// Object names are computed by libgit2, which also looks for forged collisions; a pack's trailer is
// a checksum of bytes that we have just made. Internal to git/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "git/object_id.h"

namespace claudestep::git {

class Sha1 {
 public:
  void update(std::string_view bytes);
  // The digest of everything so far. Requires: called once, last.
  [[nodiscard]] ObjectId finish();

 private:
  void compress(const unsigned char* block);

  std::array<std::uint32_t, 5> state_ = {0x67452301U, 0xEFCDAB89U, 0x98BADCFEU, 0x10325476U,
                                         0xC3D2E1F0U};
  std::array<unsigned char, 64> pending_{};
  std::size_t pending_size_ = 0;
  std::uint64_t length_ = 0;
};

}  // namespace claudestep::git
