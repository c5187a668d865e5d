// Owns: whether this program can read a repository of a given format, and what to tell people when
// not. Internal to git/.
#pragma once

#include <string>

#include "base/result.h"

namespace claudestep::git {

// Reads the format that <common_dir>/config declares. Returns kUnsupported naming the obstacle
// (SHA-256, reftable, a newer format, an unknown extension) and the way out.
[[nodiscard]] Status check_format(const std::string& common_dir);

}  // namespace claudestep::git
