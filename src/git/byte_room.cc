#include "git/byte_room.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace claudestep::git {
namespace {

constexpr std::size_t kLargePage = 2U << 20U;
constexpr std::size_t kFirstPiece = 64U << 10U;
constexpr std::size_t kLargestPiece = 4 * kLargePage;
constexpr std::align_val_t kAlignment{kLargePage};

}  // namespace

void ByteRoom::Free::operator()(char* piece) const {
  ::operator delete(piece, kAlignment);
}

std::string_view ByteRoom::keep(std::string_view bytes) {
  if (bytes.empty()) return "";
  if (left_ < bytes.size()) add_piece(bytes.size());
  char* const begin = next_;
  std::memcpy(begin, bytes.data(), bytes.size());
  next_ += bytes.size();
  left_ -= bytes.size();
  return {begin, bytes.size()};
}

void ByteRoom::add_piece(std::size_t least) {
  piece_size_ = std::clamp(2 * piece_size_, kFirstPiece, kLargestPiece);
  left_ = std::max(piece_size_, least);
  next_ = static_cast<char*>(::operator new(left_, kAlignment));
  pieces_.emplace_back(next_);
  // A system that has none, or does not give them, does as it always does.
  if (left_ >= kLargePage) ::madvise(next_, left_ / kLargePage * kLargePage, MADV_HUGEPAGE);
}

}  // namespace claudestep::git
