// Owns: which packs cannot be used for what became of their files: cut, emptied, or one of the two
// gone. Leaves to others: damage inside of a pack, which shows when an object of it is read.
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

}  // namespace claudestep::git
