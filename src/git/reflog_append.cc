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
#include "git/files.h"

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

int open_log(const std::string& log, int how) {
  // Where a pipe is in its place, this ends.
  return ::open(log.c_str(), O_WRONLY | O_APPEND | O_NONBLOCK | O_CLOEXEC | how, 0666);
}

void make_folders_of(const std::string& path) {
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    ::mkdir(path.substr(0, slash).c_str(), 0777);
  }
}

// Opens one that may not be there, or have an empty folder in its place, which git takes away.
int make_log(const std::string& log) {
  const int file = open_log(log, O_CREAT);
  if (file >= 0) return file;
  if (errno == ENOENT) {
    make_folders_of(log);
  } else if (errno != EISDIR || ::rmdir(log.c_str()) != 0) {
    return file;
  }
  return open_log(log, O_CREAT);
}

bool append(const std::string& log, const std::string& line, const Reflogs& logs) {
  const Descriptor file(logs.are_made ? make_log(log) : open_log(log, 0));
  if (!file.is_open()) return !logs.are_made && (errno == ENOENT || errno == EISDIR);
  return write_all(file.get(), line) && (!logs.are_durable || ::fsync(file.get()) == 0);
}

}  // namespace

int append_to_reflogs(const Reflogs& logs, const LoggedMove& move) {
  const std::string line = line_of(move);
  for (const std::string& log : logs.paths) {
    if (append(log, line, logs)) continue;
    const int number = errno;
    const std::string what = quoted(log) + ": " + std::strerror(number);
    git_error_set_str(GIT_ERROR_OS, what.c_str());
    return -1;
  }
  return 0;
}

}  // namespace claudestep::git
