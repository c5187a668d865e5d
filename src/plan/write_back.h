// Owns: saying in a plan's own text what is done: a box is ticked, a status moves, and no other
// byte changes. Leaves to others: what is done (the project), the file (cli/).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"

namespace claudestep::plan {

// One box or one scalar.
struct PlanEdit {
  std::optional<std::size_t> item;  // place in Plan::items; none: the feature itself
  std::uint32_t line = 0;
  std::string before;  // "[ ]", "in_progress"
  std::string after;   // "[x]", "review"

  bool operator==(const PlanEdit&) const = default;
};

// An item that has other words than the completed task that it seems to be.
struct OtherWords {
  std::size_t item = 0;  // place in Plan::items
  std::string before;    // the text of the task

  bool operator==(const OtherWords&) const = default;
};

struct WrittenBack {
  std::string bytes;            // the plan with its edits
  std::vector<PlanEdit> edits;  // by line
};

// What `bytes` says when the items of `done` are: boxes of a checklist are ticked; in a feature
// specification a status that a task has goes one legal step towards completed, and so does that of
// the feature when all is done: validate holds a change to the same steps. What is not worked on
// yet (planning), held up, skipped or failed is left to people. kInvalidInput with its place for a
// status that is written in a way that cannot be changed alone (an alias, a block).
// Requires: read_plan(bytes, plan.path) is `plan`; a flag for each item.
[[nodiscard]] Result<WrittenBack> write_back(const std::string& bytes, const Plan& plan,
                                             const std::vector<bool>& done);

}  // namespace claudestep::plan
