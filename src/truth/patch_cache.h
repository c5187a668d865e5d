// Owns: what was found out about patches before, in <git common dir>/claudestep/patches. It follows
// from the ids of two trees, so it never grows old; a file that is damaged is not believed and made
// anew.
// Leaves to others: finding it out (patches.h).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "git/hash_id.h"
#include "git/object_id.h"

namespace claudestep::truth {

// A change: what leads from one tree to another. The zero id means no tree.
struct Patch {
  git::ObjectId before;
  git::ObjectId after;

  auto operator<=>(const Patch&) const = default;
};

// Absent: not found out yet.
struct PatchTraits {
  std::optional<std::optional<std::uint64_t>>
      paths;                                       // a hash of the paths that it touches, or none
  std::optional<std::uint64_t> lines;              // a sum over the lines that it changes
  std::optional<std::optional<git::ObjectId>> id;  // its patch id, or none
};

class PatchCache {
 public:
  explicit PatchCache(std::string common_dir) : common_dir_(std::move(common_dir)) {}

  // What is known of `patch`, to be added to. Valid as long as this.
  [[nodiscard]] PatchTraits& at(const Patch& patch);

  // Keeps what is new, where that is enough to be worth a file. Failing to is no failure.
  void keep();

 private:
  struct Record {
    git::ObjectId before;
    git::ObjectId after;
    git::ObjectId id;
    std::uint32_t known = 0;  // bits, see patch_cache.cc
    std::uint64_t paths = 0;
    std::uint64_t lines = 0;
  };
  struct HashPatch {
    std::size_t operator()(const Patch& patch) const {
      const git::HashId hash;
      return hash(patch.before) * 31 + hash(patch.after);
    }
  };

  void load();
  [[nodiscard]] static PatchTraits traits_of(const Record& record);
  [[nodiscard]] static Record record_of(const Patch& patch, const PatchTraits& traits);

  std::string common_dir_;
  bool loaded_ = false;
  std::vector<Record> kept_;                                  // as the file has them, by patch
  std::unordered_map<Patch, PatchTraits, HashPatch> traits_;  // what was asked for
};

// How large the file is, 0 where there is none.
[[nodiscard]] std::uint64_t size_of_patches(const std::string& common_dir);
// Takes the file away; whether it was there.
bool forget_patches(const std::string& common_dir);

}  // namespace claudestep::truth
