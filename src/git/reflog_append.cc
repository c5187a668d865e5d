#include "git/reflog_append.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <git2/errors.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/file_io.h"
#include "base/text.h"

namespace claudestep::git {
namespace {

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

void set_log_error(const std::string& log, int number) {
  const std::string what = quoted(log, 200) + ": " + std::strerror(number);
  git_error_set_str(GIT_ERROR_OS, what.c_str());
}

// False where that fails and must not; libgit2's last error is set then.
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
  if (!logs.are_made && (number == ENOENT || number == EISDIR)) return true;
  set_log_error(path, number);
  return false;
}

off_t end_of(const OpenReflog& log) {
  struct stat status {};
  return ::fstat(log.file.get(), &status) == 0 ? status.st_size : -1;
}

void end_at(const OpenReflog& log, off_t end) {
  [[maybe_unused]] const int ignored = end < 0 ? 0 : ::truncate(log.path.c_str(), end);
}

// A line that broke off, as the disk is full, is taken away: the next one would go on in it.
bool add_line(const OpenReflog& log, const std::string& line) {
  const off_t before = end_of(log);
  if (write_all(log.file.get(), line)) return true;
  const int number = errno;
  end_at(log, before);
  errno = number;
  return false;
}

}  // namespace

int MoveLog::begin(const Reflogs& logs, const LoggedMove& move) {
  line_ = line_of(move);
  is_durable_ = logs.are_durable;
  if (!open_to_tell(logs.own, logs, own_)) return -1;
  if (logs.head && !open_to_tell(*logs.head, logs, head_)) return -1;
  if (!own_) return 0;
  before_ = end_of(*own_);
  if (add_line(*own_, line_) && is_kept(*own_)) return 0;
  set_log_error(own_->path, errno);
  take_back();
  return -1;
}

bool MoveLog::is_kept(const OpenReflog& log) const {
  return !is_durable_ || ::fsync(log.file.get()) == 0;
}

void MoveLog::take_back() {
  if (!own_) return;
  const off_t told = before_ + static_cast<off_t>(line_.size());
  if (end_of(*own_) == told) end_at(*own_, before_);
}

void MoveLog::finish() {
  if (head_ && add_line(*head_, line_)) static_cast<void>(is_kept(*head_));
}

}  // namespace claudestep::git
