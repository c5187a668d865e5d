// Owns: what messages say of a lock: since when its file is there, who holds flock() on it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace claudestep::host {

// "'.../index.lock' has been there for 3 minutes"; nothing when there is no such file.
[[nodiscard]] std::optional<std::string> describe_lock_age(const std::string& path);

// What /proc shows to us of those who hold the lock of the open file, as causes of an error: the
// processes, and whether the one that took the lock is gone, so that they are what it left behind.
// Empty when they are not to be seen: another user's, another container's, another machine's.
[[nodiscard]] std::vector<std::string> describe_lock_holders(int descriptor);

}  // namespace claudestep::host
