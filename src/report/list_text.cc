#include "report/list.h"
#include "report/pieces.h"
#include "report/table.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kLeastListName = 16;

}  // namespace

std::string projects_text(const std::vector<query::ProjectRow>& rows, const Style& style) {
  if (rows.empty()) return {};
  Table table({{"PROJECT", Align::kLeft, kLeastListName},
               {"STATE"},
               {"DONE", Align::kRight},
               {"CREATED", Align::kLeft, 0, 2},
               {"UPDATED", Align::kLeft, 0, 1},
               {"COMPLETED", Align::kLeft, 0, 3}});
  for (const query::ProjectRow& row : rows) {
    std::string state(model::to_string(row.state));
    if (row.archived) state += ", archived";
    table.add({{safe(row.project)},
               {std::move(state), row.archived ? Tone::kFaint : tone_of(row.state)},
               {std::to_string(row.totals.completed) + "/" + std::to_string(row.totals.tasks)},
               {date_or_dash(row.created_at)},
               {date_or_dash(row.last_updated)},
               {date_or_dash(row.completed_at)}});
  }
  return table.render(style);
}

std::string tasks_text(const std::optional<std::string>& project,
                       const std::vector<query::TaskRow>& rows, const Style& style) {
  if (rows.empty()) return {};
  return task_table(rows, style, project ? ProjectColumn::kLeftOut : ProjectColumn::kShown);
}

std::string prs_text(const std::optional<std::string>& project,
                     const std::vector<query::PrRow>& rows, const Style& style) {
  if (rows.empty()) return {};
  return pr_table(rows, project ? ProjectColumn::kLeftOut : ProjectColumn::kShown, style);
}

}  // namespace claudestep::report
