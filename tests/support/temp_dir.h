// Owns: a scratch folder that goes when its owner goes.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace claudestep::test {

// A failure here is a failure of the test's ground, not of the code under test: it throws
// std::runtime_error, which gtest reports.
class TempDir {
 public:
  TempDir();
  ~TempDir();
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;

  // Absolute, without symlinks.
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  // Writes a file, making its folders. `name` is relative to path(). Returns its path.
  std::filesystem::path write(std::string_view name, std::string_view content) const;

 private:
  std::filesystem::path path_;
};

// The bytes of a file; throws std::runtime_error when it cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

}  // namespace claudestep::test
