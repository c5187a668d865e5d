#include <utility>

#include "base/text.h"
#include "report/pieces.h"
#include "report/stats.h"
#include "report/table.h"
#include "report/unreadable.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kStatsBarCells = 8;
constexpr std::size_t kLeastStatsName = 16;

std::string count_or_dash(std::int64_t count) {
  return count == 0 ? "-" : std::to_string(count);
}

}  // namespace

std::string stats_project_table(const std::vector<query::StatsProject>& rows, const Style& style) {
  Table table({{"PROJECT", Align::kLeft, kLeastStatsName},
               {"PROGRESS", Align::kLeft, 0, 3},
               {"DONE", Align::kRight},
               {"TASKS", Align::kRight, 0, 1},
               {"STATE"},
               {"OPEN", Align::kRight},
               {"STALE", Align::kRight, 0, 2},
               {"COST", Align::kRight},
               {"UPDATED", Align::kLeft, 0, 4}});
  table.reserve(rows.size());
  for (const query::StatsProject& row : rows) {
    table.add({{safe(row.project)},
               {bar(row.completion_permille, kStatsBarCells, style)},
               {percent(row.completion_permille)},
               {std::to_string(row.completed) + "/" + std::to_string(row.tasks)},
               {std::string(model::to_string(row.state)), tone_of(row.state)},
               {count_or_dash(row.open_prs)},
               {count_or_dash(row.stale_prs), row.stale_prs > 0 ? Tone::kWarning : Tone::kPlain},
               {format_dollars(row.cost)},
               {date_or_dash(row.last_updated)}});
  }
  return table.render(style);
}

std::string stats_reviewer_table(const std::vector<query::StatsReviewer>& rows,
                                 const Style& style) {
  Table table({{"REVIEWER", Align::kLeft, kLeastStatsName},
               {"OPEN", Align::kRight},
               {"MERGED", Align::kRight},
               {"CLOSED", Align::kRight, 0, 1},
               {"COST", Align::kRight}});
  for (const query::StatsReviewer& row : rows) {
    table.add({{row.reviewer ? safe(*row.reviewer) : std::string("(none)")},
               {count_or_dash(row.open)},
               {count_or_dash(row.merged)},
               {count_or_dash(row.closed)},
               {format_dollars(row.cost)}});
  }
  return table.render(style);
}

std::string stats_summary(const model::Totals& totals, std::int64_t projects, std::int64_t stale,
                          const Style& style) {
  std::string tasks = grouped_count(projects, "project") + ", " +
                      grouped_count(totals.tasks, "task") + ": " + grouped(totals.completed) +
                      " completed, " + grouped(totals.in_progress) + " in progress, " +
                      grouped(totals.pending) + " pending";
  if (totals.claimed > 0) tasks += " (" + grouped(totals.claimed) + " claimed)";
  std::string prs =
      grouped_count(totals.pull_requests, "pull request") + ": " + grouped(totals.open) + " open";
  if (stale > 0) prs += " (" + grouped(stale) + " stale)";
  prs += ", " + grouped(totals.merged) + " merged, " + grouped(totals.closed) + " closed";
  const std::string operations = grouped_count(totals.ai_operations, "AI operation") + ": " +
                                 format_dollars(totals.cost) + ", " + grouped(totals.tokens_input) +
                                 " tokens in, " + grouped(totals.tokens_output) + " out";
  return in_lines(tasks, style) + in_lines(prs, style) + in_lines(operations, style);
}

std::string stats_text(const query::Stats& stats, const Style& style) {
  std::int64_t stale = 0;
  for (const query::StatsProject& row : stats.projects) stale += row.stale_prs;
  std::string text = branch_heading(stats.ref, stats.commit, style);
  if (!stats.projects.empty()) text += "\n" + stats_project_table(stats.projects, style);
  if (!stats.reviewers.empty()) text += "\n" + stats_reviewer_table(stats.reviewers, style);
  text += "\n" + stats_summary(stats.totals, static_cast<std::int64_t>(stats.projects.size()),
                               stale, style);
  if (!stats.unreadable.empty()) text += "\n" + unreadable_text(stats.unreadable, style);
  return text;
}

}  // namespace claudestep::report
