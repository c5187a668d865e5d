// Owns: reconcile: what the history of the base branch proves about pull requests, brought into
// their records as one commit.
// Leaves to others: walking (base_history.h), the rules (evidence.h), the one door (store/).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/reconciliation.h"
#include "store/transaction.h"
#include "store/view.h"

namespace claudestep::truth {

// The commits that an event brought: those of `newer` that `older` does not reach.
struct CommitRange {
  git::ObjectId older;
  git::ObjectId newer;
};

struct ReconcileOptions {
  store::WriteOptions write;          // write.dry_run: find out what would change, with the diff
  std::optional<std::string> base;    // "main" or any revision; none: see base_of()
  std::vector<std::string> projects;  // these; empty: all of projects/
  bool write_nothing = false;         // find out only, and take no lock
  bool likely = false;                // apply likely changes as well
  bool adopt = false;                 // record pull requests that convention ties to a task
  bool settle_doubts = false;         // record doubted merges as closed
  std::optional<Instant> since;       // look at commits from then on
  std::optional<CommitRange> range;   // look at these commits alone; absence then means nothing
  // Gives up with kBusy, nothing written, when it passes while the history is read.
  std::optional<std::chrono::steady_clock::time_point> deadline;
};

struct Reconciled {
  model::Reconciliation found;
  // Whether anything is or was to be done: what `--check` exits 1 for. Doubts count.
  bool drift = false;
  // What the write came to, completed_projects and diff with it; unchanged where none was needed.
  store::WriteOutcome write;
  std::vector<store::Unreadable> unreadable;  // project files that were left out
};

// Reads the records from a fresh view, judges them by the base branch, and writes what is proved.
// The commit is made from evidence alone, author, dates and last_updated too: every clone that
// reconciles the same records with the same history makes the same commit. Run again it changes
// nothing, and then takes no lock. kNotFound for a project or a base that is not there; kBusy when
// the deadline passed; else as store::write.
[[nodiscard]] Result<Reconciled> reconcile(git::Repository& repository,
                                           const ReconcileOptions& options);

}  // namespace claudestep::truth
