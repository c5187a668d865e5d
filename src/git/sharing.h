// Owns: core.sharedRepository: who else may read and write the files that we make.
// Internal to git/.
#pragma once

#include <sys/types.h>

#include <string>

#include "base/result.h"
#include "git/config.h"

namespace claudestep::git {

class Sharing {
 public:
  // Nobody beyond what the umask allows.
  Sharing() = default;
  // kInvalidInput for a value that git does not know.
  static Result<Sharing> from(const Config& config);

  // Gives a file or folder of ours the permissions that git would give it. One that is not ours
  // stays as it is.
  void apply(const std::string& path) const;
  // The same for `path` and the folders above it, up to `root` and without it.
  void apply_up_to(const std::string& root, const std::string& path) const;

  // The permissions of a file or folder that has `mode` now.
  [[nodiscard]] mode_t permissions(mode_t mode) const;

 private:
  mode_t bits_ = 0;
  bool exact_ = false;  // the bits are all there is, instead of being added
};

}  // namespace claudestep::git
