// Owns: the rules: which commit of the base shows that a recorded pull request was merged, and how
// strongly.
// Leaves to others: reading history (base_history.h) and records (records.h), what becomes of what
// is found (judge.h).
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/reconciliation.h"
#include "truth/base_history.h"
#include "truth/records.h"

namespace claudestep::truth {

// A commit that shows a merge.
struct Evidence {
  model::TruthRule rule = model::TruthRule::kMergeCommit;
  model::TruthWeight weight = model::TruthWeight::kProved;
  Place commit = kNowhere;
  std::vector<Place> work;  // the commits of the base that are equal to those of the branch
};

// The strongest evidence for each of `records`, in their order; nothing where there is none. A
// commit is evidence for one pull request only: what several claim by equal patches goes to the one
// that the commit names, or that had the branch at the time, or is likely alone. `base_names` are
// the names that merges into the base give it.
[[nodiscard]] Result<std::vector<std::optional<Evidence>>> find_evidence(
    const git::Repository& repository, const BaseHistory& history,
    const std::vector<Record>& records, const std::vector<std::string>& base_names,
    std::optional<std::chrono::steady_clock::time_point> deadline);

}  // namespace claudestep::truth
