// Owns: making the branch here and on a remote the same: fetch, merge, push, and again when others
// were faster; and writes that count only where the remote has them. Nothing is ever forced, and
// nothing is lost.
// Leaves to others: the transport (host/transport.h), merging (store/merge.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "store/transaction.h"

namespace claudestep::store {

struct SyncOptions {
  WriteOptions write;                 // its time-out is that of the whole sync
  std::optional<std::string> remote;  // a name, an absolute path or an address; none: the branch's
  bool force_first = false;           // push to a remote that has no branch yet
  bool accept_rewind = false;         // go along with a remote that dropped commits
  bool squash = false;                // push one commit in the place of all that was never pushed
  bool fetch = true;                  // else only push, where nothing has to be merged first
  bool push = true;                   // else only fetch and merge
};

struct SyncOutcome {
  std::string remote;  // as it is shown: without a password
  std::optional<git::ObjectId> local_before;
  std::optional<git::ObjectId> remote_before;  // none: the remote had no such branch
  std::optional<git::ObjectId> commit;  // where both are now; with dry_run where they would be
  bool merged = false;                  // both sides had news
  bool pushed = false;
  bool fetched = false;                   // the local branch moved to what the remote had
  bool rewound = false;                   // a rewind of the remote was accepted
  std::optional<git::ObjectId> squashed;  // the last commit of those that became one
  std::vector<model::Receipt> receipts;   // what gave way in the merges
  int retries = 0;
  std::vector<std::string> notes;
  std::vector<std::string> warnings;
};

// On success the branch is the same here and there (with dry_run nothing has moved, though objects
// were fetched); without `push` it has here what it has there, without `fetch` there what it has
// here, and kConflict when that cannot be without a merge. kNotFound without a remote, or where
// neither side has the branch. kConflict for an empty remote, which would take this branch for its
// default. kDivergedRewound when the remote dropped commits that it had. kRejected with all that
// the remote said. kBusy when the time is up: what was merged by then stays. Else what fetching,
// merging and writing fail with.
[[nodiscard]] Result<SyncOutcome> sync(git::Repository& repository, const SyncOptions& options);

// A write that is done when the remote has it, and else not at all: fetches and merges as sync()
// does, lets `planner` decide on that, pushes the commit, and only then brings the local branch to
// it. Where somebody else was faster, the commit is forgotten and all of it done again from what is
// there now; it is never merged. What was unpushed here goes along. With dry_run nothing is
// fetched. Fails as sync() and write() do; then nothing was written, though what was fetched stays.
[[nodiscard]] Result<WriteOutcome> write_shared(git::Repository& repository,
                                                const SyncOptions& options, const Planner& planner);

}  // namespace claudestep::store
