#include "base/file_rights.h"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "base/text.h"

namespace claudestep {

namespace {

constexpr std::size_t kLongestPath = 200;

std::string name_of(uid_t id) {
  std::array<char, 4096> buffer{};
  struct passwd entry {};
  struct passwd* found = nullptr;
  ::getpwuid_r(id, &entry, buffer.data(), buffer.size(), &found);
  return found != nullptr ? entry.pw_name : "user " + std::to_string(id);
}

}  // namespace

bool is_refused(const std::string& path, int how) {
  return ::access(path.c_str(), how) != 0 && errno == EACCES;
}

std::optional<std::string> unreadable_place(const std::string& path) {
  if (!is_refused(path, R_OK)) return std::nullopt;
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    std::string folder = path.substr(0, slash);
    if (is_refused(folder, X_OK)) return folder;
  }
  return path;
}

std::string with_owner(const std::string& path) {
  struct stat status {};
  std::string shown = quoted(path, kLongestPath);
  if (::lstat(path.c_str(), &status) != 0) return shown;
  return shown + " is " + escape_for_terminal(name_of(status.st_uid)) + "'s";
}

}  // namespace claudestep
