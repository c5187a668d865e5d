// Owns: a file that is read where the system keeps it.
// Only for files that nobody changes in place: one cut short under its reader ends the program.
// Packs are such files: git writes them aside, moves them into place and never touches them again;
// one that is taken away stays readable as long as it is mapped. libgit2 and git map them too.
// Internal to git/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace claudestep::git {

class MappedFile {
 public:
  // Nothing when it cannot be mapped, as an empty one.
  [[nodiscard]] static std::optional<MappedFile> open(const std::string& path);

  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&&) = delete;

  // Valid as long as this.
  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}

  std::string_view bytes_;
};

}  // namespace claudestep::git
