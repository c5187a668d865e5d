// Owns: the order in which a history is told: children before their parents, also where their dates
// say otherwise, and else the newest first; equal dates in the order in which they were found. A
// child that is dated so far back that a thousand commits lie between is told where it is found.
// Leaves to others: what the commits say (git/repository.h).
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/result.h"
#include "git/commit_queue.h"
#include "git/hash_id.h"
#include "git/repository.h"

namespace claudestep::git {

// Reads ahead to the next commit that all lines of history lead through, and no further than a
// thousand commits that are older than the one to be told.
class CommitOrder {
 public:
  // Asked of each commit that is found, by date, newest first. Once it says false nothing beyond is
  // looked for, nor told.
  using Further = std::function<bool(const Commit&)>;

  // All ancestors of `tip`. Of those that wait to be told, messages of `most_bytes` are kept; the
  // other commits are read again. Requires: the repository outlives it. Errors as read_commit().
  [[nodiscard]] static Result<CommitOrder> from(const Repository& repository, ObjectId tip,
                                                Further further = {},
                                                std::size_t most_bytes = kMostBytes);

  // The next commit; nothing after the last. One that cannot be read ends it, with the error of
  // read_commit(): told before it are those whose parents were all read, and none of the others
  // that are found or lie beyond, though some could be read.
  [[nodiscard]] Result<std::optional<Commit>> next();

  // The tree of a commit; one that is found and not yet told is not read again.
  [[nodiscard]] Result<ObjectId> tree_of(ObjectId id) const;

 private:
  static constexpr std::size_t kMostBytes = std::size_t{64} * 1024 * 1024;
  static constexpr std::size_t kMostAhead = 1000;

  struct Found {
    Commit commit;
    bool is_whole = true;    // else only what the order needs
    bool is_opened = false;  // its parents are found and wait for it
    std::size_t waits_for = 0;
  };

  CommitOrder(const Repository& repository, Further further, std::size_t most_bytes)
      : repository_(&repository), further_(std::move(further)), bytes_left_(most_bytes) {}

  Status find(const ObjectId& id);
  Status open(const ObjectId& id);
  void read_one();
  [[nodiscard]] bool is_to_read();
  [[nodiscard]] bool may_be_waited_for() const;
  void make_ready(const ObjectId& id, const Found& found);

  const Repository* repository_;
  Further further_;
  std::size_t bytes_left_;                             // for messages
  std::unordered_map<ObjectId, Found, HashId> found_;  // and not yet told
  CommitQueue closed_;                                 // of these, those that are not opened
  CommitQueue ready_;  // those that waited for nothing when they came here
  // Told while there may have been children that were not found yet.
  std::unordered_set<ObjectId, HashId> told_;
  bool met_root_ = false;
  Status end_;
};

}  // namespace claudestep::git
