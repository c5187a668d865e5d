// Owns: one pack with its index (both version 2, SHA-1), mapped: where an object is in it, and what
// is there.
// Everything in the files is checked before it is followed, nothing against the objects' names.
// Leaves to others: inflating and deltas (git/pack_reader.h). Internal to git/.
#pragma once

#include <git2.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "git/mapped_file.h"
#include "git/object_id.h"

namespace claudestep::git {

class Pack {
 public:
  // The pack whose index is at `index_path`, if the two are there, can be read, and belong
  // together; else null.
  [[nodiscard]] static std::unique_ptr<const Pack> open(const std::string& index_path);

  // Where the object begins.
  [[nodiscard]] std::optional<std::uint64_t> find(const ObjectId& id) const;

  // What lies at a place.
  struct Item {
    git_object_t type = GIT_OBJECT_INVALID;  // of a delta: none
    std::size_t size = 0;                    // when inflated: of the object, or of the delta
    std::optional<std::uint64_t> base;       // a delta's
    std::string_view deflated;  // to the end of the pack: its own end tells where it ends
  };
  // Nothing when there is no such place, or what is there makes no sense.
  [[nodiscard]] std::optional<Item> item_at(std::uint64_t offset) const;

 private:
  Pack(MappedFile index, MappedFile pack) : index_file_(std::move(index)), file_(std::move(pack)) {}
  [[nodiscard]] bool understand();
  [[nodiscard]] std::uint32_t fan(unsigned first_byte) const;
  [[nodiscard]] std::optional<std::uint64_t> offset_of(std::size_t position) const;

  MappedFile index_file_;
  MappedFile file_;
  // Parts of the index, one after the other.
  std::string_view fans_;
  std::string_view ids_;
  std::string_view offsets_;
  std::string_view long_offsets_;
  std::size_t count_ = 0;
  std::string_view objects_;  // the pack without its checksum; offsets count from its beginning
};

}  // namespace claudestep::git
