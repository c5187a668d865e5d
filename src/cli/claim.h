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
  const store::PlanFolders* folders = nullptr;
};

struct ClaimAnswer {
  query::Next next;  // with the claim; without a task nothing was ready and nothing was written
  store::WriteOutcome outcome;
};

// In whose name tasks are claimed here: git's author, "claudestep" where git knows none. What git
// lets through there and a record does not is kept as visible escapes.
[[nodiscard]] Result<std::string> claimant(const Context& context, const Session& session);

// Claims in this repository alone. With --op-id, the task that the earlier write of that id
// claimed; kConflict when that claim counts no more, or when that write was something else. With
// --dry-run the outcome alone says what would be claimed. Besides what a write fails with:
// kNotFound for no such project.
[[nodiscard]] Result<ClaimAnswer> claim_next(const Context& context, const Arguments& arguments,
                                             Session& session, const ClaimRequest& request);

}  // namespace claudestep::cli
