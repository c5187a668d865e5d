#include "store/stale_lock.h"

#include <sys/stat.h>
#include <unistd.h>

namespace claudestep::store {

namespace {

constexpr auto kPatience = std::chrono::seconds(5);
constexpr std::int64_t kNanosASecond = 1'000'000'000;

}  // namespace

bool StaleLock::clear(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) {
    sight_.reset();
    return false;
  }
  const Sight sight{status.st_ino, status.st_ctim.tv_sec * kNanosASecond + status.st_ctim.tv_nsec};
  const auto now = std::chrono::steady_clock::now();
  if (sight_ != sight) {
    sight_ = sight;
    since_ = now;
    return false;
  }
  if (now - since_ < kPatience) return false;
  sight_.reset();
  return ::unlink(path.c_str()) == 0;
}

}  // namespace claudestep::store
