// Owns: the lock that our own writers take before git's locks, and the journal that lets the next
// writer clean up after one that was killed while it held git's lock on the ref. Leaves to others:
// the swap of the ref, which stays safe without this lock (git/repository.h).
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "base/result.h"
#include "git/repository.h"
#include "store/write_journal.h"

namespace claudestep::store {

using SteadyTime = std::chrono::steady_clock::time_point;

// Held from acquire() to destruction. When the process dies the kernel drops it, as soon as no
// child is left that got descriptor(): who has the lock knows that nothing of the last writer
// lives.
class WriteLock {
 public:
  // Waits for the lock until `deadline`, then kBusy. kIo when its folder cannot be written. On a
  // file system without flock the lock is not held, writing goes on under compare-and-swap alone,
  // and nothing is ever cleaned up. Where the lock file is another user's and may only be read, it
  // is held without a journal. `tell` hears of a lock file that was removed after a crash. While
  // nobody can say whether a lock is a killed writer's, that is waited for as well.
  static Result<WriteLock> acquire(const git::Repository& repository, SteadyTime deadline,
                                   const std::function<void(const std::string&)>& tell);

  // The same for those who fetch: another lock, without a journal, so that what one fetched is not
  // replaced by what another saw before, until the first has read it.
  static Result<WriteLock> acquire_fetch(const git::Repository& repository, SteadyTime deadline);

  WriteLock(WriteLock&& other) noexcept;
  WriteLock& operator=(WriteLock&&) = delete;
  ~WriteLock();

  // Notes the locks that are about to be taken; forget() says that this is over, whatever came of
  // it. Without flock or a journal they do nothing.
  [[nodiscard]] Status remember(const JournalEntry& entry);
  // Adds that the lock of the ref that `entry`, the remembered one, names has just been made by us.
  void remember_ref_lock(const JournalEntry& entry);
  // Whether that very file is the ref by now, told without reading it.
  [[nodiscard]] bool has_become_ref(const JournalEntry& entry) const;
  void forget();
  // Whether the lock of the ref that `entry` names is still there and holds its commit: a failing
  // disk did not let us take it away.
  [[nodiscard]] bool has_left(const JournalEntry& entry) const;

  // For children: the lock is held until neither this nor one of them is there any more. -1 without
  // flock.
  [[nodiscard]] int descriptor() const { return fd_; }

 private:
  static Result<WriteLock> acquire_file(const git::Repository& repository, const std::string& name,
                                        const std::string& work, SteadyTime deadline);
  WriteLock(int fd, std::string common_dir) : fd_(fd), common_dir_(std::move(common_dir)) {}
  [[nodiscard]] Status recover(const git::Repository& repository, SteadyTime deadline,
                               const std::function<void(const std::string&)>& tell);

  [[nodiscard]] Error doubtful_lock(const JournalEntry& entry) const;

  int fd_ = -1;
  bool has_journal_ = true;
  std::string common_dir_;
  std::optional<LockSight> ref_lock_;  // as it was made
};

// "'refs/heads/x.lock' has been there for 3 minutes" for a lock that a swap ran into; nothing when
// it is gone by now.
[[nodiscard]] std::optional<std::string> describe_ref_lock(const std::string& common_dir,
                                                           const std::string& ref);
// Whether the lock of the ref is worth waiting for: taken within the last seconds, or gone by now.
[[nodiscard]] bool may_soon_be_free(const std::string& common_dir, const std::string& ref);

}  // namespace claudestep::store
