#include "git/pack.h"

#include <cstring>
#include <utility>

#include "git/deflate.h"
#include "git/oid.h"

namespace claudestep::git {
namespace {

constexpr std::size_t kFanSize = std::size_t{256} * 4;
constexpr std::size_t kHeaderSize = 12;
constexpr std::size_t kBytesAnItem = kIdSize + 4 + 4;  // of the index: id, checksum, offset
constexpr std::uint32_t kIsLong = 0x80000000U;  // an offset that is a place among the long ones
constexpr unsigned kOffsetDelta = 6;
constexpr unsigned kNamedDelta = 7;
// Larger objects are left to libgit2.
constexpr std::size_t kLargest = 256U << 20U;

std::uint32_t u32_at(std::string_view bytes, std::size_t place) {
  std::uint32_t number = 0;
  for (std::size_t i = place; i < place + 4; ++i) {
    number = number << 8U | static_cast<std::uint8_t>(bytes[i]);
  }
  return number;
}

std::optional<std::uint8_t> take_byte(std::string_view& bytes) {
  if (bytes.empty()) return std::nullopt;
  const auto byte = static_cast<std::uint8_t>(bytes.front());
  bytes.remove_prefix(1);
  return byte;
}

std::string_view take(std::string_view& bytes, std::size_t size) {
  const std::string_view taken = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return taken;
}

struct ItemHeader {
  unsigned type = 0;
  std::size_t size = 0;
};

// The type and four bits of the size, then seven bits in each byte that follows.
std::optional<ItemHeader> take_header(std::string_view& bytes) {
  auto byte = take_byte(bytes);
  if (!byte) return std::nullopt;
  ItemHeader header{static_cast<unsigned>(*byte >> 4U) & 7U, *byte & 0xFU};
  for (unsigned shift = 4; (*byte & 0x80U) != 0; shift += 7) {
    byte = take_byte(bytes);
    if (!byte || header.size > kLargest || shift > 32) return std::nullopt;
    header.size |= static_cast<std::size_t>(*byte & 0x7FU) << shift;
  }
  return header;
}

// How far before a delta its base begins: seven bits a byte, the highest first, each way of writing
// it beginning where the shorter one ends.
std::optional<std::uint64_t> take_distance(std::string_view& bytes) {
  auto byte = take_byte(bytes);
  if (!byte) return std::nullopt;
  std::uint64_t distance = *byte & 0x7FU;
  while ((*byte & 0x80U) != 0) {
    byte = take_byte(bytes);
    if (!byte || distance >= std::uint64_t{1} << 56U) return std::nullopt;
    distance = (distance + 1) << 7U | (*byte & 0x7FU);
  }
  return distance;
}

}  // namespace

std::unique_ptr<const Pack> Pack::open(const std::string& index_path) {
  auto index = MappedFile::open(index_path);
  auto file = MappedFile::open(index_path.substr(0, index_path.rfind('.')) + ".pack");
  if (!index || !file) return nullptr;
  std::unique_ptr<Pack> pack(new Pack(*std::move(index), *std::move(file)));
  if (!pack->understand()) return nullptr;
  return pack;
}

// An index ends with the checksum that its pack ends with, so that an index and a pack of other
// times are not taken for a pair.
bool Pack::understand() {
  std::string_view index = index_file_.bytes();
  const std::string_view file = file_.bytes();
  constexpr std::string_view kIndexHead("\377tOc\0\0\0\2", 8);
  constexpr std::string_view kPackHead("PACK\0\0\0\2", 8);
  if (!index.starts_with(kIndexHead) || !file.starts_with(kPackHead)) return false;
  index.remove_prefix(kIndexHead.size());
  if (index.size() < kFanSize + 2 * kIdSize || file.size() < kHeaderSize + kIdSize) return false;
  fans_ = take(index, kFanSize);
  for (unsigned first = 1; first < 256; ++first) {
    if (fan(first) < fan(first - 1)) return false;
  }
  count_ = fan(255);
  if (u32_at(file, kPackHead.size()) != count_) return false;
  if ((index.size() - 2 * kIdSize) / kBytesAnItem < count_) return false;
  ids_ = take(index, count_ * kIdSize);
  take(index, count_ * 4);  // checksums
  offsets_ = take(index, count_ * 4);
  long_offsets_ = take(index, index.size() - 2 * kIdSize);
  objects_ = file.substr(0, file.size() - kIdSize);
  return index.substr(0, kIdSize) == file.substr(objects_.size());
}

// How many objects have ids that begin with this byte or a lower one.
std::uint32_t Pack::fan(unsigned first_byte) const {
  return u32_at(fans_, std::size_t{4} * first_byte);
}

std::optional<std::uint64_t> Pack::find(const ObjectId& id) const {
  const std::uint8_t first = id.bytes.front();
  std::size_t low = first == 0 ? 0 : fan(first - 1U);
  std::size_t high = fan(first);
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const int order = std::memcmp(id.bytes.data(), ids_.data() + middle * kIdSize, kIdSize);
    if (order == 0) return offset_of(middle);
    if (order < 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return std::nullopt;
}

std::optional<std::uint64_t> Pack::offset_of(std::size_t position) const {
  const std::uint32_t offset = u32_at(offsets_, position * 4);
  if ((offset & kIsLong) == 0) return offset;
  const std::size_t place = std::size_t{offset & ~kIsLong} * 8;
  if (place + 8 > long_offsets_.size()) return std::nullopt;
  return std::uint64_t{u32_at(long_offsets_, place)} << 32U | u32_at(long_offsets_, place + 4);
}

std::optional<Pack::Item> Pack::item_at(std::uint64_t offset) const {
  if (offset < kHeaderSize || offset >= objects_.size()) return std::nullopt;
  std::string_view rest = objects_.substr(offset);
  const auto header = take_header(rest);
  if (!header || header->size > kLargest) return std::nullopt;
  Item item;
  item.size = header->size;
  if (header->type == kOffsetDelta) {
    const auto distance = take_distance(rest);
    if (!distance || *distance == 0 || *distance >= offset) return std::nullopt;
    item.base = offset - *distance;
  } else if (header->type == kNamedDelta) {
    if (rest.size() < kIdSize) return std::nullopt;
    ObjectId id;
    std::memcpy(id.bytes.data(), take(rest, kIdSize).data(), kIdSize);
    item.base = find(id);
    if (!item.base) return std::nullopt;
  } else if (header->type >= GIT_OBJECT_COMMIT && header->type <= GIT_OBJECT_TAG) {
    item.type = static_cast<git_object_t>(header->type);
  } else {
    return std::nullopt;
  }
  if (item.size > (rest.size() + 1) * kBestDeflateRatio) return std::nullopt;
  item.deflated = rest;
  return item;
}

}  // namespace claudestep::git
