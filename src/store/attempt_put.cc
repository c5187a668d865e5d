// A commit that is there becomes the branch: the note about locks, the ref, and the work trees that
// are brought along.
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "host/ask_doctor.h"
#include "host/paused_rebase.h"
#include "host/worktree.h"
#include "store/attempt.h"

namespace claudestep::store {

namespace {

// Takes the note back when the locks that it names are no longer ours, however that came. Where a
// failing disk did not let go of ours the note stays, and the next writer clears it up.
class Remembered {
 public:
  Remembered(WriteLock& lock, const JournalEntry& entry) : lock_(lock), entry_(entry) {}
  ~Remembered() {
    if (!lock_.has_left(entry_)) lock_.forget();
  }
  Remembered(const Remembered&) = delete;
  Remembered& operator=(const Remembered&) = delete;

 private:
  WriteLock& lock_;
  const JournalEntry& entry_;
};

// Of work trees that would come along if it were known where they are. One that was deleted by hand
// looks like one that was moved.
void warn_of_lost(const git::Repository& repository, const std::string& ref,
                  std::vector<std::string>& warnings) {
  for (const git::LostWorktree& lost : host::lost_worktrees_on(repository, ref)) {
    const std::string& path = lost.worktree.path;
    const std::string where = path.empty() ? "known to git" : "at " + quoted(path) + " any more";
    warnings.push_back("a work tree that has the branch checked out is not " + where +
                       " and was not brought along: claudestep doctor says what to do");
  }
}

}  // namespace

Result<AttemptResult> Attempt::put(const View& view, git::ObjectId value, WritePlan plan,
                                   WriteLock& lock) const {
  AttemptResult result{git::SwapOutcome::kDone, std::move(plan.outcome)};
  WriteOutcome& outcome = result.outcome;
  CS_TRY(host::check_no_rebase(repository_, options_.ref));
  CS_ASSIGN(const auto worktrees, host::worktrees_on(repository_, options_.ref));
  // The system's time, whatever the clock says: it is compared with those of files.
  CS_ASSIGN(std::string moved_ref, repository_.resolve_ref_name(options_.ref));
  JournalEntry entry{std::move(moved_ref), value, SystemClock().now(), {}, {}};
  for (const auto& worktree : worktrees) {
    entry.index_locks.push_back(worktree.git_dir + "/index.lock");
  }
  CS_TRY(lock.remember(entry));
  const Remembered remembered(lock, entry);
  const host::UnderLock under{*options_.environment, lock.descriptor()};
  std::vector<host::WorktreeMove> moves;
  for (const git::Worktree& worktree : worktrees) {
    CS_ASSIGN(auto move, host::WorktreeMove::prepare(repository_, worktree, options_.ref,
                                                     view.local(), value, under, outcome.notes));
    moves.push_back(std::move(move));
  }
  const std::string subject = plan.message.substr(0, plan.message.find('\n'));
  CS_ASSIGN(result.swap, swap(view, entry, subject.empty() ? "init" : subject, outcome, lock));
  if (result.swap != git::SwapOutcome::kDone) return result;
  outcome.commit = value;
  outcome.changed = true;
  warn_of_lost(repository_, options_.ref, outcome.warnings);
  for (host::WorktreeMove& move : moves) {
    if (const Status made = move.make(); !made) {
      outcome.warnings.push_back("the write is done, but the work tree " +
                                 quoted(move.worktree().path) +
                                 " was not brought along: " + made.error().one_line() +
                                 "; commit nothing there before the next write has done it");
    }
  }
  return result;
}

Result<git::SwapOutcome> Attempt::swap(const View& view, const JournalEntry& entry,
                                       const std::string& subject, WriteOutcome& outcome,
                                       WriteLock& lock) const {
  CS_ASSIGN(const auto who, identity(git::Repository::Role::kCommitter, outcome.warnings));
  auto swapped = repository_.compare_and_swap(options_.ref, view.local(), entry.value, who,
                                              "claudestep: " + subject,
                                              [&] { lock.remember_ref_lock(entry); });
  if (swapped) return swapped;
  // The file system may complain after the rename: what counts is where the ref is now.
  const auto now_at = repository_.find_ref(options_.ref);
  const bool is_done = now_at ? *now_at == entry.value : lock.has_become_ref(entry);
  if (!is_done) {
    if (repository_.has_object(entry.value)) {
      const bool asks = swapped.error().code == ErrorCode::kIo && swapped.error().hints.empty();
      if (asks) swapped.error().hints.emplace_back(host::kAskDoctor);
      return swapped;
    }
    return fail(Error{ErrorCode::kBusy, "the new commit was taken away before " +
                                            quoted(options_.ref) + " could move to it"}
                    .caused_by("objects are being pruned that are not in use yet (git gc "
                               "--prune=now)"));
  }
  outcome.warnings.push_back("the write is done, but " + swapped.error().message);
  return git::SwapOutcome::kDone;
}

}  // namespace claudestep::store
