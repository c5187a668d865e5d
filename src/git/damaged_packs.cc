#include "git/damaged_packs.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "git/files.h"
#include "git/mapped_file.h"
#include "git/oid.h"
#include "git/pack.h"
#include "git/sha1.h"

namespace claudestep::git {
namespace {

constexpr std::string_view kPackSuffix = ".pack";
constexpr std::string_view kIndexSuffix = ".idx";

// A file as far as it can be read; "" for one that is empty or not there.
class Contents {
 public:
  explicit Contents(const std::string& path) : file_(MappedFile::open(path)) {
    if (file_) return;
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    const bool is_seen = file.is_open() && ::fstat(file.get(), &status) == 0;
    if (is_seen && S_ISREG(status.st_mode) && status.st_size == 0) return;
    if (!is_seen && errno == ENOENT) return;
    refusal_ = path + ": " + (is_seen ? "it cannot be mapped" : std::strerror(errno));
  }

  [[nodiscard]] std::string_view bytes() const { return file_ ? file_->bytes() : ""; }
  [[nodiscard]] const std::string& refusal() const { return refusal_; }

 private:
  std::optional<MappedFile> file_;
  std::string refusal_;
};

std::string_view last_id(std::string_view bytes) {
  return bytes.substr(bytes.size() - kIdSize);
}

// Whether it ends with the checksum of all that comes before.
bool ends_with_checksum(std::string_view bytes) {
  if (bytes.size() <= kIdSize) return false;
  Sha1 sum;
  sum.update(bytes.substr(0, bytes.size() - kIdSize));
  const ObjectId found = sum.finish();
  return std::memcmp(found.bytes.data(), last_id(bytes).data(), kIdSize) == 0;
}

// A file that is not there, or may not be read, has none.
bool has_wrong_checksum(const std::string& path) {
  if (!is_file(path)) return false;
  const Contents contents(path);
  return contents.refusal().empty() && !ends_with_checksum(contents.bytes());
}

// Whether it ends with zeros in the place of a checksum.
bool ends_with_zeros(std::string_view bytes) {
  if (bytes.size() <= kIdSize) return false;
  const std::string_view end = last_id(bytes);
  return end.find_first_not_of('\0') == std::string_view::npos;
}

// Whether it is an index of the pack, of whatever version: its own checksum comes after the pack's.
bool is_index_of(std::string_view index, std::string_view pack) {
  return ends_with_checksum(index) && index.size() > 2 * kIdSize &&
         last_id(index.substr(0, index.size() - kIdSize)) == last_id(pack);
}

// What became of the pack, of which it is known which files there are; false where it is sound.
bool is_damaged(DamagedPack& pack) {
  const std::string index_path = pack.stem + std::string(kIndexSuffix);
  const Contents index(index_path);
  if (Pack::open(index_path) && ends_with_checksum(index.bytes())) return false;
  const Contents packed(pack.stem + std::string(kPackSuffix));
  pack.refusal = index.refusal().empty() ? packed.refusal() : index.refusal();
  if (!pack.refusal.empty()) return true;
  pack.is_whole = packed.bytes().starts_with("PACK") && ends_with_checksum(packed.bytes());
  return !pack.is_whole || !is_index_of(index.bytes(), packed.bytes());
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
    pack.stem = stem;
    if (is_damaged(pack)) damaged.push_back(pack);
  }
  return damaged;
}

bool is_damaged_index(const std::string& path) {
  if (!is_file(path)) return false;
  const Contents contents(path);
  const std::string_view bytes = contents.bytes();
  return contents.refusal().empty() && !ends_with_checksum(bytes) && !ends_with_zeros(bytes);
}

std::vector<std::string> find_damaged_lookups(const std::string& objects) {
  std::vector<std::string> damaged;
  for (const char* name : {"info/commit-graph", "pack/multi-pack-index"}) {
    std::string path = join_path(objects, name);
    if (has_wrong_checksum(path)) damaged.push_back(std::move(path));
  }
  // Of those that are in several files, one leads to the next.
  for (const char* name : {"info/commit-graphs", "pack/multi-pack-index.d"}) {
    std::string folder = join_path(objects, name);
    const std::vector<std::string> files = names_in(folder);
    const bool is_one = std::any_of(files.begin(), files.end(), [&](const std::string& file) {
      const bool is_lookup = file.ends_with(".graph") || file.ends_with(".midx");
      return is_lookup && has_wrong_checksum(join_path(folder, file));
    });
    if (is_one) damaged.push_back(std::move(folder));
  }
  std::sort(damaged.begin(), damaged.end());
  return damaged;
}

}  // namespace claudestep::git
