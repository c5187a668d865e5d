// Owns: which packs cannot be used for what became of their files: cut, emptied, one of the two
// gone, or an index that is damaged; and which other files are damaged that end with their own
// checksum. Leaves to others: damage inside of a pack, which shows when an object of it is
// read.
#pragma once

#include <string>
#include <vector>

namespace claudestep::git {

struct DamagedPack {
  std::string stem;        // its path without ".pack"
  bool is_whole = false;   // the pack itself: an index can be made from it
  bool has_pack = false;   // there is such a file
  bool has_index = false;  // there is such a file
  // Why one of the two cannot be read where the system refuses it ("FILE: Permission denied"): then
  // nothing is known of the pack, least of all that it is damaged.
  std::string refusal;

  bool operator==(const DamagedPack&) const = default;
};

// Those in the folder of objects, by path. One that is being written may be among them: its index
// comes last.
[[nodiscard]] std::vector<DamagedPack> find_damaged_packs(const std::string& objects);

// What git believes in the place of the objects themselves, of which it is made: an index of many
// packs, a commit-graph or the folder of the files of one. Those that do not end with their own
// checksum, by path. One that may not be read is none.
[[nodiscard]] std::vector<std::string> find_damaged_lookups(const std::string& objects);

// Whether the index of a work tree has changed since git wrote it, which git itself does not look
// at: it ends neither with the checksum of all that comes before, nor with the zeros that git
// writes where it takes none (index.skipHash). One that is not there, or may not be read, is not
// damaged.
[[nodiscard]] bool is_damaged_index(const std::string& path);

}  // namespace claudestep::git
