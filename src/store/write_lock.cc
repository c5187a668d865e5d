#include "store/write_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <random>
#include <thread>
#include <utility>

#include "base/text.h"
#include "host/ask_doctor.h"
#include "host/lock_holders.h"
#include "store/small_file.h"
#include "store/stale_lock.h"

namespace claudestep::store {

namespace {

Error io_error(const std::string& what, int error) {
  return Error{ErrorCode::kIo, what}.caused_by(std::strerror(error));
}

void nap(int attempt) {
  thread_local std::minstd_rand random{std::random_device{}()};
  const int most = attempt < 8 ? 1 + attempt : 10;
  std::uniform_int_distribution<int> spread(200, most * 1000);
  std::this_thread::sleep_for(std::chrono::microseconds(spread(random)));
}

Error held_by_others(const std::string& path, int fd, const std::string& work) {
  Error error{ErrorCode::kBusy, "another claudestep is " + work};
  error.causes.push_back(quoted(path) + " is locked");
  for (std::string& told : host::describe_lock_holders(fd)) error.causes.push_back(std::move(told));
  error.hints.emplace_back(
      "try again; --timeout T waits longer; a process that never ends has to be ended");
  return error;
}

struct LockFile {
  int fd = -1;
  bool writable = true;
};

Result<LockFile> open_lock_file(const git::Repository& repository, const std::string& name) {
  const std::string folder = repository.common_dir() + "/claudestep";
  if (::mkdir(folder.c_str(), 0777) == 0) {
    repository.share(folder);
  } else if (errno != EEXIST) {
    return fail(io_error("cannot make the folder " + quoted(folder, 200), errno));
  }
  const std::string path = folder + "/" + name;
  constexpr int kHow = O_CLOEXEC | O_NOFOLLOW;
  LockFile file;
  file.fd = ::open(path.c_str(), kHow | O_RDWR | O_CREAT | O_EXCL, 0666);
  if (file.fd >= 0) {
    repository.share(path);
    return file;
  }
  if (errno == EEXIST) file.fd = ::open(path.c_str(), kHow | O_RDWR | O_CREAT, 0666);
  if (file.fd < 0 && errno == EACCES) {
    file.writable = false;
    file.fd = ::open(path.c_str(), kHow | O_RDONLY);
  }
  if (file.fd < 0) {
    return fail(io_error("cannot open the lock file " + quoted(path, 200), errno)
                    .hint(std::string(host::kAskDoctor)));
  }
  return file;
}

}  // namespace

Result<WriteLock> WriteLock::acquire(const git::Repository& repository, SteadyTime deadline,
                                     const std::function<void(const std::string&)>& tell) {
  CS_ASSIGN(WriteLock lock,
            acquire_file(repository, "write.lock", "writing to this repository", deadline));
  if (lock.fd_ >= 0 && lock.has_journal_) CS_TRY(lock.recover(repository, deadline, tell));
  return lock;
}

Result<WriteLock> WriteLock::acquire_fetch(const git::Repository& repository, SteadyTime deadline) {
  CS_ASSIGN(WriteLock lock, acquire_file(repository, "fetching", "fetching", deadline));
  lock.has_journal_ = false;
  return lock;
}

Result<WriteLock> WriteLock::acquire_file(const git::Repository& repository,
                                          const std::string& name, const std::string& work,
                                          SteadyTime deadline) {
  CS_ASSIGN(const LockFile file, open_lock_file(repository, name));
  const int fd = file.fd;
  WriteLock lock(fd, repository.common_dir());
  lock.has_journal_ = file.writable;
  for (int attempt = 0; ::flock(fd, LOCK_EX | LOCK_NB) != 0; ++attempt) {
    const int error = errno;
    if (error == EINTR) continue;
    if (error != EWOULDBLOCK) {
      lock.fd_ = -1;
      ::close(fd);
      return lock;
    }
    if (std::chrono::steady_clock::now() >= deadline) {
      return fail(held_by_others(lock.common_dir_ + "/claudestep/" + name, fd, work));
    }
    nap(attempt);
  }
  return lock;
}

WriteLock::WriteLock(WriteLock&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      has_journal_(other.has_journal_),
      common_dir_(std::move(other.common_dir_)),
      ref_lock_(std::move(other.ref_lock_)) {}

WriteLock::~WriteLock() {
  if (fd_ < 0) return;
  // A child may have left something running that still has the descriptor.
  ::flock(fd_, LOCK_UN);
  ::close(fd_);
}

Status WriteLock::remember(const JournalEntry& entry) {
  if (fd_ < 0 || !has_journal_) return {};
  const std::string text = format_journal(entry);
  const ssize_t written = ::pwrite(fd_, text.data(), text.size(), 0);
  if (written == static_cast<ssize_t>(text.size())) return {};
  const int error = written < 0 ? errno : ENOSPC;
  forget();
  return fail(io_error("cannot write the journal " + quoted(common_dir_ + "/claudestep/write.lock"),
                       error));
}

void WriteLock::remember_ref_lock(const JournalEntry& entry) {
  ref_lock_ = look_at_lock(ref_lock_path(common_dir_, entry.ref));
  if (fd_ < 0 || !has_journal_) return;
  JournalEntry noted = entry;
  noted.ref_lock = ref_lock_;
  const std::string before = format_journal(entry);
  const std::string line = format_journal(noted).substr(before.size());
  // Without it the next writer waits until the lock is old enough.
  [[maybe_unused]] const ssize_t ignored =
      ::pwrite(fd_, line.data(), line.size(), static_cast<off_t>(before.size()));
}

bool WriteLock::has_become_ref(const JournalEntry& entry) const {
  struct stat status {};
  const std::string path = common_dir_ + "/" + entry.ref;
  return ref_lock_ && ::lstat(path.c_str(), &status) == 0 && status.st_ino == ref_lock_->inode;
}

void WriteLock::forget() {
  if (fd_ < 0 || !has_journal_) return;
  // A note that stays is read by the next writer, which then finds no lock left behind: harmless.
  [[maybe_unused]] const int ignored = ::ftruncate(fd_, 0);
}

bool WriteLock::has_left(const JournalEntry& entry) const {
  const auto lock = look_at_lock(ref_lock_path(common_dir_, entry.ref));
  return lock && lock->content == entry.value.hex() + "\n";
}

Status WriteLock::recover(const git::Repository& repository, SteadyTime deadline,
                          const std::function<void(const std::string&)>& tell) {
  const std::string journal = read_whole(fd_);
  if (journal.empty()) return {};
  if (const auto entry = parse_journal(journal)) {
    clear_index_locks(*entry, common_dir_, tell);
    for (int attempt = 0;; ++attempt) {
      CS_ASSIGN(const bool is_settled, clear_ref_lock(*entry, repository, tell));
      if (is_settled) break;
      if (std::chrono::steady_clock::now() >= deadline) return fail(doubtful_lock(*entry));
      nap(attempt);
    }
  }
  forget();
  return {};
}

Error WriteLock::doubtful_lock(const JournalEntry& entry) const {
  Error error{ErrorCode::kBusy, "the ref " + quoted(entry.ref) + " is locked"};
  if (auto age = describe_ref_lock(common_dir_, entry.ref)) error.causes.push_back(*std::move(age));
  error.causes.emplace_back("a claudestep was killed there, or a git process is at work");
  error.hints.emplace_back(
      "try again: a lock that a killed one left is removed when it is some seconds old");
  return error;
}

std::optional<std::string> describe_ref_lock(const std::string& common_dir,
                                             const std::string& ref) {
  return host::describe_lock_age(ref_lock_path(common_dir, ref));
}

bool may_soon_be_free(const std::string& common_dir, const std::string& ref) {
  const auto lock = look_at_lock(ref_lock_path(common_dir, ref));
  return !lock || is_young(*lock);
}

}  // namespace claudestep::store
