#include "git/damaged_packs.h"

#include <cstring>
#include <map>
#include <optional>
#include <string_view>

#include "git/files.h"
#include "git/mapped_file.h"
#include "git/oid.h"
#include "git/pack.h"
#include "git/sha1.h"

namespace claudestep::git {
namespace {

constexpr std::string_view kPackSuffix = ".pack";
constexpr std::string_view kIndexSuffix = ".idx";

// Whether the pack ends with the checksum of all that comes before.
bool is_whole_pack(const std::string& path) {
  const auto file = MappedFile::open(path);
  if (!file || file->bytes().size() <= kIdSize || !file->bytes().starts_with("PACK")) return false;
  const std::string_view all = file->bytes();
  Sha1 sum;
  sum.update(all.substr(0, all.size() - kIdSize));
  const ObjectId found = sum.finish();
  return std::memcmp(found.bytes.data(), all.data() + all.size() - kIdSize, kIdSize) == 0;
}

}  // namespace

std::vector<DamagedPack> find_damaged_packs(const std::string& objects) {
  const std::string folder = join_path(objects, "pack");
  std::map<std::string, DamagedPack> packs;
  for (const std::string& name : names_in(folder)) {
    for (const std::string_view suffix : {kPackSuffix, kIndexSuffix}) {
      if (!name.starts_with("pack-") || !name.ends_with(suffix)) continue;
      DamagedPack& pack = packs[join_path(folder, name.substr(0, name.size() - suffix.size()))];
      (suffix == kPackSuffix ? pack.has_pack : pack.has_index) = true;
    }
  }
  std::vector<DamagedPack> damaged;
  for (auto& [stem, pack] : packs) {
    if (Pack::open(stem + std::string(kIndexSuffix))) continue;
    pack.stem = stem;
    pack.is_whole = pack.has_pack && is_whole_pack(stem + std::string(kPackSuffix));
    damaged.push_back(pack);
  }
  return damaged;
}

}  // namespace claudestep::git
