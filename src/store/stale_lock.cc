#include "store/stale_lock.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>
#include <utility>

#include "base/text.h"
#include "store/small_file.h"

namespace claudestep::store {

namespace {

constexpr std::chrono::milliseconds kLeftBehind{250};
constexpr std::int64_t kNanosASecond = 1'000'000'000;
constexpr std::int64_t kYoung = 5 * kNanosASecond;

}  // namespace

std::optional<LockSight> look_at_lock(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  auto content = read_small_file(path);
  if (!content) return std::nullopt;
  return LockSight{status.st_ino, status.st_mtim.tv_sec * kNanosASecond + status.st_mtim.tv_nsec,
                   *std::move(content)};
}

bool is_young(const LockSight& lock) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const std::int64_t age =
      std::chrono::duration_cast<std::chrono::nanoseconds>(now).count() - lock.changed;
  return age >= 0 && age < kYoung;  // one of the future says nothing of its age
}

Result<bool> remove_left_lock(const std::string& path, const LockSight& before, Certainty certainty,
                              const std::function<void()>& on_removal) {
  if (certainty == Certainty::kLikely) std::this_thread::sleep_for(kLeftBehind);
  if (look_at_lock(path) != before) return false;
  if (on_removal) on_removal();
  if (::unlink(path.c_str()) == 0) return true;
  if (errno == ENOENT) return false;
  return fail(Error{ErrorCode::kIo,
                    "cannot remove " + quoted(path) + ", which was left by a killed process"}
                  .caused_by(std::strerror(errno)));
}

}  // namespace claudestep::store
