// Owns: where a repository is, for who has to look at it before it is opened.
#pragma once

#include <string>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::git {

// The common_dir() of the repository that open() would open; nothing in it is opened. kNotFound,
// kCorrupt for a ".git" file that says nothing, kUnsupported for a refused owner.
[[nodiscard]] Result<std::string> find_common_dir(const Discovery& discovery);

}  // namespace claudestep::git
