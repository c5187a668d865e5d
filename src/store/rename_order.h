// Owns: in which order projects are renamed one by one that get their names at once. Internal to
// store/.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/operation.h"

namespace claudestep::store {

// A name like that one which nobody has, or gets.
using SpareName = std::function<Result<std::string>(const std::string& name)>;

// The same in an order in which each comes when the name that it takes is free. In a circle one
// goes by a name that nobody has: one whose own name is wanted, so that this ends also where two
// want the same. Requires: none keeps its name.
[[nodiscard]] Result<std::vector<model::RenameProject>> renames_one_by_one(
    std::vector<model::RenameProject> renames, const SpareName& spare_name);

}  // namespace claudestep::store
