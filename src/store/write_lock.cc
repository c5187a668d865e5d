#include "store/write_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <random>
#include <string_view>
#include <thread>
#include <utility>

#include "base/text.h"
#include "git/repository.h"

namespace claudestep::store {

namespace {

using std::chrono::milliseconds;

// How long a lock file that the journal names must stay the same before it counts as left behind: a
// living git holds a ref's lock for a few milliseconds.
constexpr milliseconds kLeftBehind{250};

std::string system_message(int error) {
  return std::strerror(error);
}

Error io_error(const std::string& what, int error) {
  return Error{ErrorCode::kIo, what}.caused_by(system_message(error));
}

std::string lock_path(const std::string& common_dir, std::string_view ref) {
  return common_dir + "/" + std::string(ref) + ".lock";
}

void nap(int attempt) {
  thread_local std::minstd_rand random{std::random_device{}()};
  const int most = attempt < 8 ? 1 + attempt : 10;
  std::uniform_int_distribution<int> spread(200, most * 1000);
  std::this_thread::sleep_for(std::chrono::microseconds(spread(random)));
}

std::string read_all(int fd) {
  std::string bytes;
  std::array<char, 4096> buffer{};
  off_t offset = 0;
  while (true) {
    const ssize_t got = ::pread(fd, buffer.data(), buffer.size(), offset);
    if (got <= 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
    offset += got;
  }
}

std::optional<std::string> read_small_file(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0) return std::nullopt;
  std::string bytes = read_all(fd);
  ::close(fd);
  return bytes;
}

// What the journal holds: which ref was about to get which value.
struct Entry {
  std::string ref;
  std::string value;
};

// Nothing for an empty journal and for one that was cut short: the entry is written before the
// ref's lock is taken, so a half entry means that no lock was taken.
std::optional<Entry> parse_entry(std::string_view text) {
  const std::size_t space = text.find(' ');
  const std::size_t second = space == std::string_view::npos ? space : text.find(' ', space + 1);
  if (second == std::string_view::npos || !text.ends_with('\n')) return std::nullopt;
  Entry entry{std::string(text.substr(0, space)),
              std::string(text.substr(space + 1, second - space - 1))};
  // The path is made from the name, so a name that leads elsewhere is never followed.
  if (!git::is_valid_ref_name(entry.ref) || !git::ObjectId::parse(entry.value)) return std::nullopt;
  return entry;
}

struct LockFacts {
  ino_t inode = 0;
  timespec changed{};
  std::string content;

  bool operator==(const LockFacts& other) const {
    return inode == other.inode && changed.tv_sec == other.changed.tv_sec &&
           changed.tv_nsec == other.changed.tv_nsec && content == other.content;
  }
};

std::optional<LockFacts> look_at(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  auto content = read_small_file(path);
  if (!content) return std::nullopt;
  return LockFacts{status.st_ino, status.st_mtim, *std::move(content)};
}

}  // namespace

Result<WriteLock> WriteLock::acquire(const std::string& common_dir, SteadyTime deadline,
                                     const std::function<void(const std::string&)>& tell) {
  const std::string folder = common_dir + "/claudestep";
  if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) {
    return fail(io_error("cannot make the folder " + quoted(folder), errno));
  }
  const std::string path = folder + "/write.lock";
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (fd < 0) return fail(io_error("cannot open the lock file " + quoted(path), errno));
  WriteLock lock(fd, common_dir);
  for (int attempt = 0; ::flock(fd, LOCK_EX | LOCK_NB) != 0; ++attempt) {
    const int error = errno;
    if (error == EINTR) continue;
    if (error != EWOULDBLOCK) {
      lock.fd_ = -1;
      ::close(fd);
      return lock;
    }
    if (std::chrono::steady_clock::now() >= deadline) {
      return fail(Error{ErrorCode::kBusy, "another claudestep is writing to this repository"}
                      .caused_by(quoted(path) + " is locked")
                      .hint("try again; --timeout T waits longer"));
    }
    nap(attempt);
  }
  CS_TRY(lock.recover(tell));
  return lock;
}

WriteLock::WriteLock(WriteLock&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), common_dir_(std::move(other.common_dir_)) {}

WriteLock::~WriteLock() {
  if (fd_ >= 0) ::close(fd_);
}

Status WriteLock::remember(const std::string& ref, git::ObjectId value, Instant now) {
  if (fd_ < 0) return {};
  const std::string entry = ref + " " + value.hex() + " " + format_instant(now) + "\n";
  const ssize_t written = ::pwrite(fd_, entry.data(), entry.size(), 0);
  if (written == static_cast<ssize_t>(entry.size())) return {};
  const int error = written < 0 ? errno : ENOSPC;
  forget();
  return fail(io_error("cannot write the journal " + quoted(common_dir_ + "/claudestep/write.lock"),
                       error));
}

void WriteLock::forget() {
  // A journal that stays is read by the next writer, which then finds no lock left behind:
  // harmless.
  if (fd_ >= 0) [[maybe_unused]]
    const int ignored = ::ftruncate(fd_, 0);
}

Status WriteLock::recover(const std::function<void(const std::string&)>& tell) {
  const std::string journal = read_all(fd_);
  if (journal.empty()) return {};
  if (const auto entry = parse_entry(journal)) {
    const std::string path = lock_path(common_dir_, entry->ref);
    const auto first = look_at(path);
    if (first && (first->content.empty() || trim(first->content) == entry->value)) {
      std::this_thread::sleep_for(kLeftBehind);
      if (look_at(path) == first) {
        if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
          return fail(io_error(
              "cannot remove " + quoted(path) + ", left by a writer that was killed", errno));
        }
        if (tell) tell("removed " + quoted(path) + ", left by a writer that was killed");
      }
    }
  }
  forget();
  return {};
}

std::optional<std::string> describe_ref_lock(const std::string& common_dir,
                                             const std::string& ref) {
  const std::string path = lock_path(common_dir, ref);
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return std::nullopt;
  const auto age = std::chrono::system_clock::now() -
                   std::chrono::system_clock::from_time_t(status.st_mtim.tv_sec);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(age).count();
  const auto text = seconds < 120
                        ? counted(static_cast<std::size_t>(seconds < 0 ? 0 : seconds), "second")
                        : counted(static_cast<std::size_t>(seconds / 60), "minute");
  return quoted(path) + " has been there for " + text;
}

}  // namespace claudestep::store
