// Owns: from which folders of objects another one borrows, as its info/alternates says, and which
// of them cannot be used. Leaves to others: GIT_ALTERNATE_OBJECT_DIRECTORIES (git/discovery.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace claudestep::git {

// How many folders git follows from one to the next.
inline constexpr int kDeepestAlternate = 6;

// One line of info/alternates.
struct Alternate {
  std::string file;      // in which it stands
  std::size_t line = 0;  // from 1 on
  std::string folder;    // that it names; not resolved

  bool operator==(const Alternate&) const = default;
};

// What the info/alternates of this folder of objects names, in its order, comments left out; none
// where there is no such file, or a pipe in its place.
[[nodiscard]] std::vector<Alternate> alternates_of(const std::string& object_dir);

enum class AlternateFlaw : std::uint8_t {
  kMissing,     // it is not there
  kNoFolder,    // it is something else
  kEmpty,       // nothing is in it, as where a disk is away that belongs there
  kRefused,     // the system does not let us read it
  kRepository,  // it is a repository, and git looks for objects in no folder of it
  kNoFile,      // something else is in the place of the file that names it: line 0
  kNotSaid,     // the file, all of it, is empty or has zeros, as a crash leaves it: line 0
};

struct LostAlternate {
  Alternate alternate;
  AlternateFlaw flaw = AlternateFlaw::kMissing;
  std::string meant;  // of a repository its folder of objects
};

// Those that `object_dir` and whatever it borrows from name and that cannot be used, in the order
// in which git meets them.
[[nodiscard]] std::vector<LostAlternate> find_lost_alternates(const std::string& object_dir);

}  // namespace claudestep::git
