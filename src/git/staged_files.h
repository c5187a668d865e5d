// Owns: putting several new files in place together: all written aside first, then all on the disk,
// then all moved. One wait for the disk serves them all, where file after file would wait for each.
// Internal to git/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "git/sharing.h"

namespace claudestep::git {

class StagedFiles {
 public:
  // With `durable` the disk has every file and every name when `commit` returns.
  StagedFiles(bool durable, const Sharing& sharing) : durable_(durable), sharing_(sharing) {}
  // Takes away what was staged and not committed.
  ~StagedFiles();
  StagedFiles(const StagedFiles&) = delete;
  StagedFiles& operator=(const StagedFiles&) = delete;

  // Writes a read-only file aside, in the folder of `path` (made when missing), under a name that
  // begins with `prefix`: "tmp_" there is what git's own cleaning looks for.
  [[nodiscard]] Status add(const std::string& path, std::string_view prefix,
                           std::string_view bytes);
  // Moves the files into place, in the order they came, each over whatever is there. kBusy when
  // somebody took one away meanwhile, so that it is to be written again.
  [[nodiscard]] Status commit();

 private:
  struct File {
    std::string path;
    std::string temporary;
    int fd = -1;
  };

  // Makes the temporary file, and its folder when missing.
  Status open(File& file, std::string_view prefix) const;
  Status sync_contents() const;
  Status sync_folders() const;

  bool durable_;
  Sharing sharing_;
  std::vector<File> files_;
};

}  // namespace claudestep::git
