// Owns: objects that a repository is to have for the time being without being written: a merge that
// is only looked at. Internal to git/.
#pragma once

#include <git2.h>
#include <git2/sys/odb_backend.h>

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/result.h"
#include "git/object_id.h"

namespace claudestep::git {

struct HeldObject {
  git_object_t type = GIT_OBJECT_INVALID;
  std::string bytes;
};

// Shared by the handles on one repository, each in its thread. What was added stays.
class HeldObjects {
 public:
  void add(const ObjectId& id, HeldObject object);
  // Null when it is not held. Valid as long as this.
  [[nodiscard]] const HeldObject* find(const ObjectId& id) const;

 private:
  mutable std::mutex mutex_;
  std::map<ObjectId, HeldObject> objects_;
};

// A store over them for libgit2, which only reads. The caller gives it to a git_odb, which frees
// it.
[[nodiscard]] git_odb_backend* make_held_store(std::shared_ptr<const HeldObjects> objects);

}  // namespace claudestep::git
