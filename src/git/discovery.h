// Owns: where the repository is, found as git finds it.
// Leaves to others: whether it can be read (format.h), opening it (repository.cc).
// Internal to git/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::git {

enum class Found {
  kByName,    // --git-dir or GIT_DIR
  kByDotGit,  // a folder above holds ".git"
  kAsItself,  // the folder or one above is a git folder: bare, or we stand inside ".git"
};

struct Location {
  Found found = Found::kAsItself;
  std::string git_dir;                   // absolute, links resolved
  std::string common_dir;                // absolute, links resolved
  bool common_dir_named = false;         // by GIT_COMMON_DIR, against what the git folder says
  std::optional<std::string> folder;     // kByDotGit: what holds ".git"
  std::optional<std::string> work_tree;  // GIT_WORK_TREE, absolute
  std::string object_dir;                // GIT_OBJECT_DIRECTORY, or objects/ of the common folder
  std::vector<std::string> alternates;   // GIT_ALTERNATE_OBJECT_DIRECTORIES
};

// Returns kNotFound when there is no repository, kCorrupt for a ".git" file that says nothing
// and a repository whose HEAD does,
// kUnsupported when somebody else owns it and git does not accept it either.
[[nodiscard]] Result<Location> discover(const Discovery& discovery);

// The common folder that a git folder names in its "commondir" file; itself when it has none.
[[nodiscard]] std::string common_dir_of(const std::string& git_dir);

}  // namespace claudestep::git
