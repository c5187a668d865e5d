// Owns: bringing what is done back into the plan that a project follows.
// Leaves to others: the words of the plan (plan/write_back.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/context.h"
#include "git/repository.h"
#include "model/project.h"
#include "plan/plan.h"
#include "plan/write_back.h"

namespace claudestep::cli {

struct PlanCompletion {
  plan::Plan plan;
  std::int64_t completed = 0;              // items of the plan
  std::vector<plan::OtherWords> reworded;  // the plan is to be imported first: nothing is changed
  plan::WrittenBack back;
  std::string file;      // in the work tree; "" where there is none, and HEAD was read
  bool written = false;  // to that file
};

// How far the plan that `project` follows is, and what is to be said in it. With `write` it is said
// there, in the work tree. kNotFound for a project that follows no plan, kUnsupported for writing
// without a work tree, kInvalidInput for a plan that cannot be read or that leads out of the work
// tree; else as reading and writing files. Requires: a settled project.
[[nodiscard]] Result<PlanCompletion> complete_plan(const Context& context,
                                                   const git::Repository& repository,
                                                   const model::Project& project, bool write);

}  // namespace claudestep::cli
