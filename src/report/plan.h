// Owns: how `plan diff` shows.
#pragma once

#include <string>

#include "plan/match.h"

namespace claudestep::report {

// A line for each change; "" when there is none.
[[nodiscard]] std::string drift_text(const plan::Drift& drift);
[[nodiscard]] std::string drift_json(const std::string& project, const plan::Drift& drift);

// "2 tasks added, 1 reworded"; "" when there is none.
[[nodiscard]] std::string drift_summary(const plan::Drift& drift);

}  // namespace claudestep::report
