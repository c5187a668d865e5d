// Owns: libgit2's one start and the options that hold for the whole process.
// Internal to git/.
#pragma once

#include "base/environment.h"

namespace claudestep::git {

// Starts libgit2 and sets its options, once a process. It is never shut down: the kernel is
// quicker.
void ensure_library();

// Whether writes wait for the disk. libgit2 asks this when a repository's stores are opened.
// Process-wide.
void set_fsync(bool on);

// Whether objects are checked against their names (Repository::verify_on_read).
[[nodiscard]] bool verifies_on_read();

// Where "~/" in an include points to: the home directory of `environment`. Process-wide.
void set_home(const Environment& environment);

}  // namespace claudestep::git
