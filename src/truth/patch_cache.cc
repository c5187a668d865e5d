#include "truth/patch_cache.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <map>
#include <string_view>
#include <type_traits>

#include "base/checksum.h"

namespace claudestep::truth {
namespace {

// Records are laid out as the machine has them, and so is their checksum.
constexpr std::string_view kHead = "claudestep patches 2\n";
constexpr std::uint32_t kKnowsPaths = 1;
constexpr std::uint32_t kHasPaths = 2;
constexpr std::uint32_t kKnowsId = 4;
constexpr std::uint32_t kHasId = 8;
constexpr std::uint32_t kKnowsLines = 16;
// Fewer are found out again sooner than the file is written.
constexpr std::size_t kWorthWriting = 32;
constexpr std::size_t kMostKept = 200'000;

std::string path_in(const std::string& common_dir) {
  return common_dir + "/claudestep/patches";
}

std::string bytes_of(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return in ? bytes : std::string();
}

}  // namespace

PatchTraits PatchCache::traits_of(const Record& record) {
  PatchTraits traits;
  if ((record.known & kKnowsPaths) != 0) {
    traits.paths.emplace();
    if ((record.known & kHasPaths) != 0) *traits.paths = record.paths;
  }
  if ((record.known & kKnowsLines) != 0) traits.lines = record.lines;
  if ((record.known & kKnowsId) != 0) {
    traits.id.emplace();
    if ((record.known & kHasId) != 0) *traits.id = record.id;
  }
  return traits;
}

PatchCache::Record PatchCache::record_of(const Patch& patch, const PatchTraits& traits) {
  Record record{patch.before, patch.after, {}, 0, 0, 0};
  if (traits.paths) {
    record.known |= kKnowsPaths | (*traits.paths ? kHasPaths : 0);
    record.paths = traits.paths->value_or(0);
  }
  if (traits.lines) {
    record.known |= kKnowsLines;
    record.lines = *traits.lines;
  }
  if (traits.id) {
    record.known |= kKnowsId | (*traits.id ? kHasId : 0);
    record.id = traits.id->value_or(git::ObjectId{});
  }
  return record;
}

void PatchCache::load() {
  static_assert(std::is_trivially_copyable_v<Record>);
  loaded_ = true;
  const std::string bytes = bytes_of(path_in(common_dir_));
  std::uint64_t sum = 0;
  const std::size_t head = kHead.size() + sizeof sum;
  if (bytes.size() < head || !bytes.starts_with(kHead)) return;
  std::memcpy(&sum, bytes.data() + kHead.size(), sizeof sum);
  const std::string_view records = std::string_view(bytes).substr(head);
  if (records.size() % sizeof(Record) != 0 || checksum(records) != sum) return;
  kept_.resize(records.size() / sizeof(Record));
  if (!records.empty()) std::memcpy(kept_.data(), records.data(), records.size());
}

PatchTraits& PatchCache::at(const Patch& patch) {
  const auto [found, is_new] = traits_.try_emplace(patch);
  if (!is_new) return found->second;
  if (!loaded_) load();
  const auto kept = std::lower_bound(kept_.begin(), kept_.end(), patch,
                                     [](const Record& record, const Patch& wanted) {
                                       return Patch{record.before, record.after} < wanted;
                                     });
  if (kept != kept_.end() && Patch{kept->before, kept->after} == patch) {
    found->second = traits_of(*kept);
  }
  return found->second;
}

void PatchCache::keep() {
  std::size_t used = 0;
  for (const Record& record : kept_) {
    const Patch patch{record.before, record.after};
    const auto found = traits_.find(patch);
    if (found != traits_.end() && record_of(patch, found->second).known == record.known) ++used;
  }
  if (traits_.size() - used < kWorthWriting) return;
  std::map<Patch, Record> all;
  for (const auto& [patch, traits] : traits_) all.emplace(patch, record_of(patch, traits));
  // Of too many, those that nobody asked for go.
  if (all.size() + kept_.size() <= kMostKept) {
    for (const Record& record : kept_) all.try_emplace({record.before, record.after}, record);
  }
  std::string records;
  records.reserve(all.size() * sizeof(Record));
  for (const auto& [patch, record] : all) {
    char bytes[sizeof record] = {};
    std::memcpy(bytes, &record, sizeof record);
    records.append(bytes, sizeof bytes);
  }
  const std::uint64_t sum = checksum(records);
  const std::string folder = common_dir_ + "/claudestep";
  ::mkdir(folder.c_str(), 0777);
  const std::string path = path_in(common_dir_);
  const std::string beside = fmt::format("{}.{}", path, ::getpid());
  {
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out.write(kHead.data(), static_cast<std::streamsize>(kHead.size()));
    out.write(reinterpret_cast<const char*>(&sum), sizeof sum);
    out.write(records.data(), static_cast<std::streamsize>(records.size()));
    out.flush();
    if (out && ::rename(beside.c_str(), path.c_str()) == 0) return;
  }
  ::unlink(beside.c_str());
}

std::uint64_t size_of_patches(const std::string& common_dir) {
  struct stat status {};
  const bool is_there = ::stat(path_in(common_dir).c_str(), &status) == 0;
  return is_there ? static_cast<std::uint64_t>(status.st_size) : 0;
}

bool forget_patches(const std::string& common_dir) {
  return ::unlink(path_in(common_dir).c_str()) == 0;
}

}  // namespace claudestep::truth
