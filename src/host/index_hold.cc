#include "host/index_hold.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <thread>
#include <utility>

#include "base/file_io.h"
#include "base/folder.h"
#include "base/text.h"
#include "host/ask_doctor.h"
#include "host/lock_holders.h"
#include "host/pipes.h"
#include "host/worktree.h"

namespace claudestep::host {
namespace {

constexpr std::string_view kMark = "claudestep ";
constexpr std::string_view kLockEnd = ".lock";
constexpr int kLockTries = 20;
constexpr std::chrono::milliseconds kLockPause{50};

// What we have beside an index while we hold it.
constexpr std::array<std::string_view, 3> kOwnEnds = {".claudestep", ".claudestep.new",
                                                      ".claudestep.lock"};

std::string copy_of(const std::string& index) {
  return index + ".claudestep";
}

std::string our_mark() {
  return fmt::format("{}{}\n", kMark, ::getpid());
}

// Takes away a file that is ours alone, or an empty folder in its place.
bool clear_own(const std::string& path) {
  return std::remove(path.c_str()) == 0;
}

// The beginning of a lock file; empty for one that is empty, gone or not to be read.
std::string read_mark(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  std::array<char, 64> buffer{};
  const ssize_t got = file.is_open() ? ::read(file.get(), buffer.data(), buffer.size()) : 0;
  return {buffer.data(), static_cast<std::size_t>(got > 0 ? got : 0)};
}

// Makes the file, which must not be there, with our mark: 0 or the errno.
int create_marked(const std::string& path) {
  const Descriptor file(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (!file.is_open()) return errno;
  // Whoever shares the repository must be able to read whose it is.
  ::fchmod(file.get(), 0444);
  if (write_all(file.get(), our_mark())) return 0;
  const int error = errno;
  ::unlink(path.c_str());
  return error;
}

// Makes the lock: 0 or the errno, EEXIST when there is one. With `alone`, which says that no other
// claudestep does the same at the same time, it is never seen without its mark, whenever we die.
int create_lock(const std::string& lock, const std::string& aside, bool alone) {
  if (!alone) return create_marked(lock);
  int error = create_marked(aside);
  if (error == EEXIST && clear_own(aside)) error = create_marked(aside);
  if (error != 0) return error;
  if (::renameat2(AT_FDCWD, aside.c_str(), AT_FDCWD, lock.c_str(), RENAME_NOREPLACE) == 0) return 0;
  error = errno;
  ::unlink(aside.c_str());
  const bool unknown = error == EINVAL || error == ENOSYS || error == EOPNOTSUPP;
  return unknown ? create_marked(lock) : error;
}

std::string lock_age(const std::string& path) {
  return describe_lock_age(path).value_or(quoted(path) + " was there until now");
}

Error locked(const git::Worktree& worktree, const std::string& lock) {
  const bool is_ours = read_mark(lock).starts_with(kMark);
  return Error{ErrorCode::kBusy,
               fmt::format("the index of the work tree at {} is locked", quoted(worktree.path))}
      .caused_by(lock_age(lock) + (is_ours ? ", made by a claudestep" : ""))
      .hint(
          "a git process is at work there, or one was killed; make sure that none runs before the "
          "lock file is taken away");
}

Error refused(std::string_view what, const std::string& path, int number) {
  return Error{ErrorCode::kIo, fmt::format("cannot {} {}", what, quoted(path))}.caused_by(
      std::strerror(number));
}

Error no_place_beside(const std::string& folder) {
  return Error{ErrorCode::kIo, fmt::format("a folder is in the place of {}", quoted(folder, 200))}
      .caused_by("a claudestep has a file of this name while it moves the work tree")
      .hint(std::string(kAskDoctor));
}

// Whether something that is no empty folder is in the place of a file.
bool is_obstacle(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) return false;
  const auto entries = list_folder(path);
  return !entries || !entries->empty();
}

// Where git finds the index, and its lock beside it: a link is followed.
std::string index_of(const git::Worktree& worktree) {
  std::string index = worktree.git_dir + "/index";
  struct stat status {};
  std::array<char, PATH_MAX> target{};
  if (::lstat(index.c_str(), &status) != 0 || !S_ISLNK(status.st_mode)) return index;
  return ::realpath(index.c_str(), target.data()) != nullptr ? std::string(target.data()) : index;
}

bool copy_bytes(int from, int to) {
  std::array<char, 65536> buffer{};
  for (;;) {
    const ssize_t got = ::read(from, buffer.data(), buffer.size());
    if (got == 0) return true;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (!write_all(to, {buffer.data(), static_cast<std::size_t>(got)})) return false;
  }
}

}  // namespace

std::optional<IndexLock> find_index_lock(const git::Worktree& worktree) {
  const std::string lock = index_of(worktree) + std::string(kLockEnd);
  struct stat status {};
  if (::lstat(lock.c_str(), &status) != 0) return std::nullopt;
  return IndexLock{lock_age(lock), read_mark(lock).starts_with(kMark)};
}

std::vector<std::string> obstacles_beside_index(const git::Worktree& worktree) {
  std::vector<std::string> found;
  for (const std::string_view end : kOwnEnds) {
    std::string path = index_of(worktree) + std::string(end);
    if (is_obstacle(path)) found.push_back(std::move(path));
  }
  return found;
}

bool clear_index_lock(const std::string& lock) {
  if (!lock.ends_with(kLockEnd) || !read_mark(lock).starts_with(kMark)) return false;
  const std::string copy = copy_of(lock.substr(0, lock.size() - kLockEnd.size()));
  clear_own(copy + ".lock");
  clear_own(copy);
  return ::unlink(lock.c_str()) == 0;
}

Result<IndexHold> IndexHold::take(const git::Worktree& worktree, const UnderLock& under,
                                  std::vector<std::string>& notes) {
  const std::string index = index_of(worktree);
  const std::string lock = index + std::string(kLockEnd);
  const bool alone = under.lock >= 0;
  const auto obstacles = obstacles_beside_index(worktree);
  if (!obstacles.empty()) return fail(no_place_beside(obstacles.front()));
  for (int i = 1;; ++i) {
    const int error = create_lock(lock, copy_of(index) + ".new", alone);
    if (error == 0) break;
    if (error != EEXIST) return fail(refused("make the lock", lock, error));
    if (alone && clear_index_lock(lock)) {
      notes.push_back("removed " + quoted(lock) + ", left by a writer that was killed");
      continue;
    }
    if (i >= kLockTries) return fail(locked(worktree, lock));
    std::this_thread::sleep_for(kLockPause);
  }
  IndexHold hold(index);
  // What a git left that was killed, while the lock was there or after somebody took it away.
  clear_own(hold.copy() + ".lock");
  CS_TRY(hold.renew());
  return hold;
}

IndexHold::IndexHold(IndexHold&& other) noexcept : index_(std::exchange(other.index_, {})) {}

IndexHold::~IndexHold() {
  if (index_.empty() || read_mark(lock()) != our_mark()) return;
  ::unlink((copy() + ".lock").c_str());
  ::unlink(copy().c_str());
  ::unlink(lock().c_str());
}

std::string IndexHold::copy() const {
  return copy_of(index_);
}

Status IndexHold::renew() const {
  clear_own(copy());
  const Descriptor from(::open(index_.c_str(), O_RDONLY | O_CLOEXEC));
  if (!from.is_open() && errno == ENOENT) return {};
  if (!from.is_open()) return fail(refused("read", index_, errno));
  const Descriptor to(
      ::open(copy().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
  struct stat status {};
  // Its time as well: git takes a file for unchanged by it.
  if (!to.is_open() || !copy_bytes(from.get(), to.get()) || ::fstat(from.get(), &status) != 0) {
    return fail(refused("write", copy(), errno));
  }
  const std::array<timespec, 2> times = {status.st_atim, status.st_mtim};
  if (::futimens(to.get(), times.data()) != 0) return fail(refused("write", copy(), errno));
  return {};
}

Status IndexHold::publish() {
  if (read_mark(lock()) != our_mark()) {
    return fail(Error{ErrorCode::kBusy, "somebody took " + quoted(lock()) + " away from us"});
  }
  if (::rename(copy().c_str(), index_.c_str()) == 0) return {};
  return fail(refused("write", index_, errno));
}

}  // namespace claudestep::host
