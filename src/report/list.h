// Owns: how the three lists show: `list` (kind "projects"), `task list` ("tasks"), `pr list`
// ("pull_requests").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/pr_rows.h"
#include "query/project_rows.h"
#include "query/task_rows.h"
#include "report/style.h"

namespace claudestep::report {

// Text is "" for no rows.
[[nodiscard]] std::string projects_text(const std::vector<query::ProjectRow>& rows,
                                        const Style& style);
[[nodiscard]] std::string projects_json(const std::vector<query::ProjectRow>& rows);

// `project`: the one that was asked for; none: all.
[[nodiscard]] std::string tasks_text(const std::optional<std::string>& project,
                                     const std::vector<query::TaskRow>& rows, const Style& style);
[[nodiscard]] std::string tasks_json(const std::optional<std::string>& project,
                                     const std::vector<query::TaskRow>& rows);

// `project`: the one that was asked for; none: all.
[[nodiscard]] std::string prs_text(const std::optional<std::string>& project,
                                   const std::vector<query::PrRow>& rows, const Style& style);
[[nodiscard]] std::string prs_json(const std::optional<std::string>& project,
                                   const std::vector<query::PrRow>& rows);

}  // namespace claudestep::report
