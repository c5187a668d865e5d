#include "store/sync.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>
#include <utility>

#include "base/text.h"
#include "host/transport.h"
#include "model/operation_parts.h"
#include "store/remote.h"
#include "store/sync_errors.h"
#include "store/sync_fetch.h"
#include "store/sync_preview.h"
#include "store/sync_run.h"
#include "store/view.h"

namespace claudestep::store {

namespace {

using std::chrono::steady_clock;

std::string random_word() {
  std::random_device source;
  return fmt::format("{:08x}{:08x}", source(), source());
}

}  // namespace

Result<WriteOutcome> SyncRun::write_with(const Planner& planner) {
  planner_ = &planner;
  CS_ASSIGN(SyncOutcome synced, run());
  WriteOutcome& written = written_;
  written.retries = synced.retries;
  take(synced.notes, written.notes);
  take(synced.warnings, written.warnings);
  written.receipts.insert(written.receipts.begin(), synced.receipts.begin(), synced.receipts.end());
  return std::move(written);
}

Result<SyncOutcome> SyncRun::run() {
  auto place = choose_place(repository_, environment(), ref(), options_.remote);
  if (!place) hint_at_damage(place.error());
  CS_ASSIGN(place_, std::move(place));
  CS_TRY(check_tracking(repository_, place_.tracking_ref));
  CS_TRY(check_ref_files(repository_));
  CS_TRY(check_tracking_lock());
  outcome_.remote = place_.shown;
  CS_ASSIGN(outcome_.local_before, find_here(ref()));
  for (;; ++outcome_.retries) {
    const auto begun = steady_clock::now();
    auto done = one_round();
    if (!done) {
      hint_at_loss(done.error());
      return fail(with_what_stays(with_last_words(std::move(done).error())));
    }
    if (*done) break;
    if (steady_clock::now() >= deadline_) return fail(with_what_stays(out_of_time()));
    rest(steady_clock::now() - begun);
  }
  warn_of_prunes();
  if (shared()) warn_of_other_remote();
  if (!options_.write.dry_run && (outcome_.pushed || outcome_.fetched)) {
    host::maintain(repository_, environment());
  }
  return std::move(outcome_);
}

Status SyncRun::check_tracking_lock() {
  if (options_.write.dry_run) {
    CS_ASSIGN(const auto locked, tracking_lock_in_the_way(repository_, place_.tracking_ref));
    if (locked) outcome_.warnings.push_back(*locked + ": while it stays, a sync is refused");
    return {};
  }
  Status can_note = wait_for_tracking_lock(repository_, place_.tracking_ref, deadline_, teller());
  if (can_note) return {};
  return fail(std::move(can_note).error().caused_by("nothing was fetched, and nothing pushed"));
}

void SyncRun::warn_of_prunes() {
  const auto fetches = pruning_fetches(repository_, place_.tracking_ref, ref());
  if (fetches.empty()) return;
  outcome_.warnings.push_back("after git fetch --prune from " + quoted(fetches.front().remote) +
                              " a rewind of the remote is not noticed: it takes " +
                              quoted(place_.tracking_ref) +
                              " away; claudestep doctor tells the way out");
}

void SyncRun::warn_of_other_remote() {
  const auto other = other_remote_of(repository_, ref(), place_.there.remote, place_.tracking_ref);
  if (!other || !*other) return;
  outcome_.warnings.push_back(told(**other, ref()) +
                              "; to choose the one where all claim: " + choose_remote(ref()));
}

Result<std::optional<git::ObjectId>> SyncRun::find_here(const std::string& name) const {
  auto found = repository_.find_ref(name);
  if (!found)
    return fail(lost_here(repository_, name, std::move(found).error(), place_.there.remote));
  return found;
}

Result<bool> SyncRun::one_round() {
  if (!options_.fetch) return push_round();
  CS_ASSIGN(const auto known, find_here(place_.tracking_ref));
  CS_ASSIGN(const auto incoming,
            fetch_incoming(repository_, environment(), place_, deadline_, outcome_.notes));
  const auto& [fetched, there] = incoming;
  if (fetched.status == host::FetchStatus::kBusy || fetched.status == host::FetchStatus::kUnknown) {
    return fetch_again(fetched);
  }
  if (!was_asked_) outcome_.remote_before = there;
  was_asked_ = true;
  CS_ASSIGN(const bool is_one_place, check_push_sides(there));
  if (!is_one_place) return false;
  CS_TRY(check_rewind(known, there));
  if (options_.write.dry_run) {
    if (!there) CS_TRY(check_first_push());
    CS_TRY(preview_sync(repository_, options_.write, there, rewound_from_, outcome_));
    if (!options_.push) outcome_.pushed = false;
    if (options_.squash && outcome_.pushed && there && !rewound_from_) {
      CS_TRY(preview_squash(*there));
    }
    return true;
  }
  if (there) {
    CS_TRY(bring_in(known, *there));
  } else {
    CS_TRY(check_first_push());
  }
  if (shared()) return write_round(there);
  CS_ASSIGN(auto local, repository_.find_ref(ref()));
  if (options_.squash && there && local != there && !rewound_from_) {
    CS_ASSIGN(local, put_together(*local, *there));
  }
  outcome_.commit = local;
  if (local == there || !options_.push) return true;
  return push(*local, there);
}

Result<bool> SyncRun::push_round() {
  CS_ASSIGN(const auto known, find_here(place_.tracking_ref));
  CS_ASSIGN(const auto local, repository_.find_ref(ref()));
  CS_ASSIGN(const auto there, host::find_remote_ref(repository_, environment(), place_.there));
  CS_ASSIGN(const bool is_one_place, check_push_sides(there));
  if (!is_one_place) return false;
  if (!was_asked_) outcome_.remote_before = there;
  was_asked_ = true;
  outcome_.commit = local;
  if (!local && there) return fail(not_merged(outcome_.remote, ref(), *there));
  if (there && !repository_.has_object(*there)) {
    // What the remote had before may be all that there is to push.
    CS_ASSIGN(const bool is_there,
              known ? repository_.reaches(*known, *local) : Result<bool>(false));
    return is_there ? Result<bool>(true) : fail(not_merged(outcome_.remote, ref(), *there));
  }
  CS_TRY(check_rewind(known, there));
  if (there) {
    CS_ASSIGN(const git::Ancestry ancestry, repository_.compare(*local, *there));
    if (ancestry == git::Ancestry::kSame || ancestry == git::Ancestry::kBehind) return true;
    if (ancestry != git::Ancestry::kAhead) {
      return fail(not_merged(outcome_.remote, ref(), *there));
    }
  } else {
    CS_TRY(check_first_push());
  }
  outcome_.pushed = options_.write.dry_run;
  return options_.write.dry_run ? Result<bool>(true) : push(*local, there);
}

Result<bool> SyncRun::check_push_sides(std::optional<git::ObjectId> there) {
  if (!options_.push) return true;
  CS_ASSIGN(auto other, find_other_place(repository_, environment(), place_, there));
  if (other) {
    unfetched_ = *std::move(other);
    if (++apart_ < kPlaceTries) return false;
    return fail(unfetched_);
  }
  apart_ = 0;
  return true;
}

Result<bool> SyncRun::fetch_again(const host::Fetched& fetched) {
  unfetched_ = fetched.why;
  refused_.reset();
  const bool known = fetched.status == host::FetchStatus::kBusy;
  unknown_ = known ? 0 : unknown_ + 1;
  if (unknown_ >= kUnknownTries) return fail(fetched.why);
  tell(known ? "another fetch is under way; trying again"
             : "the fetch failed, perhaps beside somebody who packs; trying again");
  return false;
}

Error SyncRun::with_last_words(Error error) const {
  if (error.retryable() && refused_) add_last_push(error, *refused_);
  return error;
}

Error SyncRun::with_what_stays(Error error) const {
  if (put_together_) {
    return std::move(error).caused_by(
        "before that, what was never pushed was put together as commit " +
        put_together_->hex().substr(0, 12) + ", which stays; the branch was at " +
        outcome_.squashed->hex().substr(0, 12));
  }
  if (!brought_in_) return error;
  return std::move(error).caused_by("before that, what " + quoted(outcome_.remote) +
                                    " had was brought in here, as commit " +
                                    brought_in_->hex().substr(0, 12) + ", which stays");
}

std::string SyncRun::command_with(std::string_view options) const {
  std::string command = "claudestep sync ";
  if (options_.remote) command += model::shell_word(outcome_.remote, "REMOTE") + " ";
  return command.append(ref_option()).append(options);
}

std::string SyncRun::ref_option() const {
  const auto chosen = choose_ref(repository_, environment(), std::nullopt);
  if (chosen && *chosen == ref()) return "";
  return "--ref " + model::shell_word(short_ref(ref()), "BRANCH") + " ";
}

Error SyncRun::out_of_time() const {
  const int rounds = outcome_.retries + 1;
  if (refused_) return kept_pushing(outcome_.remote, rounds, shared(), *refused_);
  return kept_fetching(unfetched_, rounds, shared());
}

Result<bool> SyncRun::write_round(std::optional<git::ObjectId> there) {
  if (there && written_.changed) {
    // The remote may have taken a push whose answer got lost.
    CS_ASSIGN(const bool was_taken, repository_.reaches(*there, *written_.commit));
    if (was_taken) return true;
  }
  CS_ASSIGN(written_, compose(repository_, options_.write, *planner_));
  if (written_.changed) {
    CS_ASSIGN(const bool taken, push(*written_.commit, there));
    if (taken) follow(*written_.commit);
    return taken;
  }
  if (!written_.commit) return true;
  // Done before, by this op-id: it counts when the remote has it.
  CS_ASSIGN(const auto local, repository_.find_ref(ref()));
  return !local || local == there ? Result<bool>(true) : push(*local, there);
}

void SyncRun::rest(steady_clock::duration round) const {
  thread_local std::minstd_rand random{std::random_device{}()};
  const auto now = steady_clock::now();
  const auto most = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::min(round * (1 << std::min(outcome_.retries, 4)), (deadline_ - now) / 8));
  std::uniform_int_distribution<std::int64_t> spread(1, std::max<std::int64_t>(most.count(), 20));
  std::this_thread::sleep_until(
      std::min(deadline_, now + std::chrono::milliseconds(spread(random))));
}

Result<SyncOutcome> sync(git::Repository& repository, const SyncOptions& options) {
  return SyncRun(repository, options).run();
}

Result<WriteOutcome> write_shared(git::Repository& repository, const SyncOptions& options,
                                  const Planner& planner) {
  if (options.write.dry_run) return write(repository, options.write, planner);
  SyncOptions unique = options;
  // Two clones of one author that decide the same in the same second would make one commit, and
  // both would find it on the remote. With one op-id that is what is meant.
  if (!options.write.op_id) unique.write.unique = random_word();
  return SyncRun(repository, unique).write_with(planner);
}

}  // namespace claudestep::store
