#include "store/sync.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>
#include <utility>

#include "base/address.h"
#include "base/clock.h"
#include "base/sha256.h"
#include "base/text.h"
#include "host/transport.h"
#include "store/merge.h"
#include "store/remote.h"
#include "store/stale_lock.h"
#include "store/sync_errors.h"
#include "store/write_journal.h"
#include "store/write_lock.h"

namespace claudestep::store {

namespace {

using std::chrono::steady_clock;

constexpr std::string_view kHeadsPrefix = "refs/heads/";
constexpr std::string_view kOwnRefs = "refs/claudestep/";
constexpr std::string_view kSyncNote = "claudestep sync: ";
constexpr std::string_view kPushedElsewhere = "pushed to another repository";
constexpr std::size_t kMovesLookedAt = 100;  // of a tracking ref, for what the remote dropped
constexpr int kPlaceTries = 3;               // until two addresses are two repositories
constexpr int kUnknownTries = 3;             // a reason that we do not know is tried twice again

// A remote by name, or by the path or address that it was given with, as a part of a ref's name.
std::string ref_part(const std::string& remote) {
  return sha256_hex(remote).substr(0, 12);
}

// How a move of the tracking ref is told in its reflog.
std::string noted(std::string_view deed) {
  return std::string(kSyncNote).append(deed);
}

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
    CS_TRY(choose_remote());
    CS_TRY(check_tracking());
    CS_ASSIGN(outcome_.local_before, repository_.find_ref(ref()));
    for (;; ++outcome_.retries) {
      const auto begun = steady_clock::now();
      auto done = one_round();
      if (!done) return fail(with_last_words(std::move(done).error()));
      if (*done) break;
      if (steady_clock::now() >= deadline_) return fail(out_of_time());
      rest(steady_clock::now() - begun);
    }
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

  Status choose_remote() {
    if (!ref().starts_with(kHeadsPrefix)) {
      return fail(Error{ErrorCode::kInvalidInput, quoted(ref()) + " is not a branch"}
                      .caused_by("only refs under refs/heads/ are synced")
                      .hint("name a branch with --ref"));
    }
    CS_ASSIGN(const auto names, repository_.remotes());
    std::optional<std::string> chosen = options_.remote;
    if (!chosen) {
      CS_ASSIGN(chosen, remote_of(repository_, ref()));
    }
    if (!chosen) return fail(no_remote(options_.remote, names));
    CS_ASSIGN(auto name, name_of(*chosen, names));
    const bool is_address = chosen->find_first_of("/:") != std::string::npos;
    if (!name && !is_address) return fail(no_remote(options_.remote, names));
    there_ = {name.value_or(*chosen), ref()};
    if (name) {
      CS_ASSIGN(auto sides, host::sides_of(repository_, environment(), *name));
      // Who names the address of a remote with two means that one.
      if (!sides.pushed_to.empty() && name != chosen) {
        name.reset();
        there_.remote = *chosen;
      } else {
        fetch_side_ = std::move(sides.fetched_from);
        push_sides_ = std::move(sides.pushed_to);
      }
    }
    outcome_.remote = shown_address(there_.remote);
    const std::string branch(ref().substr(kHeadsPrefix.size()));
    tracking_ref_ = name ? "refs/remotes/" + *name + "/" + branch
                         : std::string(kOwnRefs) + "remotes/" + ref_part(*chosen) + "/" + branch;
    incoming_ref_ = std::string(kOwnRefs) + "incoming/" + ref_part(there_.remote) + "/" + branch;
    return {};
  }

  // What was pushed and could not be noted here would not be missed when the remote drops it.
  Status check_tracking() const {
    CS_ASSIGN(const auto tracked, repository_.resolve_ref_name(tracking_ref_));
    const auto other = repository_.ref_in_the_way_of(tracked);
    if (!other) return {};
    return fail(no_place(tracked, *other, repository_.find_ref(*other).value_or(std::nullopt)));
  }

  // The configured remote of that name, or with that address.
  Result<std::optional<std::string>> name_of(const std::string& remote,
                                             const std::vector<std::string>& names) const {
    std::optional<std::string> found;
    if (std::find(names.begin(), names.end(), remote) != names.end()) found = remote;
    for (const std::string& name : names) {
      if (found) break;
      CS_ASSIGN(const auto url, repository_.config("remote." + name + ".url"));
      if (url == remote) found = name;
    }
    return found;
  }

  // Fetches, merges and pushes once. True when both are the same now.
  Result<bool> one_round() {
    if (!options_.fetch) return push_round();
    CS_ASSIGN(const auto known, repository_.find_ref(tracking_ref_));
    // Held until what came is read: another sync of this clone, whose fetch began before ours, must
    // not put what it saw in its place, which would look as if the remote had been rewound.
    CS_ASSIGN(WriteLock held, WriteLock::acquire_fetch(repository_, deadline_));
    std::optional<WriteLock> turn(std::move(held));
    CS_TRY(clear_left_lock(*turn));
    CS_ASSIGN(const auto fetched,
              host::fetch(repository_, {environment(), turn->descriptor()}, there_, incoming_ref_));
    if (fetched.status == host::FetchStatus::kBusy ||
        fetched.status == host::FetchStatus::kUnknown) {
      return fetch_again(fetched);
    }
    std::optional<git::ObjectId> there;
    if (fetched.status == host::FetchStatus::kDone) {
      CS_ASSIGN(there, repository_.find_ref(incoming_ref_));
    }
    turn.reset();
    if (!was_asked_) outcome_.remote_before = there;
    was_asked_ = true;
    CS_ASSIGN(const bool is_one_place, check_push_sides(there));
    if (!is_one_place) return false;
    CS_TRY(check_rewind(known, there));
    if (options_.write.dry_run) {
      CS_ASSIGN(const bool done, preview(there));
      if (!options_.push) outcome_.pushed = false;
      return done;
    }
    if (there) {
      CS_TRY(bring_in(known, *there));
    } else {
      CS_TRY(check_first_push());
    }
    if (shared()) return write_round(there);
    CS_ASSIGN(const auto local, repository_.find_ref(ref()));
    outcome_.commit = local;
    if (local == there || !options_.push) return true;
    return push(*local, there);
  }

  // Pushes what is here where the remote's is part of it.
  Result<bool> push_round() {
    CS_ASSIGN(const auto known, repository_.find_ref(tracking_ref_));
    CS_ASSIGN(const auto local, repository_.find_ref(ref()));
    CS_ASSIGN(const auto there, host::find_remote_ref(repository_, environment(), there_));
    CS_ASSIGN(const bool is_one_place, check_push_sides(there));
    if (!is_one_place) return false;
    if (!was_asked_) outcome_.remote_before = there;
    was_asked_ = true;
    outcome_.commit = local;
    if (!local && there) return fail(not_merged(outcome_.remote, ref(), *there));
    if (there && !repository_.has_object(*there)) {
      // What the remote had before may be all that there is to push.
      CS_ASSIGN(const bool is_there, known ? contains(*known, *local) : Result<bool>(false));
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

  // A fetch that was killed may have left its lock. No sync is at it while we have the turn, but a
  // git that packs refs may be, and would take away what is fetched if its lock were taken from it:
  // a young one is left alone, and the fetch comes again.
  Status clear_left_lock(const WriteLock& turn) {
    if (turn.descriptor() < 0) return {};
    const std::string path = ref_lock_path(repository_.common_dir(), incoming_ref_);
    const auto lock = look_at_lock(path);
    if (!lock || is_young(*lock)) return {};
    CS_ASSIGN(const bool removed, remove_left_lock(path, *lock));
    if (removed) {
      outcome_.notes.push_back("removed " + quoted(incoming_ref_ + ".lock") +
                               ", which a fetch that was killed had left");
    }
    return {};
  }

  // Whether a push goes to the repository that was fetched from: two addresses of one say the same
  // of the branch, unless somebody pushed in between, which the next round tells.
  Result<bool> check_push_sides(std::optional<git::ObjectId> there) {
    if (!options_.push) return true;
    for (const std::string& address : push_sides_) {
      CS_ASSIGN(const auto other,
                host::find_remote_ref(repository_, environment(), {address, there_.ref}));
      if (other == there) continue;
      unfetched_ = two_places(outcome_.remote, {fetch_side_, there}, {address, other}, ref());
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
    tell("another fetch is under way; trying again");
    return false;
  }

  [[nodiscard]] Error with_last_words(Error error) const {
    if (error.retryable() && refused_) add_last_push(error, *refused_);
    return error;
  }

  [[nodiscard]] Error out_of_time() const {
    const int rounds = outcome_.retries + 1;
    if (refused_) return kept_pushing(outcome_.remote, rounds, shared(), *refused_);
    return kept_fetching(unfetched_, rounds, shared());
  }

  Status check_rewind(std::optional<git::ObjectId> known, std::optional<git::ObjectId> there) {
    rewound_from_.reset();
    std::optional<git::ObjectId> had = known == there ? std::nullopt : known;
    if (had && there) {
      CS_ASSIGN(const bool is_kept, contains(*there, *had));
      if (is_kept) had.reset();
    }
    if (!had && there) {
      CS_ASSIGN(had, dropped_before(*there));
    }
    if (!had) return {};
    CS_TRY(check_depth(*had, there));
    if (!push_sides_.empty()) {
      // What is missing is where it was pushed to, which is no rewind.
      return fail(
          two_places(outcome_.remote, {fetch_side_, there}, {push_sides_.front(), had}, ref()));
    }
    if (!options_.accept_rewind) return fail(rewound(outcome_.remote, ref(), *had, there));
    outcome_.rewound = true;
    rewound_from_ = had;
    return {};
  }

  // A history that was cut off short of where both meet looks like one that was rewound.
  Status check_depth(git::ObjectId had, std::optional<git::ObjectId> there) const {
    if (!there || !repository_.is_shallow()) return {};
    CS_ASSIGN(const auto shared, repository_.merge_bases(had, *there));
    if (shared.empty()) return fail(too_shallow());
    return {};
  }

  Result<bool> contains(git::ObjectId tip, git::ObjectId commit) const {
    CS_ASSIGN(const git::Ancestry ancestry, repository_.compare(commit, tip));
    return ancestry == git::Ancestry::kSame || ancestry == git::Ancestry::kBehind;
  }

  // What the remote once had, by the reflog of the tracking ref, of which the local branch holds
  // something that is not there any more: `git fetch` follows a rewind and says nothing to us.
  Result<std::optional<git::ObjectId>> dropped_before(git::ObjectId there) const {
    std::optional<git::ObjectId> dropped;
    CS_ASSIGN(const auto local, repository_.find_ref(ref()));
    if (!local) return dropped;
    CS_ASSIGN(const bool is_there, contains(there, *local));
    if (is_there) return dropped;
    CS_ASSIGN(auto moves, repository_.reflog(tracking_ref_));
    if (moves.size() > kMovesLookedAt) moves.resize(kMovesLookedAt);
    for (const git::ReflogEntry& move : moves) {
      if (move.message == noted(kPushedElsewhere)) continue;  // the remote never had it
      // An id that cannot be compared is none (a new ref), or was pruned and is not in our branch.
      if (contains(move.new_id, move.old_id).value_or(true)) continue;
      CS_ASSIGN(const bool came_back, contains(there, move.old_id));
      CS_ASSIGN(const auto shared, repository_.merge_bases(*local, move.old_id));
      if (came_back || shared.empty()) continue;
      CS_ASSIGN(const bool is_kept, contains(there, shared.front()));
      if (!is_kept) return std::optional(move.old_id);
    }
    return dropped;
  }

  // Merges what the remote has into the local branch.
  Status bring_in(std::optional<git::ObjectId> known, git::ObjectId there) {
    CS_ASSIGN(const auto before, repository_.find_ref(ref()));
    WriteOptions write = options_.write;
    write.op_id.reset();
    CS_ASSIGN(const auto merged, rewound_from_ ? rebase(repository_, write, *rewound_from_, there)
                                               : merge(repository_, write, there));
    // Only now: a merge that failed is to find the remote as new as it was.
    CS_TRY(move_tracking(known, there, "fetch"));
    outcome_.receipts.insert(outcome_.receipts.end(), merged.receipts.begin(),
                             merged.receipts.end());
    take(merged.notes, outcome_.notes);
    take(merged.warnings, outcome_.warnings);
    if (!merged.changed) return {};
    outcome_.fetched = true;
    if (before && merged.commit != there) outcome_.merged = true;
    return {};
  }

  static void take(const std::vector<std::string>& from, std::vector<std::string>& to) {
    for (const std::string& one : from) {
      if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
    }
  }

  Status check_first_push() {
    CS_ASSIGN(const auto local, repository_.find_ref(ref()));
    if (!local) {
      return fail(Error{ErrorCode::kNotFound, "there is no branch " + quoted(short_ref(ref())) +
                                                  ", neither here nor on " +
                                                  quoted(outcome_.remote)}
                      .hint("claudestep init"));
    }
    if (options_.force_first || !options_.push) return {};
    CS_ASSIGN(const bool is_empty,
              host::is_empty_remote(repository_, environment(), there_.remote));
    if (is_empty) return fail(empty_remote(outcome_.remote, ref()));
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
    const auto merged = merge(repository_, write, pushed);
    if (merged) {
      take(merged->warnings, outcome_.warnings);
      return;
    }
    outcome_.warnings.push_back("the write is on " + quoted(outcome_.remote) +
                                ", but the local branch was not brought along: " +
                                merged.error().message + "; claudestep sync does it");
  }

  // Pushes upon `there`, what the remote had.
  Result<bool> push(git::ObjectId local, std::optional<git::ObjectId> there) {
    CS_ASSIGN(const auto known, repository_.find_ref(tracking_ref_));
    CS_ASSIGN(const auto pushed, host::push(repository_, environment(), local, there_));
    refused_ = pushed;
    switch (pushed.status) {
      case host::PushStatus::kDone:
        refused_.reset();
        outcome_.pushed = true;
        if (const Status arrived = check_arrival(local, there); !arrived) {
          // Git has noted it as what is fetched.
          if (known) static_cast<void>(move_tracking(local, *known, kPushedElsewhere));
          return fail(arrived.error());
        }
        note_pushed(known, local);
        return true;
      case host::PushStatus::kMovedOn:
        unknown_ = 0;
        break;
      case host::PushStatus::kUnknown:
        if (++unknown_ < kUnknownTries) break;
        return fail(refused_push(outcome_.remote, ref(), pushed, shared()));
      case host::PushStatus::kRejected:
        return fail(refused_push(outcome_.remote, ref(), pushed, shared()));
    }
    tell("somebody pushed before us (" + escape_for_terminal(pushed.ref.reason) +
         "); starting again from what is there now");
    return false;
  }

  // The push is done, whatever comes of this: the next fetch notes it as well.
  void note_pushed(std::optional<git::ObjectId> known, git::ObjectId local) {
    const Status moved = move_tracking(known, local, "push");
    if (moved) return;
    outcome_.warnings.push_back("it was pushed, but " + quoted(tracking_ref_) +
                                " was not brought along: " + moved.error().one_line() +
                                "; the next sync does it");
  }

  // Two addresses that say the same before a push are two repositories if only one has it then.
  Status check_arrival(git::ObjectId pushed, std::optional<git::ObjectId> there) const {
    if (push_sides_.empty()) return {};
    const auto begun = steady_clock::now();
    for (int tries = 1;; ++tries) {
      const auto fetched =
          host::find_remote_ref(repository_, environment(), {fetch_side_, there_.ref});
      // Who does not answer now is asked by the next sync, before it pushes.
      if (!fetched || *fetched != there) return {};
      if (tries == kPlaceTries) break;
      rest(steady_clock::now() - begun);
    }
    Error error =
        two_places(outcome_.remote, {fetch_side_, there}, {push_sides_.front(), pushed}, ref());
    return fail(
        std::move(error).caused_by("before the push both were alike; what was pushed stays there"));
  }

  // Git may have done so itself; another sync may have gone further, which is well.
  Status move_tracking(std::optional<git::ObjectId> from, git::ObjectId to, std::string_view deed) {
    CS_ASSIGN(const auto now_at, repository_.find_ref(tracking_ref_));
    if (now_at == to || now_at != from) return {};
    CS_ASSIGN(const auto configured, repository_.signature(git::Repository::Role::kCommitter,
                                                           options_.write.clock->now()));
    const git::Signature who = configured.value_or(
        git::Signature{"claudestep", "claudestep@localhost", options_.write.clock->now(), 0});
    // Noted as any write is, so that a lock which is left when we are killed is cleared up.
    const auto said = [this](const std::string& note) { outcome_.notes.push_back(note); };
    CS_ASSIGN(WriteLock lock, WriteLock::acquire(repository_, deadline_, said));
    CS_TRY(lock.remember({tracking_ref_, to, SystemClock().now(), {}}));
    const auto swapped = repository_.compare_and_swap(tracking_ref_, from, to, who, noted(deed));
    lock.forget();
    if (!swapped) return fail(swapped.error());
    return {};
  }

  Result<bool> preview(std::optional<git::ObjectId> there) {
    const auto local = outcome_.local_before;
    if (!there) CS_TRY(check_first_push());
    outcome_.commit = local ? local : there;
    outcome_.pushed = local && !there;
    outcome_.fetched = !local;
    if (!local || !there) return true;
    if (rewound_from_) return preview_rewound(*local, *there);
    CS_ASSIGN(const git::Ancestry ancestry, repository_.compare(*local, *there));
    outcome_.fetched = ancestry != git::Ancestry::kSame && ancestry != git::Ancestry::kAhead;
    outcome_.pushed = ancestry != git::Ancestry::kSame && ancestry != git::Ancestry::kBehind;
    outcome_.merged = outcome_.fetched && outcome_.pushed;
    if (!outcome_.pushed) outcome_.commit = there;
    if (!outcome_.merged) return true;
    CS_ASSIGN(const HeldMerge merged, merge_commits(repository_, *local, *there));
    outcome_.commit = merged.commit;
    outcome_.receipts = merged.receipts;
    return true;
  }

  // The commit that would carry what was never pushed is not known: its date is that of its making.
  Result<bool> preview_rewound(git::ObjectId local, git::ObjectId there) {
    CS_ASSIGN(const auto put, rebase(repository_, options_.write, *rewound_from_, there));
    CS_ASSIGN(const git::Ancestry ancestry, repository_.compare(local, *rewound_from_));
    outcome_.fetched = true;
    outcome_.merged = ancestry != git::Ancestry::kSame && ancestry != git::Ancestry::kBehind;
    outcome_.pushed = outcome_.merged;
    outcome_.commit = outcome_.merged ? std::nullopt : std::optional(there);
    outcome_.receipts = put.receipts;
    return true;
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
  host::RemoteRef there_;
  std::string tracking_ref_;
  std::string incoming_ref_;             // where a fetch lands before anything is decided
  std::string fetch_side_;               // of a remote that is pushed to elsewhere
  std::vector<std::string> push_sides_;  // of the same; else empty
  int apart_ = 0;                        // rounds in which the two did not say the same
  bool was_asked_ = false;               // whether the remote has said what it has
  std::optional<git::ObjectId> rewound_from_;
  int unknown_ = 0;
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
