// Owns: taking one change of a project back while what came later stays.
// Leaves to others: which change, and who made the later ones (store/undo.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/events.h"
#include "model/project.h"

namespace claudestep::model {

// What a later change touched as well, so that the earlier one cannot be taken back alone.
struct Obstacle {
  EventKind kind = EventKind::kOther;     // what an event in the way would be; kOther: any
  std::string task_id;                    // of a task, or
  std::optional<std::int64_t> pr_number;  // of a pull request; neither: of the project itself
  std::string text;                       // "task 3 was changed later"; safe for a terminal

  bool operator==(const Obstacle&) const = default;
};

struct Reverted {
  Project project;                  // settled; of use only without obstacles
  std::vector<Obstacle> obstacles;  // each once
};

// `current` with the step from `before` to `after` taken back: a member that the step changed gets
// its old value where it still has the new one, stays where it has the old one already, and is an
// obstacle where it has a third. Records that the step added go, those that it removed come back,
// if nothing later touched or needs them. last_updated stays. Requires: settled projects.
[[nodiscard]] Reverted revert(const Project& before, const Project& after, const Project& current);

}  // namespace claudestep::model
