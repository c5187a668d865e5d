// Owns: the lock of a work tree's index while we move that tree, and the copy of the index that our
// git works on meanwhile. So each lock file that may be left when somebody is killed is one that we
// know: it says that it is ours, and the write lock says whether its owner lives.
// Leaves to others: what git is told (worktree_git.h). Internal to host/.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "host/process.h"

namespace claudestep::host {

// From take() to destruction. What was not published by then is forgotten.
class IndexHold {
 public:
  // Waits a little while somebody else has the lock, then kBusy. A lock that a killed claudestep
  // left is removed where `under` holds one, and `notes` says so. kIo when the folder of the index
  // or the disk does not let it.
  [[nodiscard]] static Result<IndexHold> take(const git::Worktree& worktree, const UnderLock& under,
                                              std::vector<std::string>& notes);

  IndexHold(IndexHold&& other) noexcept;
  IndexHold& operator=(IndexHold&&) = delete;
  ~IndexHold();

  // The copy, for GIT_INDEX_FILE. There is no such file where there is no index yet.
  [[nodiscard]] std::string copy() const;
  // What git made of the copy becomes the index; then there is no copy until renew() makes one.
  // kBusy when somebody took our lock away.
  [[nodiscard]] Status publish();
  [[nodiscard]] Status renew() const;

 private:
  explicit IndexHold(std::string index) : index_(std::move(index)) {}
  [[nodiscard]] std::string lock() const { return index_ + ".lock"; }

  std::string index_;  // empty when moved from
};

}  // namespace claudestep::host
