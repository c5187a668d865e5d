// Owns: what reflogs are told of a move of a ref. Internal to git/.
#pragma once

#include <git2/types.h>
#include <sys/types.h>

#include <optional>
#include <string>

#include "git/files.h"
#include "git/object_id.h"
#include "git/sharing.h"

namespace claudestep::git {

struct LoggedMove {
  ObjectId from;
  ObjectId to;
  const git_signature& who;
  const std::string& message;
};

struct Reflog {
  std::string git_dir;  // that it is in
  std::string path;
};

struct Reflogs {
  Reflog own;                  // of the ref that is moved
  std::optional<Reflog> head;  // where HEAD is at that ref
  bool are_made = true;        // those that are not there; git goes on with those that are
  bool are_durable = true;     // waits for the disk
  Sharing sharing{};           // who else may write them
};

struct OpenReflog {
  std::string path;
  Descriptor file;
};

// One move of a ref in its reflogs: in its own before it is made, so that there is no move that is
// not in it, in that of HEAD, which the lock of the ref does not keep others from, when it is made.
class MoveLog {
 public:
  // Opens the reflogs and tells that of the ref. 0, or -1 with libgit2's last error set, and
  // nothing is told. Requires: the lock of the ref is held, up to take_back() if that is called.
  [[nodiscard]] int begin(const Reflogs& logs, const LoggedMove& move);
  // The ref was not moved: what was told is taken away, unless somebody has gone on after it.
  void take_back();
  // The ref was moved. Waits some seconds where git clears HEAD's reflog, and tells that which
  // comes of it. Where that takes no more (the disk is full), or git takes longer, that of the ref
  // says it.
  void finish();

 private:
  [[nodiscard]] bool is_kept(const OpenReflog& log) const;

  Reflogs logs_;
  std::optional<OpenReflog> own_;  // none: it is not there and not made
  std::optional<OpenReflog> head_;
  off_t before_ = 0;  // where that of the ref ended
  std::string line_;
};

}  // namespace claudestep::git
