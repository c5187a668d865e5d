// Owns: the order that records have in a file of ours: tasks by index, pull requests by time and
// number. Leaves to others: what they say.
#pragma once

#include "model/project.h"

namespace claudestep::model {

// Records of one place keep the order that they have.
void sort_records(Project& project);

// The same project with its records in order.
[[nodiscard]] Project in_order(Project project);

}  // namespace claudestep::model
