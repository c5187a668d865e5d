#include "git/pack_writer.h"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "git/deflate.h"
#include "git/files.h"
#include "git/sha1.h"

namespace claudestep::git {
namespace {

struct IndexEntry {
  ObjectId id;
  std::uint32_t crc = 0;
  std::uint64_t offset = 0;
};

void append_u32(std::string& bytes, std::uint64_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift);
}

void append_id(std::string& bytes, const ObjectId& id) {
  bytes.append(id.bytes.begin(), id.bytes.end());
}

// The type and size before an object's bytes: four bits of size with the type, seven in each byte
// that follows.
void append_object_header(std::string& pack, PackedType type, std::size_t size) {
  auto byte = static_cast<unsigned>(type) << 4U | static_cast<unsigned>(size & 0xFU);
  for (size >>= 4U; size > 0; size >>= 7U) {
    pack += static_cast<char>(byte | 0x80U);
    byte = static_cast<unsigned>(size & 0x7FU);
  }
  pack += static_cast<char>(byte);
}

Result<std::string> make_pack(const std::vector<PackedObject>& objects,
                              std::vector<IndexEntry>& index) {
  std::string pack = "PACK";
  append_u32(pack, 2);
  append_u32(pack, objects.size());
  Deflater deflater;
  for (const PackedObject& object : objects) {
    const std::size_t start = pack.size();
    append_object_header(pack, object.type, object.bytes.size());
    if (!deflater.append(pack, object.bytes)) {
      return fail(ErrorCode::kInternal, "cannot compress an object");
    }
    const auto* written = reinterpret_cast<const Bytef*>(pack.data() + start);
    const auto crc = crc32_z(crc32_z(0, nullptr, 0), written, pack.size() - start);
    index.push_back({object.id, static_cast<std::uint32_t>(crc), start});
  }
  return pack;
}

std::string make_index(std::vector<IndexEntry>& index, const ObjectId& pack_checksum) {
  std::sort(index.begin(), index.end(),
            [](const IndexEntry& a, const IndexEntry& b) { return a.id < b.id; });
  std::string bytes = "\377tOc";
  append_u32(bytes, 2);
  std::array<std::uint32_t, 256> fanout{};
  for (const IndexEntry& entry : index) ++fanout[entry.id.bytes[0]];
  std::uint32_t total = 0;
  for (const std::uint32_t count : fanout) append_u32(bytes, total += count);
  for (const IndexEntry& entry : index) append_id(bytes, entry.id);
  for (const IndexEntry& entry : index) append_u32(bytes, entry.crc);
  // Offsets beyond 31 bits go to a table of their own.
  constexpr std::uint64_t kLarge = 0x80000000U;
  std::string large;
  for (const IndexEntry& entry : index) {
    if (entry.offset < kLarge) {
      append_u32(bytes, entry.offset);
      continue;
    }
    append_u32(bytes, kLarge | large.size() / 8);
    append_u32(large, entry.offset >> 32U);
    append_u32(large, entry.offset & 0xFFFFFFFFU);
  }
  bytes += large;
  append_id(bytes, pack_checksum);
  Sha1 hash;
  hash.update(bytes);
  append_id(bytes, hash.finish());
  return bytes;
}

}  // namespace

Status write_pack(const std::string& object_dir, const std::vector<PackedObject>& objects,
                  StagedFiles& files) {
  std::vector<IndexEntry> index;
  CS_ASSIGN(auto pack, make_pack(objects, index));
  Sha1 hash;
  hash.update(pack);
  const ObjectId checksum = hash.finish();
  append_id(pack, checksum);
  const std::string index_bytes = make_index(index, checksum);
  const std::string name = join_path(object_dir, "pack/pack-" + checksum.hex());
  CS_TRY(files.add(name + ".pack", "tmp_pack_", pack));
  CS_TRY(files.add(name + ".idx", "tmp_idx_", index_bytes));
  return files.commit();
}

}  // namespace claudestep::git
