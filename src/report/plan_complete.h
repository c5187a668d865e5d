// Owns: how `plan complete` shows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "plan/plan.h"
#include "plan/write_back.h"

namespace claudestep::report {

struct PlanCompleteRow {
  std::string project;
  const plan::Plan* plan = nullptr;
  const plan::WrittenBack* back = nullptr;
  const std::vector<plan::OtherWords>* reworded = nullptr;
  std::int64_t completed = 0;
  bool written = false;

  [[nodiscard]] std::int64_t tasks() const { return static_cast<std::int64_t>(plan->items.size()); }
  [[nodiscard]] bool is_complete() const { return completed == tasks(); }
};

[[nodiscard]] std::string plan_complete_text(const PlanCompleteRow& row);
[[nodiscard]] std::string plan_complete_json(const PlanCompleteRow& row);

}  // namespace claudestep::report
