// Owns: what every command says that reconciles: by itself, from a hook, before it picks a task;
// and what every write says that completes a project.
// Leaves to others: finding out (truth/), the answer of the command.
#pragma once

#include <string>

#include "cli/context.h"
#include "git/repository.h"
#include "store/transaction.h"
#include "truth/reconcile.h"

namespace claudestep::cli {

// Warns of each project file that could not be judged.
void warn_left_out(const Context& context, const truth::Reconciled& result);

// Warns where a shallow clone hides what would tell.
void warn_unknown(const Context& context, const truth::Reconciled& result);

// For each project that a write completed and that follows a plan, how its completion gets back
// into the plan; with claudestep.completePlan it is written there, in the work tree, and what goes
// wrong is warned of.
void say_what_follows(const Context& context, const git::Repository& repository,
                      const std::string& ref, const store::WriteOutcome& outcome);

}  // namespace claudestep::cli
