// Owns: what reflogs are told of a move of a ref. Internal to git/.
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

struct Reflogs {
  std::vector<std::string> paths;
  bool are_made = true;     // those that are not there; git goes on with those that are
  bool are_durable = true;  // waits for the disk
};

// Appends the move to each of the reflogs. 0, or -1 with libgit2's last error set.
[[nodiscard]] int append_to_reflogs(const Reflogs& logs, const LoggedMove& move);

}  // namespace claudestep::git
