// Owns: the one door through which metadata changes: operations in, one commit out, or nothing at
// all. Leaves to others: what an operation does (model/), how objects are written (git/).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/environment.h"
#include "base/result.h"
#include "git/repository.h"
#include "model/operation.h"
#include "store/view.h"

namespace claudestep::store {

// What a write needs to know besides its operations.
struct WriteOptions {
  std::string ref = std::string(kDefaultRef);
  const Environment* environment = nullptr;
  const Clock* clock = nullptr;
  bool dry_run = false;
  bool force = false;                // write a branch that is not recognised as ours
  std::optional<std::string> op_id;  // an explicit id that makes a retried write a no-op
  // What is asked for whatever the branch has: an op_id by which something else was done is then
  // refused. Empty where the planner decides: it may come to something else each time.
  std::vector<model::Operation> asked;
  // Where the planner decides, what each of its operations is, as a trailer says it: "undo
  // commit=...". An op_id by which anything else was done is then refused. Empty: not told.
  std::string asked_kind;
  // Set: the commit follows from evidence alone, so that every clone makes the same one: its author
  // and dates are not those of here and now, the operations are made at the time that this says,
  // asked after the planner, and no last_updated goes back to it.
  std::function<Instant()> evidence_time;
  std::string unique;                 // tells the commit from any other; empty: nothing need
  std::int64_t timeout_seconds = 10;  // for what others hold or keep moving: ref, index, our lock
  // Told of retries and of locks removed; for -v and for warnings.
  std::function<void(const std::string&)> verbose;
};

// How the cause ends by which a write gave up.
inline constexpr std::string_view kNothingWritten = "; nothing was written";

// A function from what a view shows to the operations to do. Called again, with a new view, on
// every retry.
using Planner =
    std::function<Result<std::vector<model::Operation>>(const View& view, model::Branch& branch)>;

// What a write came to.
struct WriteOutcome {
  std::optional<git::ObjectId>
      commit;  // the new one, or the earlier one of the same op-id; none: nothing changed
  bool changed = false;
  std::vector<model::Operation>
      operations;  // that had an effect; all that were asked when none had
  int retries = 0;
  std::vector<std::string> completed_projects;  // that became complete by this write
  std::vector<std::string> warnings;            // for stderr
  std::vector<std::string> notes;               // "upgraded projects/a.json from 1.0 steps to 2.0"
  std::string diff;                             // with dry_run: what would change
  std::vector<model::Receipt> receipts;         // what gave way in a merge that this write made
};

// Runs one transaction. On any error nothing was written. kBusy when the deadline passed, kDirty
// when a work tree that has the branch checked out is in the way, kDivergedRewound when a view
// cannot be merged, kCorrupt when the tip or an object it needs is missing; what the planner or an
// operation refuses comes out as they say it.
[[nodiscard]] Result<WriteOutcome> write(git::Repository& repository, const WriteOptions& options,
                                         const Planner& planner);

// The same for operations that do not depend on the view.
[[nodiscard]] Result<WriteOutcome> write(git::Repository& repository, const WriteOptions& options,
                                         std::vector<model::Operation> operations);

// The commit that write() would make now: its objects are written, but no ref moves, so that it is
// forgotten unless somebody makes one point to it. Fails as write() does, but for what moves.
[[nodiscard]] Result<WriteOutcome> compose(git::Repository& repository, const WriteOptions& options,
                                           const Planner& planner);

// Merges the commit `other` into the local branch: nothing when it is contained, a fast-forward
// when the branch is, else a merge commit (store/merge.h). The outcome has no operations. Fails as
// a write does; with what merge_commits() says as well.
[[nodiscard]] Result<WriteOutcome> merge(git::Repository& repository, const WriteOptions& options,
                                         git::ObjectId other);

// Puts what the local branch has beyond `had` on `tip`, as one commit: what a branch does whose
// remote dropped commits up to `had`. Without such work the branch moves to `tip`.
[[nodiscard]] Result<WriteOutcome> rebase(git::Repository& repository, const WriteOptions& options,
                                          git::ObjectId had, git::ObjectId tip);

// Puts what the local branch has beyond `tip`, which it contains, upon that as one commit.
// kConflict where that takes away what `tip` has, kUnsupported in a shallow or partial clone.
[[nodiscard]] Result<WriteOutcome> squash(git::Repository& repository, const WriteOptions& options,
                                          git::ObjectId tip);

// Makes the branch with its README if it is not there. `changed` is false when it was.
[[nodiscard]] Result<WriteOutcome> init(git::Repository& repository, const WriteOptions& options);

}  // namespace claudestep::store
