// Owns: a held commit and its objects as a file, so that another process can hold them without
// making them anew. Nothing in it is believed that does not pass its checksum, and before somebody
// asks for an object, only the commit and the table of what is where are read.
// Leaves to others: where such files are and when they go. Internal to git/.
#pragma once

#include <git2.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "git/files.h"
#include "git/object_id.h"

namespace claudestep::git {

struct HeldObject {
  git_object_t type = GIT_OBJECT_INVALID;
  std::string_view bytes;
};

class HeldFile {
 public:
  struct Item {
    ObjectId id;
    std::uint32_t type = 0;  // a git_object_t
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t checksum = 0;
  };

  // The file at `path`, if it is whole as far as looked at, of this `version`, and holds a commit
  // whose parents are `parents`; else null.
  [[nodiscard]] static std::unique_ptr<const HeldFile> open(const std::string& path,
                                                            std::uint64_t version,
                                                            const std::vector<ObjectId>& parents);

  [[nodiscard]] const ObjectId& commit() const { return commit_; }
  // Null when the file does not have it.
  [[nodiscard]] const Item* find(const ObjectId& id) const;
  // Reads the bytes of an item to `out`; false when they are not what they were.
  [[nodiscard]] bool read(const Item& item, char* out) const;

 private:
  explicit HeldFile(Descriptor file) : file_(std::move(file)) {}
  [[nodiscard]] bool read_table(std::uint64_t version);

  Descriptor file_;
  ObjectId commit_;
  std::vector<Item> items_;  // by id
};

// Writes such a file. False when the disk does not take it.
[[nodiscard]] bool write_held_file(
    int fd, std::uint64_t version, const ObjectId& commit,
    const std::vector<std::pair<ObjectId, const HeldObject*>>& objects);

}  // namespace claudestep::git
