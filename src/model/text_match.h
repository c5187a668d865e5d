// Owns: which tasks are meant by texts alone, where several may have the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/project.h"

namespace claudestep::model {

// What would be lost with a task that a plan no longer has, least first.
enum class Stake : std::uint8_t { kNothing, kClosedPr, kClaim, kMergedPr, kOpenPr };

// By place in `project.tasks`. Requires: settled ids.
[[nodiscard]] std::vector<Stake> stakes_of(const Project& project);

// For each text the place in `project.tasks` of the task that it is, or nothing.
using Matches = std::vector<std::optional<std::size_t>>;

// Gives the texts that have no match yet the tasks of equal text, white space apart, that are no
// match yet. Of more tasks than texts, present ones come before removed ones, then those with the
// higher stake, then the earlier; those that are taken keep their order. Requires: settled ids; a
// match, or nothing, for each text.
void match_by_text(const Project& project, const std::vector<std::string>& texts, Matches& matches);

}  // namespace claudestep::model
