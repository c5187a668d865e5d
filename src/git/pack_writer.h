// Owns: writing new objects as one pack with its index (both version 2), without deltas: git makes
// those at its next repack, and a write should not wait for them. Internal to git/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/object_id.h"
#include "git/staged_files.h"

namespace claudestep::git {

enum class PackedType : unsigned { kCommit = 1, kTree = 2, kBlob = 3 };

struct PackedObject {
  ObjectId id;
  PackedType type = PackedType::kBlob;
  std::string_view bytes;
};

// Puts the objects, each named once, into <object_dir>/pack by way of `files`, and commits those.
// Visible to others when complete: the index, which makes a pack, moves into place last.
[[nodiscard]] Status write_pack(const std::string& object_dir,
                                const std::vector<PackedObject>& objects, StagedFiles& files);

}  // namespace claudestep::git
