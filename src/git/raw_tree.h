// Owns: the bytes of a tree object: "<octal mode> <name>\0<20 bytes>", again and again.
// We read and write them ourselves because libgit2 changes modes that it finds odd, and every entry
// that is not ours keeps its bytes. Internal to git/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::git {

// One entry; the views point into the tree's bytes.
struct RawEntry {
  std::string_view bytes;  // all of it
  std::string_view name;
  std::uint32_t mode = 0;  // as stored, odd ones too
  ObjectId id;

  [[nodiscard]] bool is_tree() const { return (mode & 0170000U) == 0040000U; }
};

// How many bytes an entry takes, about.
inline constexpr std::size_t kTypicalEntry = 40;

// Goes through the entries from front to back.
class TreeReader {
 public:
  explicit TreeReader(std::string_view bytes) : rest_(bytes) {}
  // False at the end, and at bytes that are no entry; broken() tells which.
  [[nodiscard]] bool next(RawEntry& entry);
  [[nodiscard]] bool broken() const { return broken_; }

 private:
  std::string_view rest_;
  bool broken_ = false;
};

// All entries, in the order they have. kCorrupt naming `id` when the bytes are no tree.
[[nodiscard]] Result<std::vector<RawEntry>> parse_tree(std::string_view bytes, const ObjectId& id);
[[nodiscard]] Error broken_tree(const ObjectId& id);

[[nodiscard]] TreeEntry to_entry(const RawEntry& entry);

void append_entry(std::string& bytes, std::uint32_t mode, std::string_view name,
                  const ObjectId& id);

// git's order: bytewise, a folder's name counting as if "/" ended it.
[[nodiscard]] bool name_less(std::string_view a, bool a_is_tree, std::string_view b,
                             bool b_is_tree);

[[nodiscard]] ObjectId empty_tree_id();

}  // namespace claudestep::git
