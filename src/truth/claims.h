// Owns: that a commit of the base is the work of one pull request: which of several that claim it
// by equal patches.
// Leaves to others: finding what they claim (evidence.h). Pure.
#pragma once

#include <optional>
#include <vector>

#include "truth/base_history.h"
#include "truth/evidence.h"
#include "truth/records.h"

namespace claudestep::truth {

// Takes from `found`, which is in the order of `records`, the evidence by patches that is
// another's, and makes likely what cannot be settled.
void settle_claims(const BaseHistory& history, const std::vector<Record>& records,
                   std::vector<std::optional<Evidence>>& found);

}  // namespace claudestep::truth
