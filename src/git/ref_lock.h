// Owns: the lock of a ref, as git and libgit2 have it: a new file beside that of the ref, which
// becomes the file of the ref. Whether it may be moved is for others to say. Internal to git/.
#pragma once

#include <optional>
#include <string>

#include "git/files.h"
#include "git/object_id.h"
#include "git/sharing.h"

namespace claudestep::git {

class RefLock {
 public:
  RefLock() = default;
  // Gives the lock up where it is still held.
  ~RefLock();
  RefLock(const RefLock&) = delete;
  RefLock& operator=(const RefLock&) = delete;

  // Takes the lock of the ref whose file is `path`, and makes the folders on the way. 0,
  // GIT_ELOCKED where somebody has it, GIT_ENOTFOUND where a folder was taken away meanwhile, or
  // -1; then libgit2's last error is set.
  [[nodiscard]] int take(const std::string& path, const Sharing& sharing);

  struct Outcome {
    bool is_in_place = false;
    int code = 0;  // or -1 with libgit2's last error set: one in place the disk may not keep
  };
  // Puts the ref at `value`. Where it comes to be in place nobody holds the lock any more, else it
  // is still held. Requires: the lock is held.
  [[nodiscard]] Outcome become_ref(const ObjectId& value, bool is_durable);

 private:
  std::string path_;  // of the ref
  std::string lock_;  // empty: none is held
  std::optional<Descriptor> file_;
};

}  // namespace claudestep::git
