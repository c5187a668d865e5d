#include "git/reflog_undo.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

#include "base/file_io.h"
#include "git/files.h"

namespace claudestep::git {
namespace {

// Where the reflog ends without the lines that tell of the move.
std::size_t end_without(std::string_view text, std::string_view move) {
  std::size_t end = text.size();
  while (end > 0) {
    const bool whole = text[end - 1] == '\n';
    const std::size_t before = text.substr(0, whole ? end - 1 : end).rfind('\n');
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view line = text.substr(start, end - start);
    const std::size_t shared = std::min(line.size(), move.size());
    if ((whole && line.size() < move.size()) || line.substr(0, shared) != move.substr(0, shared)) {
      break;
    }
    end = start;
  }
  return end;
}

void undo_reflog(const std::string& log, std::string_view move) {
  const auto text = read_file(log);
  if (!text) return;
  const std::size_t end = end_without(*text, move);
  if (end == text->size()) return;
  [[maybe_unused]] const int ignored = ::truncate(log.c_str(), static_cast<off_t>(end));
}

}  // namespace

void undo_locked_reflogs(const std::vector<std::string>& logs, const ObjectId& from,
                         const ObjectId& to) {
  const std::string move = from.hex() + " " + to.hex() + " ";
  for (const std::string& log : logs) undo_reflog(log, move);
}

void undo_reflogs(const std::string& lock, const std::vector<std::string>& logs,
                  const ObjectId& from, const ObjectId& to) {
  constexpr int kHow = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
  const Descriptor held(::open(lock.c_str(), kHow, 0666));
  // Where there is no room for a lock nobody else can take it either.
  if (!held.is_open() && errno == EEXIST) return;
  undo_locked_reflogs(logs, from, to);
  if (held.is_open()) ::unlink(lock.c_str());
}

}  // namespace claudestep::git
