// Owns: a name for one of two projects that have the same. Leaves to others: which of them gets it.
// Internal to store/.
#pragma once

#include <set>
#include <string>

namespace claudestep::store {

// `name` with the first number from 2 on that makes one of it which `taken`, all in lower case, has
// not, cut where it were too long for a project; `taken` has it then.
[[nodiscard]] std::string take_spare_name(const std::string& name, std::set<std::string>& taken);

}  // namespace claudestep::store
