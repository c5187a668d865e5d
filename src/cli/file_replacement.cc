#include "cli/file_replacement.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "cli/files.h"

namespace claudestep::cli {

namespace {

constexpr std::size_t kHeldMost = std::size_t{256} * 1024;

}  // namespace

FileReplacement::FileReplacement(FileReplacement&& other) noexcept
    : path_(std::move(other.path_)),
      aside_(std::exchange(other.aside_, {})),
      held_(std::move(other.held_)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

FileReplacement::~FileReplacement() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!aside_.empty()) ::unlink(aside_.c_str());
}

int FileReplacement::open() {
  aside_ = path_ + ".XXXXXX";
  descriptor_ = ::mkostemp(aside_.data(), O_CLOEXEC);
  if (descriptor_ >= 0) return 0;
  aside_.clear();
  return errno;
}

int FileReplacement::write(std::string_view bytes) {
  held_ += bytes;
  if (held_.size() < kHeldMost) return 0;
  return write_all(descriptor_, std::exchange(held_, {}));
}

int FileReplacement::finish(mode_t mode) {
  if (const int error = write_all(descriptor_, std::exchange(held_, {})); error != 0) return error;
  if (::fchmod(descriptor_, mode) != 0) return errno;
  // The last chance of a file system to report a failed write.
  if (::close(std::exchange(descriptor_, -1)) != 0) return errno;
  if (::rename(aside_.c_str(), path_.c_str()) != 0) return errno;
  aside_.clear();
  return 0;
}

mode_t mode_to_replace(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return status.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace claudestep::cli
