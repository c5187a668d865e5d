// Owns: which task of a project each item of a plan is, and how the two differ.
// Leaves to others: changing the project (model's SetPlan).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/operation.h"
#include "model/project.h"
#include "model/text_match.h"
#include "plan/plan.h"

namespace claudestep::plan {

// For each item of a plan the place of its task in `project.tasks`, or nothing for a new one. By
// the item's name in the plan, then by equal text, then a placeholder by its place, then by
// likeness, best first; no task twice. Tasks that an earlier plan removed come after present ones.
// Where some of equal or alike tasks must be left out, it is those with the least to lose.
// Requires: settled ids.
using model::Matches;
[[nodiscard]] Matches match(const model::Project& project, const Plan& plan);

// Whether `task` is this item of `plan` beyond doubt: by its name in the plan, or by equal text,
// white space apart.
[[nodiscard]] bool is_surely(const model::Task& task, const Plan& plan, const Item& item);

// The operation that makes the project's tasks those of the plan.
[[nodiscard]] model::SetPlan set_plan_of(const model::Project& project, const Plan& plan,
                                         const Matches& matches);

// A task that a plan changes.
struct DriftedTask {
  std::int64_t index = 0;  // in the plan; in the project for a removed one
  std::string id;
  std::string text;        // in the plan; in the project for a removed one
  std::string claimed_by;  // of a removed one: who is at work on it, else empty

  bool operator==(const DriftedTask&) const = default;
};

// How a plan differs from a project. A task may be in several lists.
struct Drift {
  std::vector<DriftedTask> added;
  std::vector<DriftedTask> removed;  // with pull requests or a claim they are kept, else dropped
  struct Reworded {
    DriftedTask task;
    std::string before;

    bool operator==(const Reworded&) const = default;
  };
  std::vector<Reworded> reworded;
  struct Moved {
    DriftedTask task;
    std::int64_t before = 0;

    bool operator==(const Moved&) const = default;
  };
  std::vector<Moved> moved;  // the fewest whose moving explains the order
  struct Checked {
    DriftedTask task;
    bool checked = false;

    bool operator==(const Checked&) const = default;
  };
  std::vector<Checked> checked;

  [[nodiscard]] bool empty() const;
};

// `before` and `after` are the project as it is and as the plan makes it.
[[nodiscard]] Drift drift_of(const model::Project& before, const model::Project& after);

}  // namespace claudestep::plan
