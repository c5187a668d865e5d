// Owns: removing a lock file that somebody who is dead has left, unless it changes meanwhile: then
// somebody else has just taken it. Leaves to others: knowing that its owner is dead
// (store/write_lock.h), which no age tells: a git holds one for as long as its hooks take. Internal
// to store/.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "base/result.h"

namespace claudestep::store {

// A lock file as it is at one moment.
struct LockSight {
  std::uint64_t inode = 0;
  std::int64_t changed = 0;  // in nanoseconds
  std::string content;

  bool operator==(const LockSight&) const = default;
};

// Nothing when there is no such regular file.
[[nodiscard]] std::optional<LockSight> look_at_lock(const std::string& path);

// Whether it was taken within the last seconds, by the clocks of file system and machine: most
// gits that are at work have theirs for less.
[[nodiscard]] bool is_young(const LockSight& lock);

// How sure it is whose lock it is.
enum class Certainty { kOurs, kLikely };

// Removes the lock if it is still as `before`, of one that is but likely left behind after a
// quarter of a second; whether it did. `on_removal` is called while it is still there.
[[nodiscard]] Result<bool> remove_left_lock(const std::string& path, const LockSight& before,
                                            Certainty certainty = Certainty::kLikely,
                                            const std::function<void()>& on_removal = {});

}  // namespace claudestep::store
