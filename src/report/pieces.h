// Owns: the tables of tasks and of pull requests, and the claim of a task, which several answers
// show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json_writer.h"
#include "model/derive.h"
#include "query/pr_rows.h"
#include "query/task_rows.h"
#include "report/style.h"
#include "report/text.h"

namespace claudestep::report {

enum class ProjectColumn { kShown, kLeftOut };
[[nodiscard]] std::string task_table(const std::vector<query::TaskRow>& rows, const Style& style,
                                     ProjectColumn project = ProjectColumn::kLeftOut);
[[nodiscard]] std::string pr_table(const std::vector<query::PrRow>& rows, ProjectColumn project,
                                   const Style& style);

// The member "claim": null, or who has the task until when.
void write_claim(JsonWriter& writer, const std::optional<query::ClaimRow>& claim);

// What a project's state is worth a look for.
[[nodiscard]] Tone tone_of(model::ProjectState state);

}  // namespace claudestep::report
