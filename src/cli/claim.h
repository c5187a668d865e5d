// Owns: taking the next ready task for the caller, in one transaction that decides anew whenever
// others were faster. Leaves to others: which task is next (query/next.h), what a claim does
// (model/).
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "cli/command.h"
#include "cli/context.h"
#include "cli/session.h"
#include "query/next.h"
#include "store/plan_folders.h"
#include "store/transaction.h"

namespace claudestep::cli {

struct ClaimRequest {
  std::string project;
  std::int64_t ttl_seconds = 0;
  store::PlanFolders folders;
  bool shared = false;  // won only when the remote has it
  bool alone = false;   // wished so with --no-sync
};

// What --ttl, --no-sync and --base ask for: a claim is shared where the repository has a remote.
[[nodiscard]] Result<ClaimRequest> claim_request(const Arguments& arguments, const Session& session,
                                                 std::string project);

struct ClaimAnswer {
  query::Next next;  // with the claim; without a task nothing was ready and nothing was written
  store::WriteOutcome outcome;
  bool taken_care_of = false;  // the task that the --op-id claimed is in progress or completed
};

// In whose name tasks are claimed here: git's author, "claudestep" where git knows none. What git
// lets through there and a record does not is kept as visible escapes.
[[nodiscard]] Result<std::string> claimant(const Context& context, const Session& session);

// Claims. With --op-id that was given before, the task that it claimed then, while that claim
// counts; no task where that one is in progress or completed by now; else it claims anew, and is
// known by the id with "~2", "~3" and so on behind it. kConflict when the earlier write was
// something else. With --dry-run the outcome alone says what would be claimed. Besides what a write
// fails with: kNotFound for no such project.
[[nodiscard]] Result<ClaimAnswer> claim_next(const Context& context, const Arguments& arguments,
                                             Session& session, const ClaimRequest& request);

// Says on stderr what is to be known of a claim besides the answer.
void say_about_claim(const Context& context, const ClaimRequest& request,
                     const ClaimAnswer& answer);

}  // namespace claudestep::cli
