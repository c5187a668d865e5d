// Owns: what became of a plan: requirement by requirement, task by task.
// Leaves to others: how it looks (report/).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "model/project.h"
#include "plan/plan.h"

namespace claudestep::plan {

enum class Progress : std::uint8_t { kPlanned, kReady, kClaimed, kInProgress, kDone };
[[nodiscard]] std::string_view to_string(Progress progress);  // "in_progress"

struct TracedPr {
  std::int64_t number = 0;
  model::PrState state = model::PrState::kOpen;
  std::optional<std::string> merge_commit;

  bool operator==(const TracedPr&) const = default;
};

struct TracedTask {
  std::int64_t index = 0;
  std::string id;
  std::string name;  // in the plan, "BE-001"; empty where plans have no names
  std::string text;
  bool removed = false;  // the plan has it no more
  Progress progress = Progress::kPlanned;
  std::vector<std::string> requirements;
  std::vector<TracedPr> pull_requests;  // as they are recorded
  Money cost;

  bool operator==(const TracedTask&) const = default;
};

struct TracedRequirement {
  std::string id;
  std::string title;               // empty where only the project names it
  std::vector<std::size_t> tasks;  // places in Trace::tasks
  std::int64_t done = 0;           // of them
  Money cost;

  bool operator==(const TracedRequirement&) const = default;
};

struct Trace {
  std::string project;
  std::optional<std::string> path;  // of the plan that the project follows
  std::string kind;
  std::vector<TracedTask> tasks;  // by index, removed ones last
  std::vector<TracedRequirement> requirements;
  std::int64_t done = 0;   // tasks, of those that are not removed
  std::int64_t total = 0;  // tasks that are not removed
  Money cost;
};

// Every task that is not removed, and removed ones that pull requests are tied to. Requirements are
// those of `requirements`, then others that tasks name. Requires: a settled project.
[[nodiscard]] Trace trace_of(const model::Project& project,
                             const std::vector<PlanRequirement>& requirements, Instant now);

}  // namespace claudestep::plan
