#include "store/sync.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>
#include <utility>

#include "base/text.h"
#include "host/transport.h"
#include "store/remote.h"
#include "store/sync_errors.h"
#include "store/sync_fetch.h"
#include "store/sync_place.h"
#include "store/sync_preview.h"
#include "store/sync_tracking.h"

namespace claudestep::store {

namespace {

using std::chrono::steady_clock;

constexpr int kUnknownTries = 3;  // a reason that we do not know is tried twice again

constexpr int kDenials = 3;
// What git says of a push whose commit does not lead to what the remote has, as it sees them here.
constexpr std::string_view kDeniesPart = "non-fast-forward";

std::string random_word() {
  std::random_device source;
  return fmt::format("{:08x}{:08x}", source(), source());
}

class Sync {
 public:
  Sync(git::Repository& repository, const SyncOptions& options)
      : repository_(repository),
        options_(options),
        deadline_(steady_clock::now() + std::chrono::seconds(options.write.timeout_seconds)) {}

  // Writes what `planner` decides, on what the remote has.
  Result<WriteOutcome> write_with(const Planner& planner) {
    planner_ = &planner;
    CS_ASSIGN(SyncOutcome synced, run());
    WriteOutcome& written = written_;
    written.retries = synced.retries;
    take(synced.notes, written.notes);
    take(synced.warnings, written.warnings);
    written.receipts.insert(written.receipts.begin(), synced.receipts.begin(),
                            synced.receipts.end());
    return std::move(written);
  }

  Result<SyncOutcome> run() {
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
      if (!done) return fail(with_what_stays(with_last_words(std::move(done).error())));
      if (*done) break;
      if (steady_clock::now() >= deadline_) return fail(with_what_stays(out_of_time()));
      rest(steady_clock::now() - begun);
    }
    warn_of_prunes();
    if (!options_.write.dry_run && (outcome_.pushed || outcome_.fetched)) {
      host::maintain(repository_, environment());
    }
    return std::move(outcome_);
  }

 private:
  [[nodiscard]] const std::string& ref() const { return options_.write.ref; }
  [[nodiscard]] const Environment& environment() const { return *options_.write.environment; }
  void tell(const std::string& text) const {
    if (options_.write.verbose) options_.write.verbose(text);
  }

  // Whether what is fetched and pushed can be noted.
  Status check_tracking_lock() {
    if (options_.write.dry_run) {
      CS_ASSIGN(const auto locked, tracking_lock_in_the_way(repository_, place_.tracking_ref));
      if (locked) outcome_.warnings.push_back(*locked + ": while it stays, a sync is refused");
      return {};
    }
    Status can_note = wait_for_tracking_lock(repository_, place_.tracking_ref, deadline_, teller());
    if (can_note) return {};
    return fail(std::move(can_note).error().caused_by("nothing was fetched, and nothing pushed"));
  }

  void warn_of_prunes() {
    const auto fetches = pruning_fetches(repository_, place_.tracking_ref, ref());
    if (fetches.empty()) return;
    outcome_.warnings.push_back("after git fetch --prune from " + quoted(fetches.front().remote) +
                                " a rewind of the remote is not noticed: it takes " +
                                quoted(place_.tracking_ref) +
                                " away; claudestep doctor tells the way out");
  }

  // Where a ref is whose commits the remote may have.
  [[nodiscard]] Result<std::optional<git::ObjectId>> find_here(const std::string& name) const {
    auto found = repository_.find_ref(name);
    if (!found)
      return fail(lost_here(repository_, name, std::move(found).error(), place_.there.remote));
    return found;
  }

  // Fetches, merges and pushes once. True when both are the same now.
  Result<bool> one_round() {
    if (!options_.fetch) return push_round();
    CS_ASSIGN(const auto known, find_here(place_.tracking_ref));
    CS_ASSIGN(const auto incoming,
              fetch_incoming(repository_, environment(), place_, deadline_, outcome_.notes));
    const auto& [fetched, there] = incoming;
    if (fetched.status == host::FetchStatus::kBusy ||
        fetched.status == host::FetchStatus::kUnknown) {
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
    if (options_.squash && there && local != there) {
      CS_ASSIGN(local, put_together(*local, *there));
    }
    outcome_.commit = local;
    if (local == there || !options_.push) return true;
    return push(*local, there);
  }

  // Pushes what is here where the remote's is part of it.
  Result<bool> push_round() {
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
                known ? reaches(repository_, *known, *local) : Result<bool>(false));
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

  // Whether a push goes to the repository that was fetched from: two addresses of one say the same
  // of the branch, unless somebody pushed in between, which the next round tells.
  Result<bool> check_push_sides(std::optional<git::ObjectId> there) {
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

  // False, for another round; or why there is no use in one.
  Result<bool> fetch_again(const host::Fetched& fetched) {
    unfetched_ = fetched.why;
    refused_.reset();
    const bool known = fetched.status == host::FetchStatus::kBusy;
    unknown_ = known ? 0 : unknown_ + 1;
    if (unknown_ >= kUnknownTries) return fail(fetched.why);
    tell(known ? "another fetch is under way; trying again"
               : "the fetch failed, perhaps beside somebody who packs; trying again");
    return false;
  }

  [[nodiscard]] Error with_last_words(Error error) const {
    if (error.retryable() && refused_) add_last_push(error, *refused_);
    return error;
  }

  // An error says what came of the branch here before it.
  [[nodiscard]] Error with_what_stays(Error error) const {
    if (!brought_in_) return error;
    return std::move(error).caused_by("before that, what " + quoted(outcome_.remote) +
                                      " had was brought in here, as commit " +
                                      brought_in_->hex().substr(0, 12) + ", which stays");
  }

  [[nodiscard]] Error out_of_time() const {
    const int rounds = outcome_.retries + 1;
    if (refused_) return kept_pushing(outcome_.remote, rounds, shared(), *refused_);
    return kept_fetching(unfetched_, rounds, shared());
  }

  Status check_rewind(std::optional<git::ObjectId> known, std::optional<git::ObjectId> there) {
    CS_ASSIGN(const auto had, find_dropped(repository_, ref(), place_.tracking_ref, known, there));
    rewound_from_.reset();
    if (!had) return {};
    if (!place_.push_sides.empty()) {
      // What is missing is where it was pushed to, which is no rewind.
      return fail(two_places(outcome_.remote, {place_.fetch_side, there},
                             {place_.push_sides.front(), had}, ref()));
    }
    if (!options_.accept_rewind) {
      return fail(rewound(outcome_.remote, options_.remote.has_value(), ref(), *had, there));
    }
    outcome_.rewound = true;
    rewound_from_ = had;
    return {};
  }

  // Merges what the remote has into the local branch.
  Status bring_in(std::optional<git::ObjectId> known, git::ObjectId there) {
    CS_ASSIGN(const auto before, repository_.find_ref(ref()));
    WriteOptions write = options_.write;
    write.op_id.reset();
    CS_ASSIGN(const auto merged, rewound_from_ ? rebase(repository_, write, *rewound_from_, there)
                                               : merge(repository_, write, there));
    // Only now: a merge that failed is to find the remote as new as it was.
    CS_TRY(note(known, there, kFetchedDeed));
    outcome_.receipts.insert(outcome_.receipts.end(), merged.receipts.begin(),
                             merged.receipts.end());
    take(merged.notes, outcome_.notes);
    take(merged.warnings, outcome_.warnings);
    if (!merged.changed) return {};
    outcome_.fetched = true;
    brought_in_ = merged.commit;
    if (before && merged.commit != there) outcome_.merged = true;
    return {};
  }

  // What is to be merged first is not there to be looked at.
  Status preview_squash(git::ObjectId there) {
    if (!outcome_.merged) CS_TRY(put_together(*outcome_.commit, there));
    outcome_.squashed = outcome_.local_before;
    outcome_.commit.reset();
    return {};
  }

  // Makes one commit upon `there` of all that `local` has beyond it.
  Result<std::optional<git::ObjectId>> put_together(git::ObjectId local, git::ObjectId there) {
    WriteOptions write = options_.write;
    write.op_id.reset();
    auto put = squash(repository_, write, there);
    if (!put) return fail(not_squashed(std::move(put).error(), ref(), there, squash_command()));
    if (!outcome_.squashed) outcome_.squashed = local;
    take(put->notes, outcome_.notes);
    take(put->warnings, outcome_.warnings);
    return put->commit;
  }

  [[nodiscard]] std::string squash_command() const {
    return sync_command(outcome_.remote, options_.remote.has_value(), "--squash");
  }

  static void take(const std::vector<std::string>& from, std::vector<std::string>& to) {
    for (const std::string& one : from) {
      if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
    }
  }

  // Makes the branch, which the remote does not have any more, from what it had.
  Status make_here(git::ObjectId had) {
    if (options_.write.dry_run) return {};
    WriteOptions write = options_.write;
    write.op_id.reset();
    CS_ASSIGN(const auto made, merge(repository_, write, had));
    outcome_.notes.push_back("made " + quoted(short_ref(ref())) + " here from what " +
                             quoted(outcome_.remote) + " had: " + had.hex().substr(0, 7));
    take(made.notes, outcome_.notes);
    take(made.warnings, outcome_.warnings);
    return {};
  }

  Status check_first_push() {
    CS_ASSIGN(const auto local, repository_.find_ref(ref()));
    if (!local && rewound_from_) CS_TRY(make_here(*rewound_from_));
    if (!local && !rewound_from_) {
      return fail(Error{ErrorCode::kNotFound, "there is no branch " + quoted(short_ref(ref())) +
                                                  ", neither here nor on " +
                                                  quoted(outcome_.remote)}
                      .hint("claudestep init"));
    }
    if (options_.force_first || !options_.push) return {};
    CS_ASSIGN(const bool is_empty,
              host::is_empty_remote(repository_, environment(), place_.there.remote));
    if (is_empty) return fail(empty_remote(outcome_.remote, ref(), rewound_from_.has_value()));
    return {};
  }

  // Decides on what is there now, and pushes that before anything here moves: what the remote does
  // not take was never part of the local branch, and the next round decides anew.
  Result<bool> write_round(std::optional<git::ObjectId> there) {
    if (there && written_.changed) {
      // The remote may have taken a push whose answer got lost.
      CS_ASSIGN(const git::Ancestry ancestry, repository_.compare(*written_.commit, *there));
      if (ancestry == git::Ancestry::kBehind || ancestry == git::Ancestry::kSame) return true;
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

  // Brings the local branch to what was pushed. The write is done, whatever comes of this.
  void follow(git::ObjectId pushed) {
    WriteOptions write = options_.write;
    write.op_id.reset();
    auto merged = merge(repository_, write, pushed);
    if (merged) {
      outcome_.receipts.insert(outcome_.receipts.end(), merged->receipts.begin(),
                               merged->receipts.end());
      take(merged->warnings, outcome_.warnings);
      return;
    }
    Error& why = merged.error();
    // On the remote it was.
    std::erase_if(why.causes, [](const auto& cause) { return cause.ends_with(kNothingWritten); });
    outcome_.warnings.push_back("the write is on " + quoted(outcome_.remote) +
                                ", but the local branch was not brought along: " + why.one_line() +
                                "; claudestep sync does it");
  }

  // Pushes upon `there`, what the remote had.
  Result<bool> push(git::ObjectId local, std::optional<git::ObjectId> there) {
    CS_ASSIGN(const auto known, find_here(place_.tracking_ref));
    const auto answer = host::push(repository_, environment(), local, place_.there);
    if (!answer || answer->status != host::PushStatus::kDone) {
      CS_TRY(check_half_push(known, there, local, answer));
    }
    CS_ASSIGN(const host::Pushed pushed, answer);
    refused_ = pushed;
    switch (pushed.status) {
      case host::PushStatus::kDone:
        refused_.reset();
        outcome_.pushed = true;
        CS_TRY(check_arrival(known, there, local));
        note_pushed(known, local);
        return true;
      case host::PushStatus::kMovedOn:
        unknown_ = 0;
        CS_TRY(check_contradiction(there, pushed));
        break;
      case host::PushStatus::kUnknown:
        if (++unknown_ < kUnknownTries) break;
        return fail(refused_push(outcome_.remote, ref(), pushed, shared(), squash_command()));
      case host::PushStatus::kRejected:
        return fail(refused_push(outcome_.remote, ref(), pushed, shared(), squash_command()));
    }
    tell("somebody pushed before us (" + escape_for_terminal(pushed.ref.reason) +
         "); starting again from what is there now");
    return false;
  }

  // That somebody else was faster shows in what the remote has in the next round. Where git goes on
  // saying that `there`, upon which is pushed, is no part of that, it does not see what is here.
  Status check_contradiction(std::optional<git::ObjectId> there, const host::Pushed& pushed) {
    const bool denies = there && pushed.ref.reason == kDeniesPart;
    denials_ = !denies ? 0 : denied_ == there ? denials_ + 1 : 1;
    denied_ = denies ? there : std::nullopt;
    if (denials_ < kDenials) return {};
    return fail(denied_push(outcome_.remote, *there, pushed, shared()));
  }

  // After a push that not all addresses took: what only another one has is not noted, as git does
  // it, as what is fetched, and is where the error says.
  Status check_half_push(std::optional<git::ObjectId> known, std::optional<git::ObjectId> there,
                         git::ObjectId local, const Result<host::Pushed>& answer) {
    if (place_.push_sides.empty()) return {};
    const auto fetched =
        host::find_remote_ref(repository_, environment(), {place_.fetch_side, place_.there.ref});
    if (!fetched) return {};  // the next sync asks before it pushes
    if (known && *fetched == there) CS_TRY(note(local, *known, kPushedElsewhereDeed));
    if (!answer || !answer->is_taken) return {};
    CS_ASSIGN(auto other, find_other_place(repository_, environment(), place_, *fetched));
    if (!other) return {};
    add_last_push(*other, *answer);
    return fail(std::move(*other).caused_by(std::string(kStaysThere)));
  }

  // The push is done, whatever comes of this: the next fetch notes it as well.
  void note_pushed(std::optional<git::ObjectId> known, git::ObjectId local) {
    const Status moved = note(known, local, kPushedDeed);
    if (moved) return;
    outcome_.warnings.push_back("it was pushed, but " + quoted(place_.tracking_ref) +
                                " was not brought along: " + moved.error().one_line() +
                                (moved.error().code == ErrorCode::kIo
                                     ? "; nothing is lost, and the next sync does it once it may"
                                     : "; the next sync does it"));
  }

  Status check_arrival(std::optional<git::ObjectId> known, std::optional<git::ObjectId> there,
                       git::ObjectId pushed) {
    Status arrived = store::check_arrival(repository_, environment(), place_, there, pushed,
                                          [this](auto round) { rest(round); });
    // Git has noted it as what is fetched.
    if (!arrived && known) static_cast<void>(note(pushed, *known, kPushedElsewhereDeed));
    return arrived;
  }

  Status note(std::optional<git::ObjectId> from, git::ObjectId to, std::string_view deed) {
    return move_tracking(repository_, options_.write, place_.tracking_ref, {from, to, deed},
                         deadline_, teller());
  }

  Tell teller() {
    return [this](const std::string& note) { outcome_.notes.push_back(note); };
  }

  // Whether this is a write that counts only where it was pushed.
  [[nodiscard]] bool shared() const { return planner_ != nullptr; }

  // Longer the more often others were faster, and never the same twice: so many times as long as a
  // round takes, since that is how long one keeps others from being in time. Of the time that is
  // left only a part, so that there are tries enough.
  void rest(steady_clock::duration round) const {
    thread_local std::minstd_rand random{std::random_device{}()};
    const auto now = steady_clock::now();
    const auto most = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::min(round * (1 << std::min(outcome_.retries, 4)), (deadline_ - now) / 8));
    std::uniform_int_distribution<std::int64_t> spread(1, std::max<std::int64_t>(most.count(), 20));
    std::this_thread::sleep_until(
        std::min(deadline_, now + std::chrono::milliseconds(spread(random))));
  }

  git::Repository& repository_;
  const SyncOptions& options_;
  steady_clock::time_point deadline_;
  SyncPlace place_;
  int apart_ = 0;           // rounds in which two addresses did not say the same
  bool was_asked_ = false;  // whether the remote has said what it has
  std::optional<git::ObjectId> rewound_from_;
  std::optional<git::ObjectId> brought_in_;  // where the branch here moved to
  int unknown_ = 0;
  int denials_ = 0;                      // rounds in which git denied that `denied_` is a part
  std::optional<git::ObjectId> denied_;  // of what was pushed
  Error unfetched_;                      // why the last fetch came to nothing
  std::optional<host::Pushed> refused_;  // what came of the last push, if that came last
  const Planner* planner_ = nullptr;     // of a write that counts only where it was pushed
  WriteOutcome written_;                 // what it came to last
  SyncOutcome outcome_;
};

}  // namespace

Result<SyncOutcome> sync(git::Repository& repository, const SyncOptions& options) {
  return Sync(repository, options).run();
}

Result<WriteOutcome> write_shared(git::Repository& repository, const SyncOptions& options,
                                  const Planner& planner) {
  if (options.write.dry_run) return write(repository, options.write, planner);
  SyncOptions unique = options;
  // Two clones of one author that decide the same in the same second would make one commit, and
  // both would find it on the remote. With one op-id that is what is meant.
  if (!options.write.op_id) unique.write.unique = random_word();
  return Sync(repository, unique).write_with(planner);
}

}  // namespace claudestep::store
