// Owns: what a reflog is told of a move where core.logAllRefUpdates is false: git makes no reflog
// then and goes on with one that is there; libgit2 leaves both alone. Internal to git/.
#pragma once

#include <git2/types.h>

#include <string>
#include <vector>

#include "git/object_id.h"

namespace claudestep::git {

struct LoggedMove {
  ObjectId from;
  ObjectId to;
  const git_signature& who;
  const std::string& message;
};

// Appends the move to each of the reflogs `logs` that is there. 0, or -1 with libgit2's last error
// set. `is_durable`: waits for the disk.
[[nodiscard]] int append_to_reflogs(const std::vector<std::string>& logs, const LoggedMove& move,
                                    bool is_durable);

}  // namespace claudestep::git
