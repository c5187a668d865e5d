#include "git/ref_lock.h"

#include <fcntl.h>
#include <git2/errors.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "base/file_io.h"
#include "git/error.h"

namespace claudestep::git {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepestLink = 5;

int ref_file_error(const std::string& path, int number, int code) {
  set_file_error(path, number);
  return code;
}

// A link in the place of a ref is a symbolic ref of old: the one that it leads to is meant.
std::string behind_links(std::string path) {
  std::error_code failed;
  for (int i = 0; i < kDeepestLink && fs::is_symlink(path, failed); ++i) {
    const fs::path target = fs::read_symlink(path, failed);
    if (failed) break;
    path = join_path(parent_path(path), target.string());
  }
  return path;
}

bool keep_folder(const std::string& folder) {
  const Descriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return open.is_open() && ::fsync(open.get()) == 0;
}

}  // namespace

RefLock::~RefLock() {
  if (!lock_.empty()) ::unlink(lock_.c_str());
}

int RefLock::take(const std::string& path, const Sharing& sharing) {
  path_ = behind_links(path);
  const std::string lock = path_ + ".lock";
  file_.emplace(open_making_folders(lock, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC));
  if (!file_->is_open()) {
    const int code = errno == EEXIST ? GIT_ELOCKED : errno == ENOENT ? GIT_ENOTFOUND : -1;
    return ref_file_error(lock, errno, code);
  }
  lock_ = lock;
  sharing.apply(lock);
  if (!is_directory(path_) || remove_empty_folders(path_)) return 0;
  return ref_file_error(path_, EISDIR, -1);
}

RefLock::Outcome RefLock::become_ref(const ObjectId& value, bool is_durable) {
  const bool is_written =
      write_all(file_->get(), value.hex() + "\n") && (!is_durable || ::fsync(file_->get()) == 0);
  if (!is_written) return {false, ref_file_error(lock_, errno, -1)};
  if (::rename(lock_.c_str(), path_.c_str()) != 0) {
    return {false, ref_file_error(path_, errno, -1)};
  }
  lock_.clear();
  const std::string folder = parent_path(path_);
  if (!is_durable || keep_folder(folder)) return {true, 0};
  return {true, ref_file_error(folder, errno, -1)};
}

}  // namespace claudestep::git
