#include "store/sync.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>
#include <utility>

#include "base/clock.h"
#include "base/sha256.h"
#include "base/text.h"
#include "host/transport.h"
#include "store/remote.h"
#include "store/write_lock.h"

namespace claudestep::store {

namespace {

using std::chrono::steady_clock;

constexpr std::string_view kHeadsPrefix = "refs/heads/";
constexpr std::string_view kOwnRefs = "refs/claudestep/";
constexpr int kUnknownTries = 3;  // a reason that we do not know is tried twice again

// A remote by name, or by the path or address that it was given with, as a part of a ref's name.
std::string ref_part(const std::string& remote) {
  return sha256_hex(remote).substr(0, 12);
}

Error no_remote(const SyncOptions& options, const std::vector<std::string>& names) {
  if (options.remote) {
    Error error{ErrorCode::kNotFound, "no remote " + quoted(*options.remote)};
    if (const auto near = nearest(*options.remote, names)) {
      error.hints.push_back("did you mean " + quoted(*near) + "?");
    }
    error.hints.emplace_back("git remote -v lists them; a path or an address can be given as well");
    return error;
  }
  if (names.empty()) {
    return Error{ErrorCode::kNotFound, "there is no remote to sync with"}.hint(
        "git remote add origin ADDRESS, or claudestep sync ADDRESS");
  }
  Error error{ErrorCode::kNotFound, "there are several remotes, and none is chosen"};
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + quoted(name);
  error.causes.push_back("they are " + list);
  error.hints.emplace_back("claudestep sync NAME, or: git config remote.pushDefault NAME");
  return error;
}

Error empty_remote(const std::string& remote, const std::string& ref) {
  return Error{ErrorCode::kConflict, "the remote " + quoted(remote) + " is empty"}
      .caused_by(
          "a forge makes the first branch that it gets its default: the one that people "
          "see and clone")
      .hint("push the code first; or claudestep sync --force-first, to push " +
            quoted(short_ref(ref)) + " all the same");
}

Error rewound(const std::string& remote, const std::string& ref, git::ObjectId had,
              std::optional<git::ObjectId> has) {
  const std::string branch = quoted(short_ref(ref));
  Error error{ErrorCode::kDivergedRewound, "the remote " + quoted(remote) + " was rewound"};
  error.causes.push_back(
      has ? branch + " there is at " + has->hex().substr(0, 7) + ", which does not contain " +
                had.hex().substr(0, 7) + " that it had"
          : branch + " is not there any more; it was at " + had.hex().substr(0, 7));
  error.causes.emplace_back("somebody forced it, or took it away; nothing was changed here");
  if (has) {
    error.hints.push_back("git log " + has->hex().substr(0, 7) + ".." + had.hex().substr(0, 7) +
                          " shows what was dropped");
  }
  error.hints.emplace_back(
      has ? "--accept-rewind drops it here as well, and puts what was never pushed on the new tip"
          : "--accept-rewind pushes the branch again");
  return error;
}

class Sync {
 public:
  Sync(git::Repository& repository, const SyncOptions& options)
      : repository_(repository),
        options_(options),
        deadline_(steady_clock::now() + std::chrono::seconds(options.write.timeout_seconds)) {}

  Result<SyncOutcome> run() {
    CS_TRY(choose_remote());
    CS_ASSIGN(outcome_.local_before, repository_.find_ref(ref()));
    for (;; ++outcome_.retries) {
      CS_ASSIGN(const bool done, one_round());
      if (done) break;
      if (steady_clock::now() >= deadline_) return fail(out_of_time());
      rest();
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
    if (!chosen) return fail(no_remote(options_, names));
    CS_ASSIGN(const auto name, name_of(*chosen, names));
    const bool is_address = chosen->find_first_of("/:") != std::string::npos;
    if (!name && !is_address) return fail(no_remote(options_, names));
    outcome_.remote = name.value_or(*chosen);
    there_ = {outcome_.remote, ref()};
    const std::string branch(ref().substr(kHeadsPrefix.size()));
    tracking_ref_ = name ? "refs/remotes/" + *name + "/" + branch
                         : std::string(kOwnRefs) + "remotes/" + ref_part(*chosen) + "/" + branch;
    incoming_ref_ = std::string(kOwnRefs) + "incoming/" + ref_part(outcome_.remote) + "/" + branch;
    return {};
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
    CS_ASSIGN(const auto known, repository_.find_ref(tracking_ref_));
    CS_ASSIGN(const auto fetched, host::fetch(repository_, environment(), there_, incoming_ref_));
    if (fetched == host::FetchStatus::kBusy) {
      tell("another fetch is under way; trying again");
      return false;
    }
    std::optional<git::ObjectId> there;
    if (fetched == host::FetchStatus::kDone) {
      CS_ASSIGN(there, repository_.find_ref(incoming_ref_));
    }
    if (outcome_.retries == 0) outcome_.remote_before = there;
    CS_TRY(check_rewind(known, there));
    if (options_.write.dry_run) return preview(there);
    if (there) {
      CS_TRY(bring_in(known, *there));
    } else {
      CS_TRY(check_first_push());
    }
    CS_ASSIGN(const auto local, repository_.find_ref(ref()));
    outcome_.commit = local;
    if (local == there) return true;
    return push(*local);
  }

  Status check_rewind(std::optional<git::ObjectId> known, std::optional<git::ObjectId> there) {
    rewound_from_.reset();
    if (!known || known == there) return {};
    if (there) {
      CS_ASSIGN(const git::Ancestry ancestry, repository_.compare(*known, *there));
      if (ancestry == git::Ancestry::kBehind) return {};
    }
    if (!options_.accept_rewind) return fail(rewound(outcome_.remote, ref(), *known, there));
    outcome_.rewound = true;
    rewound_from_ = known;
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
    if (options_.force_first) return {};
    CS_ASSIGN(const bool is_empty,
              host::is_empty_remote(repository_, environment(), outcome_.remote));
    if (is_empty) return fail(empty_remote(outcome_.remote, ref()));
    return {};
  }

  Result<bool> push(git::ObjectId local) {
    CS_ASSIGN(const auto known, repository_.find_ref(tracking_ref_));
    CS_ASSIGN(const auto pushed, host::push(repository_, environment(), local, there_));
    switch (pushed.status) {
      case host::PushStatus::kDone:
        outcome_.pushed = true;
        CS_TRY(move_tracking(known, local, "push"));
        return true;
      case host::PushStatus::kMovedOn:
        break;
      case host::PushStatus::kUnknown:
        if (++unknown_ < kUnknownTries) break;
        return fail(refused(pushed));
      case host::PushStatus::kRejected:
        return fail(refused(pushed));
    }
    tell("somebody pushed before us (" + escape_for_terminal(pushed.ref.reason) +
         "); starting again from what is there now");
    return false;
  }

  [[nodiscard]] Error refused(const host::Pushed& pushed) const {
    std::string reason = pushed.ref.summary;
    if (!pushed.ref.reason.empty()) reason += " (" + pushed.ref.reason + ")";
    Error error{ErrorCode::kRejected, "the remote " + quoted(outcome_.remote) + " refused " +
                                          quoted(short_ref(ref())) + ": " +
                                          escape_for_terminal(reason)};
    error.causes = pushed.said;
    error.hints.emplace_back(
        "what was written is safe in the local branch; claudestep sync pushes it once the remote "
        "lets it");
    return error;
  }

  // Git may have done so itself; another sync may have gone further, which is well.
  Status move_tracking(std::optional<git::ObjectId> from, git::ObjectId to,
                       const std::string& deed) {
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
    const auto swapped =
        repository_.compare_and_swap(tracking_ref_, from, to, who, "claudestep sync: " + deed);
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
    CS_ASSIGN(const git::Ancestry ancestry, repository_.compare(*local, *there));
    outcome_.fetched = ancestry != git::Ancestry::kSame && ancestry != git::Ancestry::kAhead;
    outcome_.pushed = ancestry != git::Ancestry::kSame && ancestry != git::Ancestry::kBehind;
    outcome_.merged = outcome_.fetched && outcome_.pushed;
    if (!outcome_.pushed) outcome_.commit = there;
    if (!outcome_.merged || rewound_from_) return true;
    CS_ASSIGN(const HeldMerge merged, merge_commits(repository_, *local, *there));
    outcome_.commit = merged.commit;
    outcome_.receipts = merged.receipts;
    return true;
  }

  [[nodiscard]] Error out_of_time() const {
    return Error{ErrorCode::kBusy, "others kept pushing to " + quoted(outcome_.remote)}
        .caused_by("gave up after " +
                   counted(static_cast<std::size_t>(outcome_.retries) + 1, "round") +
                   "; what was written is safe in the local branch")
        .hint("try again; --timeout T waits longer");
  }

  // Longer the more often others were faster, and never the same twice.
  void rest() const {
    thread_local std::minstd_rand random{std::random_device{}()};
    const int most = 20 << std::min(outcome_.retries, 5);
    std::uniform_int_distribution<int> spread(1, most);
    std::this_thread::sleep_until(
        std::min(deadline_, steady_clock::now() + std::chrono::milliseconds(spread(random))));
  }

  git::Repository& repository_;
  const SyncOptions& options_;
  steady_clock::time_point deadline_;
  host::RemoteRef there_;
  std::string tracking_ref_;
  std::string incoming_ref_;  // where a fetch lands before anything is decided
  std::optional<git::ObjectId> rewound_from_;
  int unknown_ = 0;
  SyncOutcome outcome_;
};

}  // namespace

Result<SyncOutcome> sync(git::Repository& repository, const SyncOptions& options) {
  return Sync(repository, options).run();
}

}  // namespace claudestep::store
