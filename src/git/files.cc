#include "git/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <system_error>
#include <thread>

#include "base/file_io.h"
#include "base/folder.h"
#include "base/text.h"
#include "git/error.h"
#include "git/handle.h"

namespace claudestep::git {
namespace {

constexpr std::size_t kSmallFile = 16U << 20U;
constexpr mode_t kNewFile = 0666;

std::optional<struct stat> status_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return status;
}

bool is_link_to_nothing(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode) && !exists(path);
}

// 0, or the errno of the first that is not there and cannot be made.
int make_folders_above(const std::string& path) {
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    const std::string folder = path.substr(0, slash);
    if (::mkdir(folder.c_str(), 0777) == 0) continue;
    if (errno == EEXIST && is_link_to_nothing(folder)) return ENOTDIR;
    if (errno == EEXIST) continue;
    const int refused = errno;
    if (!is_directory(folder)) return refused;
  }
  return 0;
}

}  // namespace

std::string join_path(std::string_view base, std::string_view path) {
  if (!path.empty() && path.front() == '/') return std::string(path);
  std::string joined(base);
  if (joined.empty() || joined.back() != '/') joined += '/';
  joined += path;
  return joined;
}

std::string parent_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

std::string_view base_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::optional<std::string> real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.c_str(), nullptr),
                                                             &std::free);
  if (!resolved) return std::nullopt;
  return std::string(resolved.get());
}

bool is_directory(const std::string& path) {
  const auto status = status_of(path);
  return status && S_ISDIR(status->st_mode);
}

bool is_file(const std::string& path) {
  const auto status = status_of(path);
  return status && S_ISREG(status->st_mode);
}

bool is_pipe(const std::string& path) {
  const auto status = status_of(path);
  return status && S_ISFIFO(status->st_mode);
}

bool exists(const std::string& path) {
  return status_of(path).has_value();
}

std::optional<std::string> read_small_file(const std::string& path) {
  return read_file(path, kSmallFile);
}

std::optional<std::string> read_line_file(const std::string& path) {
  auto contents = read_small_file(path);
  if (!contents) return std::nullopt;
  const std::size_t end = contents->find_last_not_of(" \t\r\n");
  contents->resize(end == std::string::npos ? 0 : end + 1);
  return contents;
}

int open_making_folders(const std::string& path, int how) {
  const int file = ::open(path.c_str(), how, kNewFile);
  if (file >= 0 || errno != ENOENT) return file;
  const int refused = make_folders_above(path);
  const int again = ::open(path.c_str(), how, kNewFile);
  if (again < 0 && errno == ENOENT && refused != 0) errno = refused;
  return again;
}

bool remove_empty_folders(const std::string& folder) {
  struct stat status {};
  if (::lstat(folder.c_str(), &status) != 0) return false;
  if (!S_ISDIR(status.st_mode)) {
    errno = ENOTDIR;
    return false;
  }
  for (const FolderEntry& entry : entries_in(folder)) {
    if (remove_empty_folders(folder + "/" + entry.name)) continue;
    errno = ENOTEMPTY;
    return false;
  }
  return ::rmdir(folder.c_str()) == 0;
}

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (FolderEntry& entry : entries_in(folder)) {
    if (!entry.name.starts_with('.')) names.push_back(std::move(entry.name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

Descriptor::~Descriptor() {
  if (fd_ >= 0) ::close(fd_);
}

int sync_all(const std::vector<int>& descriptors) {
  constexpr std::size_t kMostAtOnce = 8;
  std::atomic<std::size_t> next = 0;
  std::atomic<int> failure = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < descriptors.size(); i = next++) {
      if (::fsync(descriptors[i]) != 0) failure = errno;
    }
  };
  std::vector<std::thread> helpers;
  try {
    while (helpers.size() + 1 < std::min(descriptors.size(), kMostAtOnce))
      helpers.emplace_back(work);
  } catch (const std::system_error&) {
    // No more threads to be had: those that there are do the work.
  }
  work();
  for (std::thread& helper : helpers) helper.join();
  return failure;
}

}  // namespace claudestep::git
