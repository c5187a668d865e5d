#include "git/reflog_append.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <git2/errors.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/file_io.h"
#include "git/files.h"

namespace claudestep::git {
namespace {

std::string line_of(const LoggedMove& move) {
  const git_time& when = move.who.when;
  const int minutes = std::abs(when.offset);
  std::string message = move.message;
  for (char& c : message) {
    if (c == '\n') c = ' ';
  }
  return fmt::format("{} {} {} <{}> {} {}{:02}{:02}{}{}\n", move.from.hex(), move.to.hex(),
                     move.who.name, move.who.email, when.time, when.offset < 0 ? '-' : '+',
                     minutes / 60, minutes % 60, message.empty() ? "" : "\t", message);
}

bool append(const std::string& log, const std::string& line, bool is_durable) {
  // Where a pipe is in its place, this ends.
  const Descriptor file(::open(log.c_str(), O_WRONLY | O_APPEND | O_NONBLOCK | O_CLOEXEC));
  if (!file.is_open()) return errno == ENOENT || errno == EISDIR;
  return write_all(file.get(), line) && (!is_durable || ::fsync(file.get()) == 0);
}

}  // namespace

int append_to_reflogs(const std::vector<std::string>& logs, const LoggedMove& move,
                      bool is_durable) {
  const std::string line = line_of(move);
  for (const std::string& log : logs) {
    if (append(log, line, is_durable)) continue;
    const int number = errno;
    const std::string what = "cannot append to '" + log + "': " + std::strerror(number);
    git_error_set_str(GIT_ERROR_OS, what.c_str());
    return -1;
  }
  return 0;
}

}  // namespace claudestep::git
