// Owns: the tasks that a feature specification and the data of planning phases ask for.
#pragma once

#include <vector>

#include "model/spec.h"
#include "plan/plan.h"

namespace claudestep::plan {

// Role by role, as the file has them. An item's name is its id, its text the title; it works for
// the requirements of the specification that it mentions.
[[nodiscard]] std::vector<Item> items_of(const model::FeatureSpec& spec);

// The functional requirements, then the others.
[[nodiscard]] std::vector<PlanRequirement> requirements_of(const model::FeatureSpec& spec);

// In the order of the file. The name is the id, or the title of a task that has none.
[[nodiscard]] std::vector<Item> items_of(const model::PhaseData& data);

}  // namespace claudestep::plan
