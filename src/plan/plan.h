// Owns: Plan, what a checklist or a feature spec asks to be done, in its order.
// Leaves to others: reading one (plan/checklist.h, ...), comparing it with a project
// (plan/match.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace claudestep::plan {

// One task of a plan.
struct Item {
  std::string text;
  std::optional<bool> checked;            // nothing where the plan has no boxes
  std::string name;                       // its id in the plan, "BE-001"; empty in a checklist
  std::vector<std::string> requirements;  // that it works for, "FR-101"
  std::vector<std::string> depends_on;    // names, or places in the plan from 1
  std::uint32_t line = 0;                 // where it begins
  std::size_t mark = 0;                   // the byte between the brackets of its box

  bool operator==(const Item&) const = default;
};

// What the tasks of a feature specification are for.
struct PlanRequirement {
  std::string id;
  std::string title;

  bool operator==(const PlanRequirement&) const = default;
};

struct Plan {
  std::string kind;  // "checklist", "feature-spec", "phase-data": as `plan.kind` of a project
  std::string path;  // in the repository, "claude-step/auth/spec.md"
  std::vector<Item> items;
  std::vector<PlanRequirement> requirements;  // in the order of the file

  bool operator==(const Plan&) const = default;
};

}  // namespace claudestep::plan
