// Owns: a file that is written beside the one it is to replace, piece by piece, and takes its place
// when it is whole. Whatever ends before leaves the old one as it was.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

namespace claudestep::cli {

class FileReplacement {
 public:
  explicit FileReplacement(std::string path) : path_(std::move(path)) {}
  FileReplacement(const FileReplacement&) = delete;
  FileReplacement& operator=(const FileReplacement&) = delete;
  FileReplacement(FileReplacement&& other) noexcept;
  FileReplacement& operator=(FileReplacement&&) = delete;
  ~FileReplacement();

  // 0, or the errno of what went wrong.
  [[nodiscard]] int open();
  // Writes now what has gathered, or later: what goes wrong is told at the latest by finish.
  [[nodiscard]] int write(std::string_view bytes);
  // Gives the file its mode and its name.
  [[nodiscard]] int finish(mode_t mode);

 private:
  std::string path_;
  std::string aside_;
  std::string held_;
  int descriptor_ = -1;
};

// The mode of a file that replaces `path`: that of the one there, else as open(2) would choose it.
[[nodiscard]] mode_t mode_to_replace(const std::string& path);

}  // namespace claudestep::cli
