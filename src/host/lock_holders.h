// Owns: finding out who holds flock() on a file, for messages alone.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace claudestep::host {

// What /proc shows to us of those who hold the lock of the open file, as causes of an error: the
// processes, and whether the one that took the lock is gone, so that they are what it left behind.
// Empty when they are not to be seen: another user's, another container's, another machine's.
[[nodiscard]] std::vector<std::string> describe_lock_holders(int descriptor);

}  // namespace claudestep::host
