// Owns: what every command says that reconciles: by itself, from a hook, before it picks a task.
// Leaves to others: finding out (truth/), the answer of the command.
#pragma once

#include "cli/context.h"
#include "store/transaction.h"
#include "truth/reconcile.h"

namespace claudestep::cli {

// Warns of each project file that could not be judged.
void warn_left_out(const Context& context, const truth::Reconciled& result);

// For each project that a write completed, how its completion gets back into the plan.
void say_what_follows(const Context& context, const store::WriteOutcome& outcome);

}  // namespace claudestep::cli
