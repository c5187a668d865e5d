// Owns: which kind of plan a file holds, and reading it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "plan/plan.h"

namespace claudestep::plan {

// The plan in `bytes`, told by the name of `path` and, for YAML and JSON, by its members.
// kInvalidInput with its place for a file that holds no plan, or a plan without tasks.
[[nodiscard]] Result<Plan> read_plan(std::string bytes, std::string_view path);

// kInvalidInput for a path that read_plan refuses by its name alone.
[[nodiscard]] Status check_plan_path(std::string_view path);

// The project that a plan at `path` is for: the folder it lies in ("claude-step/auth/spec.md" is
// for "auth"); empty for one that lies in none.
[[nodiscard]] std::string project_for(std::string_view path);

}  // namespace claudestep::plan
