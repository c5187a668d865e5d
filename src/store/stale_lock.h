// Owns: telling a lock file that a killed git left from one that is in use, where git holds it for
// milliseconds and no journal tells of it (store/write_journal.h): it stays the same for seconds.
// Internal to store/.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace claudestep::store {

class StaleLock {
 public:
  // Call when the lock was in the way: removes it once it has been seen unchanged for a while. Our
  // own clock alone counts, not the times of files. Whether it was removed.
  bool clear(const std::string& path);

 private:
  struct Sight {
    std::uint64_t file;
    std::int64_t changed;  // in nanoseconds
    bool operator==(const Sight&) const = default;
  };
  std::optional<Sight> sight_;
  std::chrono::steady_clock::time_point since_;
};

}  // namespace claudestep::store
