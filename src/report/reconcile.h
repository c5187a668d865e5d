// Owns: what reconcile found, as text and as members of a JSON answer.
// Leaves to others: finding it out (truth/), what the write came to (cli/write_answer.h).
#pragma once

#include <string>

#include "base/json_writer.h"
#include "model/reconciliation.h"
#include "report/style.h"

namespace claudestep::report {

// Changes that were not applied, doubts, and what could not be known; empty when there is none of
// them.
[[nodiscard]] std::string reconciliation_text(const model::Reconciliation& found,
                                              const Style& style);

// The members base, changes, doubts, adopted and unknown of the kind "reconcile".
void write_reconciliation(JsonWriter& writer, const model::Reconciliation& found);

}  // namespace claudestep::report
