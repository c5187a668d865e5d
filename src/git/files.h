// Owns: the few questions that git/ asks of the file system itself.
// Internal to git/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace claudestep::git {

// `path` if it is absolute, else `base`/`path`; neither is resolved.
[[nodiscard]] std::string join_path(std::string_view base, std::string_view path);
// Everything before the last '/', "/" for a top-level name.
[[nodiscard]] std::string parent_path(std::string_view path);
[[nodiscard]] std::string_view base_name(std::string_view path);
// The path without symbolic links, "." and ".."; nothing when it does not exist.
[[nodiscard]] std::optional<std::string> real_path(const std::string& path);

[[nodiscard]] bool is_directory(const std::string& path);
[[nodiscard]] bool is_file(const std::string& path);
[[nodiscard]] bool exists(const std::string& path);
// Git, and libgit2, wait there without end for what is to come.
[[nodiscard]] bool is_pipe(const std::string& path);

// open() of a file that may be made, and the folders above it that are not there as well. Else
// errno says why: of a folder that cannot be made, why that is; ENOENT where one was taken away
// meanwhile.
[[nodiscard]] int open_making_folders(const std::string& path, int how);
// Takes the folder away if there is nothing in it but folders of which that is so as well, as git
// does where a ref or a reflog goes. Whether it is gone; else errno says why.
[[nodiscard]] bool remove_empty_folders(const std::string& folder);

// The contents of a small file (up to 16 MiB), or nothing when it cannot be read.
[[nodiscard]] std::optional<std::string> read_small_file(const std::string& path);
// A small file without white space at the end.
[[nodiscard]] std::optional<std::string> read_line_file(const std::string& path);

// The names in a folder, sorted, but those that begin with a dot; none when it cannot be read.
[[nodiscard]] std::vector<std::string> names_in(const std::string& folder);

// An open file or folder that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool is_open() const { return fd_ >= 0; }

 private:
  int fd_;
};

// Waits until the disk has all of these files and folders. The waits go on at the same time: a file
// system commits its journal once for all who wait for it. 0, or the errno of one that failed.
[[nodiscard]] int sync_all(const std::vector<int>& descriptors);

}  // namespace claudestep::git
