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

namespace claudestep::store {

// "<ref> <value> <time>", then a line "index <path>" for each work tree whose index is
// locked.
struct JournalEntry {
  std::string ref;
  git::ObjectId value;
  Instant time;
  std::vector<std::string> index_locks;  // absolute paths of index.lock files
};

[[nodiscard]] std::string format_journal(const JournalEntry& entry);

// Nothing for an empty journal and for one that was cut short: it is written before any lock is
// taken, so a half entry means that none was.
[[nodiscard]] std::optional<JournalEntry> parse_journal(std::string_view text);

// Removes the lock files that the writer of `entry` left: the ref's when it is empty or holds the
// value or a beginning of it, unchanged for a quarter of a second, since a living git holds such a
// lock for a few milliseconds; an index's when it lies in `common_dir` and says that a claudestep
// made it. `tell` hears of each. Requires: the write lock is held, and with it neither that writer
// nor a child of it lives.
[[nodiscard]] Status clear_locks(const JournalEntry& entry, const std::string& common_dir,
                                 const std::function<void(const std::string&)>& tell);

// The path of the lock file of a ref.
[[nodiscard]] std::string ref_lock_path(const std::string& common_dir, std::string_view ref);

}  // namespace claudestep::store
