#include "git/reflog_append.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <thread>

#include "git/error.h"

namespace claudestep::git {
namespace {

using Clock = std::chrono::steady_clock;

// Git, which clears a reflog of old lines.
constexpr auto kLongestClearing = std::chrono::seconds(5);
constexpr auto kPauseAtClearing = std::chrono::milliseconds(2);
constexpr time_t kLockLeftBehind = 10;  // seconds

std::string line_of(const LoggedMove& move) {
  const git_time& when = move.who.when;
  const int minutes = std::abs(when.offset);
  std::string message = move.message.substr(0, move.message.find_last_not_of(" \t\n\v\f\r") + 1);
  for (char& c : message) {
    if (c == '\n') c = ' ';
  }
  return fmt::format("{} {} {} <{}> {} {}{:02}{:02}{}{}\n", move.from.hex(), move.to.hex(),
                     move.who.name, move.who.email, when.time, when.offset < 0 ? '-' : '+',
                     minutes / 60, minutes % 60, message.empty() ? "" : "\t", message);
}

// Where a pipe is in its place, opening it ends.
constexpr int kToTell = O_WRONLY | O_APPEND | O_NONBLOCK | O_CLOEXEC;

// Opens one that may not be there, or have empty folders in its place, which git takes away.
int make_log(const std::string& log) {
  const int file = open_making_folders(log, kToTell | O_CREAT);
  if (file >= 0 || errno != EISDIR || !remove_empty_folders(log)) return file;
  return open_making_folders(log, kToTell | O_CREAT);
}

int log_error(const std::string& log) {
  set_file_error(log, errno);
  return -1;
}

// False where that fails and must not; errno is set then.
bool open_to_tell(const Reflog& log, const Reflogs& logs, std::optional<OpenReflog>& open) {
  const std::string& path = log.path;
  open.emplace(
      OpenReflog{path, Descriptor(logs.are_made ? make_log(path) : ::open(path.c_str(), kToTell))});
  if (open->file.is_open()) {
    logs.sharing.apply_up_to(log.git_dir, path);
    return true;
  }
  const int number = errno;
  open.reset();
  errno = number;
  return !logs.are_made && (number == ENOENT || number == EISDIR);
}

off_t end_of(const OpenReflog& log) {
  struct stat status {};
  return ::fstat(log.file.get(), &status) == 0 ? status.st_size : -1;
}

// Whether git has put another one in its place: it writes those that it clears of old lines anew.
bool is_replaced(const OpenReflog& log) {
  struct stat opened {};
  struct stat there {};
  return ::fstat(log.file.get(), &opened) != 0 || ::stat(log.path.c_str(), &there) != 0 ||
         opened.st_dev != there.st_dev || opened.st_ino != there.st_ino;
}

// Whether git is about to do that. It does not where it died at it, and left its lock behind.
bool is_being_cleared(const OpenReflog& log) {
  struct stat lock {};
  struct stat told {};
  return ::stat((log.path + ".lock").c_str(), &lock) == 0 && ::fstat(log.file.get(), &told) == 0 &&
         told.st_mtime - lock.st_mtime < kLockLeftBehind;
}

// Whether the one that is there now has the line. Git may have said anew from where the ref came.
bool has_line(const OpenReflog& log, const std::string& line) {
  const auto lines = read_small_file(log.path);
  return lines && lines->find(line.substr(line.find(' '))) != std::string::npos;
}

// Takes away the last `count` bytes, which came after `before`, unless somebody else has added to
// it since then.
void take_away(const OpenReflog& log, off_t before, std::size_t count) {
  if (count == 0 || end_of(log) != before + static_cast<off_t>(count)) return;
  [[maybe_unused]] const int ignored = ::ftruncate(log.file.get(), before);
}

// A line that broke off, as the disk is full, is taken away: the next one would go on in it.
bool add_line(const OpenReflog& log, const std::string& line) {
  const off_t before = end_of(log);
  std::size_t written = 0;
  while (written < line.size()) {
    const ssize_t put = ::write(log.file.get(), line.data() + written, line.size() - written);
    if (put < 0 && errno == EINTR) continue;
    if (put == 0) errno = ENOSPC;
    if (put <= 0) break;
    written += static_cast<std::size_t>(put);
  }
  if (written == line.size()) return true;
  const int number = errno;
  take_away(log, before, written);
  errno = number;
  return false;
}

}  // namespace

int MoveLog::begin(const Reflogs& logs, const LoggedMove& move) {
  line_ = line_of(move);
  logs_ = logs;
  if (!open_to_tell(logs.own, logs, own_)) return log_error(logs.own.path);
  if (logs.head && !open_to_tell(*logs.head, logs, head_)) return log_error(logs.head->path);
  if (!own_) return 0;
  before_ = end_of(*own_);
  if (add_line(*own_, line_) && is_kept(*own_)) return 0;
  const int code = log_error(own_->path);
  take_back();
  return code;
}

bool MoveLog::is_kept(const OpenReflog& log) const {
  return !logs_.are_durable || ::fsync(log.file.get()) == 0;
}

void MoveLog::take_back() {
  if (own_) take_away(*own_, before_, line_.size());
}

// Git copies the lines that it leaves, and puts the copy in the place of all: one that is told in
// between is not in it.
void MoveLog::finish() {
  const auto end = Clock::now() + kLongestClearing;
  bool is_told = false;
  do {
    if (head_ && is_replaced(*head_) && !open_to_tell(*logs_.head, logs_, head_)) return;
    if (!head_ || (is_told && has_line(*head_, line_))) return;
    is_told = add_line(*head_, line_);
    if (!is_told || !is_kept(*head_)) return;
    while (is_being_cleared(*head_) && Clock::now() < end) {
      std::this_thread::sleep_for(kPauseAtClearing);
    }
  } while (is_replaced(*head_) && Clock::now() < end);
}

}  // namespace claudestep::git
