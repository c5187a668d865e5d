#include "store/transaction.h"

#include <chrono>
#include <random>
#include <thread>
#include <utility>

#include "base/text.h"
#include "store/attempt.h"
#include "store/commit_message.h"
#include "store/remote.h"
#include "store/write_lock.h"

namespace claudestep::store {

namespace {

using std::chrono::steady_clock;

// Sleeps before the next try: a little at first, at most a tenth of a second, with jitter so that
// writers who collided once do not collide again.
void back_off(int retries, SteadyTime deadline) {
  thread_local std::minstd_rand random{std::random_device{}()};
  const int most = retries < 6 ? 1 << (retries + 1) : 100;
  std::uniform_int_distribution<int> spread(1, most);
  const auto until = steady_clock::now() + std::chrono::milliseconds(spread(random));
  std::this_thread::sleep_until(std::min(until, deadline));
}

Error gave_up(Error error, int retries) {
  return std::move(error)
      .caused_by("gave up after " + counted(static_cast<std::size_t>(retries), "retry") +
                 std::string(kNothingWritten))
      .hint("try again; --timeout T waits longer");
}

Error out_of_time(const git::Repository& repository, const WriteOptions& options,
                  git::SwapOutcome last, int retries) {
  const auto moved = repository.resolve_ref_name(options.ref);
  const auto lock = describe_ref_lock(repository.common_dir(), moved.value_or(options.ref));
  if (last != git::SwapOutcome::kLocked || !lock) {
    return gave_up({ErrorCode::kBusy, "others kept writing to " + quoted(options.ref)}, retries);
  }
  return gave_up(Error{ErrorCode::kBusy, "the branch " + quoted(options.ref) + " is locked"}
                     .caused_by(*lock)
                     .hint("a git process is at work, or one was killed; make sure that none runs "
                           "before the lock file is taken away"),
                 retries);
}

// Said with -v when an attempt has to be made again.
std::string why_again(const Result<AttemptResult>& tried) {
  if (!tried) return tried.error().message + "; trying again";
  return tried->swap == git::SwapOutcome::kMoved
             ? "the branch moved; starting again from its new tip"
             : "the branch is locked; trying again";
}

Status check_options(const git::Repository& repository, const WriteOptions& options) {
  CS_CHECK(options.environment != nullptr && options.clock != nullptr);
  if (options.op_id) CS_TRY(check_op_id(*options.op_id));
  return check_target(repository, options);
}

// What was written here, a fetch that mirrors takes away again.
void warn_of_fetches(const git::Repository& repository, const std::string& ref,
                     WriteOutcome& outcome) {
  const auto forced = forced_fetches(repository, ref);
  if (forced.empty()) return;
  const FetchSetting& first = forced.front();
  outcome.warnings.push_back("a plain git fetch from " + quoted(first.remote) +
                             " takes this write away unless it was synced (remote." + first.remote +
                             ".fetch is " + quoted(first.refspec) +
                             "); claudestep doctor tells the way out");
}

// The loop that every write goes through: one attempt after the other, each from a fresh view,
// until one is through, none is needed, or time is up.
Result<WriteOutcome> run(git::Repository& repository, const WriteOptions& options,
                         const Attempt& attempt) {
  CS_TRY(check_options(repository, options));
  if (options.dry_run) return attempt.preview();
  const auto deadline = steady_clock::now() + std::chrono::seconds(options.timeout_seconds);
  std::vector<std::string> notes;
  const auto tell = [&](const std::string& note) { notes.push_back(note); };
  CS_ASSIGN(WriteLock lock, WriteLock::acquire(repository, deadline, tell));
  for (int retries = 0;; ++retries) {
    auto tried = attempt.commit(lock);
    // Busy is the index of a work tree that has the branch checked out, and an object of ours that
    // was pruned; all else is final.
    if (!tried && !tried.error().retryable()) return fail(std::move(tried).error());
    if (tried && tried->swap == git::SwapOutcome::kDone) {
      tried->outcome.retries = retries;
      tried->outcome.notes.insert(tried->outcome.notes.begin(), notes.begin(), notes.end());
      return std::move(tried->outcome);
    }
    if (steady_clock::now() >= deadline) {
      return fail(tried ? out_of_time(repository, options, tried->swap, retries)
                        : gave_up(std::move(tried).error(), retries));
    }
    if (options.verbose) options.verbose(why_again(tried));
    back_off(retries, deadline);
  }
}

}  // namespace

Result<WriteOutcome> write(git::Repository& repository, const WriteOptions& options,
                           const Planner& planner) {
  CS_ASSIGN(WriteOutcome outcome, run(repository, options, Attempt(repository, options, planner)));
  if (outcome.changed && outcome.commit) warn_of_fetches(repository, options.ref, outcome);
  return outcome;
}

Result<WriteOutcome> write(git::Repository& repository, const WriteOptions& options,
                           std::vector<model::Operation> operations) {
  const Planner planner = [&operations](const View&, model::Branch&) {
    return Result<std::vector<model::Operation>>(operations);
  };
  WriteOptions fixed = options;
  fixed.asked = operations;
  return write(repository, fixed, planner);
}

Result<WriteOutcome> compose(git::Repository& repository, const WriteOptions& options,
                             const Planner& planner) {
  CS_TRY(check_options(repository, options));
  return Attempt(repository, options, planner).compose();
}

Result<WriteOutcome> merge(git::Repository& repository, const WriteOptions& options,
                           git::ObjectId other) {
  return run(repository, options, Attempt(repository, options, MergeWish{other, std::nullopt}));
}

Result<WriteOutcome> rebase(git::Repository& repository, const WriteOptions& options,
                            git::ObjectId had, git::ObjectId tip) {
  return run(repository, options, Attempt(repository, options, MergeWish{tip, had}));
}

Result<WriteOutcome> squash(git::Repository& repository, const WriteOptions& options,
                            git::ObjectId tip) {
  return rebase(repository, options, tip, tip);
}

Result<WriteOutcome> init(git::Repository& repository, const WriteOptions& options) {
  return run(repository, options, Attempt(repository, options, nullptr));
}

}  // namespace claudestep::store
