// Owns: everything that `show` says of one project.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/project.h"
#include "query/pr_rows.h"
#include "query/project_rows.h"
#include "query/task_rows.h"

namespace claudestep::query {

struct ProjectPage {
  ProjectRow row;
  std::vector<TaskRow> tasks;
  std::vector<PrRow> pull_requests;
  std::size_t removed_tasks = 0;
  std::optional<std::string> plan_path;
  std::vector<std::string> former_names;
  model::Dialect dialect = model::Dialect::kHybrid;
};

// Requires: a settled project, and its `row`.
[[nodiscard]] ProjectPage project_page(const model::Project& project, ProjectRow row, Instant now,
                                       const PrScope& scope = {});

}  // namespace claudestep::query
