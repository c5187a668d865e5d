// Owns: the ref that notes what a remote has: whether there is a place for it, moving it, and what
// the remote dropped by what it and its reflog say. Who syncs uses sync.h.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "git/repository.h"
#include "store/transaction.h"
#include "store/write_lock.h"

namespace claudestep::store {

// What the reflog of a tracking ref says moved it.
inline constexpr std::string_view kFetchedDeed = "fetch";
inline constexpr std::string_view kPushedDeed = "push";
// Back to what is fetched, after git took what was pushed elsewhere for that.
inline constexpr std::string_view kPushedElsewhereDeed = "pushed to another repository";

// kConflict when another ref has its place: what was pushed and could not be noted would not be
// missed when the remote drops it.
[[nodiscard]] Status check_tracking(const git::Repository& repository, const std::string& tracking);

// kCorrupt where git would wait without end for what comes out of one of the refs.
[[nodiscard]] Status check_ref_files(const git::Repository& repository);

// Hears of a lock file that was removed after a crash.
using Tell = std::function<void(const std::string&)>;

// Waits while somebody has the lock of a tracking ref and a git at work may have it, for as long as
// that is young, until `deadline`; then kBusy. It is removed where a writer of ours was killed and
// noted it, else never: a git holds one for as long as its hooks, or ten thousand other refs, take.
[[nodiscard]] Status wait_for_tracking_lock(const git::Repository& repository,
                                            const std::string& tracking, SteadyTime deadline,
                                            const Tell& tell);

// The same for those who change nothing: what is said of a lock for which that does not wait.
[[nodiscard]] Result<std::optional<std::string>> tracking_lock_in_the_way(
    const git::Repository& repository, const std::string& tracking);

struct TrackingMove {
  std::optional<git::ObjectId> from;
  git::ObjectId to;
  std::string_view deed;
};
// Does nothing when the ref is not at `from`: git may have moved it itself, and where another sync
// has gone further, that is well. Locked, it is waited for as above.
[[nodiscard]] Status move_tracking(git::Repository& repository, const WriteOptions& options,
                                   const std::string& tracking, const TrackingMove& move,
                                   SteadyTime deadline, const Tell& tell);

// A commit that the remote had, `known` or an earlier one of which the branch `ref` holds
// something, and that `there`, which it has now, does not contain. Nothing when all is there.
// kUnsupported when a shallow clone cannot know.
[[nodiscard]] Result<std::optional<git::ObjectId>> find_dropped(const git::Repository& repository,
                                                                const std::string& ref,
                                                                const std::string& tracking,
                                                                std::optional<git::ObjectId> known,
                                                                std::optional<git::ObjectId> there);

}  // namespace claudestep::store
