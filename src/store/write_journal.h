// Owns: the note that a writer leaves about the lock files that it and its git children are about
// to take, and what the next writer makes of a note whose writer was killed. Leaves to others: who
// may read or write it when (store/write_lock.h).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "git/object_id.h"
#include "git/repository.h"
#include "store/stale_lock.h"

namespace claudestep::store {

// "<ref> <value> <time>", then a line "index <path>" for each work tree whose index is
// locked, and a line "lock <inode> <changed>" once the ref's lock file has been made.
struct JournalEntry {
  std::string ref;
  git::ObjectId value;
  Instant time;
  std::vector<std::string> index_locks;  // absolute paths of index.lock files
  std::optional<LockSight> ref_lock;     // as it was made: empty
};

[[nodiscard]] std::string format_journal(const JournalEntry& entry);

// Nothing for an empty journal and for one that was cut short in its first line. All but the line
// of the ref's lock is written before any lock is taken, so a half entry means that none was; a
// half line says nothing.
[[nodiscard]] std::optional<JournalEntry> parse_journal(std::string_view text);

// Removes the ref's lock file that the writer of `entry` left: the very one that it noted, or one
// that holds the value or a beginning of it and stays so for a quarter of a second. An empty one
// that is not noted may be that of somebody else, who has just taken it, and is left alone for as
// long as a living git may have it. False then: to be asked again. `tell` hears of what is removed.
// Requires: the write lock is held, and with it neither that writer nor a child of it lives.
// What the reflog was told before, of a move that was not made, is taken out of it.
[[nodiscard]] Result<bool> clear_ref_lock(const JournalEntry& entry,
                                          const git::Repository& repository,
                                          const std::function<void(const std::string&)>& tell);

// Removes the locks of indexes that lie in `common_dir` and say that a claudestep made them.
// `tell` and what is required as above.
void clear_index_locks(const JournalEntry& entry, const std::string& common_dir,
                       const std::function<void(const std::string&)>& tell);

// The path of the lock file of a ref.
[[nodiscard]] std::string ref_lock_path(const std::string& common_dir, std::string_view ref);

}  // namespace claudestep::store
