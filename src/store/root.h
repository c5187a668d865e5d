// Owns: how a metadata branch begins: the root commit that all clones share, and the files of the
// second commit.
#pragma once

#include <string_view>
#include <vector>

#include "git/repository.h"

namespace claudestep::store {

// The root: the empty tree, author, date and message fixed, so that clones which begin apart share
// it. Its id is kRootId, also in docs/formats/branch.md.
[[nodiscard]] git::NewCommit root_commit();
inline constexpr std::string_view kRootId = "345a27c8da0ba3d1172496125695b95fcb506a25";

// The files that the second commit puts on the branch.
struct InitialFile {
  std::string_view path;
  std::string_view bytes;
};
[[nodiscard]] const std::vector<InitialFile>& initial_files();

inline constexpr std::string_view kInitSubject = "claudestep: begin the metadata branch";

}  // namespace claudestep::store
