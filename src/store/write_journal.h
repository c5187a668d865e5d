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

// "<ref> <value> <time>", then a line "index <path>" for each work tree whose index git children
// lock.
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
// value or a beginning of it, an index's when it lies in `common_dir` and was made within a minute
// after the entry; each only when it stays unchanged for a quarter of a second, since a living git
// holds such a lock for a few milliseconds. `tell` hears of each.
[[nodiscard]] Status clear_locks(const JournalEntry& entry, const std::string& common_dir,
                                 const std::function<void(const std::string&)>& tell);

// The path of the lock file of a ref.
[[nodiscard]] std::string ref_lock_path(const std::string& common_dir, std::string_view ref);

}  // namespace claudestep::store
