// Owns: what evidence makes of a record: a change, a doubt, or nothing. Pure.
// Leaves to others: finding the evidence (evidence.h), writing (reconcile.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/reconciliation.h"
#include "truth/base_history.h"
#include "truth/evidence.h"
#include "truth/records.h"

namespace claudestep::truth {

// What a look at the history may conclude from finding nothing.
struct Sight {
  std::string base;              // the name of the branch
  bool partial = false;          // a range of it alone: absence means nothing
  std::optional<Instant> since;  // older commits were not looked at
};

// Adds to `result` what `record` and the evidence for it come to.
void judge(const BaseHistory& history, const Sight& sight, const Record& record,
           const std::optional<Evidence>& evidence, model::Reconciliation& result);

}  // namespace claudestep::truth
