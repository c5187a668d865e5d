// Owns: the rows of `task list`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "model/project.h"
#include "query/period.h"

namespace claudestep::query {

struct ClaimRow {
  std::string by;
  std::optional<std::string> reviewer;
  Instant at;
  Instant expires;

  bool operator==(const ClaimRow&) const = default;
};

// The claim of `task` while it counts.
[[nodiscard]] std::optional<ClaimRow> claim_row(const model::Task& task, Instant now);

struct TaskRow {
  std::string project;
  std::int64_t index = 0;
  std::string id;
  std::string description;
  model::TaskStatus status = model::TaskStatus::kPending;
  bool ready = false;
  std::optional<ClaimRow> claim;         // while it counts: unexpired, and no pull request yet
  std::vector<std::string> waiting_for;  // ids that keep a pending task from being ready

  bool operator==(const TaskRow&) const = default;
};

struct TaskFilter {
  std::vector<model::TaskStatus> statuses;  // empty: all
  bool ready = false;                       // only those
  // Unless it is open to all: only tasks with such a pull request, or with a claim that counts, of
  // that time, for that reviewer.
  PrScope scope;
};

// The tasks of the plan (removed ones are not in it) that `filter` lets through, by index.
// Requires: a settled project.
[[nodiscard]] std::vector<TaskRow> task_rows(const model::Project& project,
                                             const TaskFilter& filter, Instant now);

}  // namespace claudestep::query
