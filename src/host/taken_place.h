// Owns: what in a work tree is in the place of one of its files and is none: a folder, a pipe, or a
// file where a folder of it has to be. Neither a commit nor a stash takes that away.
#pragma once

#include <optional>
#include <string>

namespace claudestep::host {

enum class Taker { kFolder, kFile, kOther };

struct TakenPlace {
  std::string path;  // of what is there, below the work tree
  Taker taker = Taker::kOther;

  bool operator==(const TakenPlace&) const = default;
};

// "is a folder", "is a file where a folder has to be", "is a pipe, a socket or a device".
[[nodiscard]] std::string describe(Taker taker);

// What is in the place of the file that the index has at `path`; nothing where that is a file, a
// link or not there. A submodule looks like a folder.
[[nodiscard]] std::optional<TakenPlace> find_taken_place(const std::string& work_tree,
                                                         const std::string& path);

}  // namespace claudestep::host
