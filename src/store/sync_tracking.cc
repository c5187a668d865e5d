#include "store/sync_tracking.h"

#include <chrono>
#include <thread>

#include "base/clock.h"
#include "base/text.h"
#include "store/merge.h"
#include "store/remote.h"
#include "store/sync_errors.h"

namespace claudestep::store {

namespace {

using std::chrono::steady_clock;

constexpr std::size_t kMovesLookedAt = 100;  // of a tracking ref, for what the remote dropped
constexpr std::chrono::milliseconds kPauseAtLock{20};

// How a move is told in the reflog.
std::string noted(std::string_view deed) {
  return std::string("claudestep sync: ").append(deed);
}

// A history that was cut off short of where both meet looks like one that was rewound.
Status check_depth(const git::Repository& repository, const std::string& ref, git::ObjectId had,
                   std::optional<git::ObjectId> there) {
  if (!there || !repository.is_shallow()) return {};
  CS_ASSIGN(const auto shared, repository.merge_bases(had, *there));
  if (!shared.empty()) return {};
  // Nothing is left that it could have beside what came.
  if (has_whole_history(repository, *there)) return fail(rewound_beyond(ref, had, *there));
  return fail(too_shallow(repository, had, *there));
}

// What the remote once had, by the reflog of the tracking ref, of which the local branch holds
// something that is not there any more: `git fetch` follows a rewind and says nothing to us.
Result<std::optional<git::ObjectId>> dropped_before(const git::Repository& repository,
                                                    const std::string& ref,
                                                    const std::string& tracking,
                                                    git::ObjectId there) {
  std::optional<git::ObjectId> dropped;
  CS_ASSIGN(const auto local, repository.find_ref(ref));
  if (!local) return dropped;
  CS_ASSIGN(const bool is_there, repository.reaches(there, *local));
  if (is_there) return dropped;
  auto moves = repository.reflog(tracking);
  if (moves.size() > kMovesLookedAt) moves.resize(kMovesLookedAt);
  for (const git::ReflogEntry& move : moves) {
    if (move.message == noted(kPushedElsewhereDeed)) continue;  // the remote never had it
    // An id that cannot be compared is none (a new ref), or was pruned and is not in our branch.
    if (repository.reaches(move.new_id, move.old_id).value_or(true)) continue;
    CS_ASSIGN(const bool came_back, repository.reaches(there, move.old_id));
    CS_ASSIGN(const auto shared, repository.merge_bases(*local, move.old_id));
    if (came_back || shared.empty()) continue;
    CS_ASSIGN(const bool is_kept, repository.reaches(there, shared.front()));
    if (!is_kept) return std::optional(move.old_id);
  }
  return dropped;
}

// One try to move a tracking ref.
Result<git::SwapOutcome> try_to_move(git::Repository& repository, const WriteOptions& options,
                                     const std::string& tracking, const TrackingMove& move,
                                     SteadyTime deadline, const Tell& tell) {
  CS_ASSIGN(const auto configured,
            repository.signature(git::Repository::Role::kCommitter, options.clock->now()));
  const git::Signature who = configured.value_or(
      git::Signature{"claudestep", "claudestep@localhost", options.clock->now(), 0});
  // Noted as any write is, so that a lock which is left when we are killed is cleared up.
  CS_ASSIGN(WriteLock lock, WriteLock::acquire(repository, deadline, tell));
  const JournalEntry entry{tracking, move.to, SystemClock().now(), {}, {}};
  CS_TRY(lock.remember(entry));
  auto swapped = repository.compare_and_swap(tracking, move.from, move.to, who, noted(move.deed),
                                             [&] { lock.remember_ref_lock(entry); });
  lock.forget();
  if (!swapped && swapped.error().code == ErrorCode::kIo) {
    return fail(std::move(swapped).error().hint(std::string(kAskDoctor)));
  }
  return swapped;
}

// Where its chain of symbolic refs ends.
Result<std::string> end_of(const git::Repository& repository, const std::string& tracking) {
  auto end = repository.resolve_ref_name(tracking);
  if (!end) return fail(std::move(end).error().hint(std::string(kAskDoctor)));
  return end;
}

}  // namespace

Status check_tracking(const git::Repository& repository, const std::string& tracking) {
  CS_ASSIGN(const auto end, end_of(repository, tracking));
  const auto other = repository.ref_in_the_way_of(end);
  if (!other) return {};
  return fail(no_place(end, *other, repository.find_ref(*other).value_or(std::nullopt)));
}

Status check_ref_files(const git::Repository& repository) {
  const auto names = repository.refs_without_file();
  if (names.empty()) return {};
  return fail(Error{ErrorCode::kCorrupt, "the ref " + quoted(names.front()) + " has no file"}
                  .caused_by("a pipe or a device is in its place, and git waits there without end")
                  .hint(std::string(kAskDoctor)));
}

Status wait_for_tracking_lock(const git::Repository& repository, const std::string& tracking,
                              SteadyTime deadline, const Tell& tell) {
  CS_ASSIGN(const auto end, end_of(repository, tracking));
  const auto describe = [&] { return describe_ref_lock(repository.common_dir(), end); };
  if (!describe()) return {};
  // Clears what a killed writer noted.
  CS_TRY(WriteLock::acquire(repository, deadline, tell));
  while (const auto described = describe()) {
    const bool may_go = may_soon_be_free(repository.common_dir(), end);
    if (!may_go || steady_clock::now() >= deadline) return fail(locked_tracking(end, *described));
    std::this_thread::sleep_for(kPauseAtLock);
  }
  return {};
}

Result<std::optional<std::string>> tracking_lock_in_the_way(const git::Repository& repository,
                                                            const std::string& tracking) {
  CS_ASSIGN(const auto end, end_of(repository, tracking));
  auto described = describe_ref_lock(repository.common_dir(), end);
  if (described && may_soon_be_free(repository.common_dir(), end)) described.reset();
  return described;
}

Status move_tracking(git::Repository& repository, const WriteOptions& options,
                     const std::string& tracking, const TrackingMove& move, SteadyTime deadline,
                     const Tell& tell) {
  for (;;) {
    CS_ASSIGN(const auto now_at, repository.find_ref(tracking));
    if (now_at == move.to || now_at != move.from) return {};
    CS_ASSIGN(const auto outcome, try_to_move(repository, options, tracking, move, deadline, tell));
    if (outcome != git::SwapOutcome::kLocked) return {};
    CS_TRY(wait_for_tracking_lock(repository, tracking, deadline, tell));
  }
}

Result<std::optional<git::ObjectId>> find_dropped(const git::Repository& repository,
                                                  const std::string& ref,
                                                  const std::string& tracking,
                                                  std::optional<git::ObjectId> known,
                                                  std::optional<git::ObjectId> there) {
  std::optional<git::ObjectId> had = known == there ? std::nullopt : known;
  if (had && there) {
    CS_ASSIGN(const bool is_kept, repository.reaches(*there, *had));
    if (is_kept) had.reset();
  }
  if (!had && there) {
    CS_ASSIGN(had, dropped_before(repository, ref, tracking, *there));
  }
  if (had) CS_TRY(check_depth(repository, ref, *had, there));
  return had;
}

}  // namespace claudestep::store
