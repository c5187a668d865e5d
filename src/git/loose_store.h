// Owns: reading single objects from disk, as a store that libgit2 can ask.
// libgit2's own reader never returns from a file that was cut short (a power failure leaves such
// files); this one says that it is broken. All else is left to libgit2's. Internal to
// git/.
#pragma once

#include <git2/sys/odb_backend.h>

#include <string>

#include "base/result.h"

namespace claudestep::git {

// A new store over the objects in `object_dir`, which only reads. The caller gives it to a git_odb,
// which frees it.
[[nodiscard]] Result<git_odb_backend*> make_loose_store(const std::string& object_dir);

}  // namespace claudestep::git
