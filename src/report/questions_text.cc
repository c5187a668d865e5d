#include <utility>

#include "report/pieces.h"
#include "report/questions.h"
#include "report/table.h"

namespace claudestep::report {

namespace {

constexpr std::size_t kProgressCells = 10;
constexpr std::size_t kLoadCells = 8;
constexpr std::size_t kLeastPerson = 12;
constexpr std::int64_t kSecondsADay = 86400;

std::string or_dash(std::int64_t count) {
  return count == 0 ? "-" : grouped(count);
}

std::string amount_of(std::int64_t count, std::string_view singular) {
  return grouped(count) + " " + std::string(singular) + (count == 1 ? "" : "s");
}

// "3 d 4 h", "25 min", "12 s": the two greatest units that matter.
std::string length_of(query::Nanoseconds length) {
  const auto seconds = static_cast<std::int64_t>(length.units / 1'000'000'000);
  const std::int64_t hours = seconds % kSecondsADay / 3600;
  const std::int64_t minutes = seconds % 3600 / 60;
  if (seconds >= kSecondsADay) {
    return grouped(seconds / kSecondsADay) + " d" +
           (hours == 0 ? "" : " " + std::to_string(hours) + " h");
  }
  if (hours > 0) {
    return std::to_string(hours) + " h" +
           (minutes == 0 ? "" : " " + std::to_string(minutes) + " min");
  }
  if (minutes > 0) return std::to_string(minutes) + " min";
  return std::to_string(seconds) + " s";
}

// What stands below `table`, after an empty line if there is one.
std::string nobodys_line(const std::string& table, std::int64_t count, std::string_view what) {
  if (count == 0) return {};
  return (table.empty() ? "" : "\n") + amount_of(count, what) + (count == 1 ? " names" : " name") +
         " no reviewer\n";
}

// The share of a limit that is taken, in tenths of a percent.
int taken_permille(std::int64_t load, std::int64_t max) {
  if (load >= max) return 1000;
  return static_cast<int>(load * 1000 / max);
}

std::string titles_of(const std::vector<query::LoadRow>& rows) {
  std::string text;
  for (const query::LoadRow& row : rows) {
    if (!text.empty()) text += ", ";
    text += safe(row.project) + " #" + std::to_string(row.number);
    if (row.stale) text += " (stale)";
  }
  return text.empty() ? "-" : text;
}

void add_flow(std::string& out, std::string_view label, const std::string& value) {
  out += "  " + std::string(label);
  out.append(label.size() < 26 ? 26 - label.size() : 1, ' ');
  out += value + "\n";
}

}  // namespace

std::vector<FlowFigure> flow_figures(const query::Flow& flow) {
  std::vector<FlowFigure> figures;
  if (flow.cycle_median && flow.cycle_p90) {
    figures.push_back({"created to merged", "median " + length_of(*flow.cycle_median) +
                                                ", 9 of 10 within " + length_of(*flow.cycle_p90)});
  }
  if (flow.merges_a_week) figures.push_back({"merged a week", to_string(*flow.merges_a_week)});
  if (flow.first_pass_permille) {
    figures.push_back({"merged without refinement",
                       percent(*flow.first_pass_permille) + " (" + grouped(flow.first_pass) + ")"});
  }
  if (flow.attempts_a_task) {
    figures.push_back({"pull requests a task", to_string(*flow.attempts_a_task)});
  }
  if (flow.cost_a_merged_task) {
    figures.push_back({"cost a merged task", format_dollars(*flow.cost_a_merged_task)});
  }
  return figures;
}

std::string flow_text(const query::Flow& flow) {
  std::string text = "flow of " + amount_of(flow.pull_requests, "pull request") + ", " +
                     grouped(flow.merged) + " merged\n";
  for (const FlowFigure& figure : flow_figures(flow)) add_flow(text, figure.label, figure.value);
  return text;
}

namespace {

// What one reviewer may have, and has left; dashes for one who has no limit.
void add_room(std::vector<Cell>& cells, const query::CapacityRow& row, const Style& style) {
  if (!row.max) {
    cells.insert(cells.end(), {{"-"}, {"-"}, {"-"}});
    return;
  }
  const std::int64_t room = *query::Capacity::available(row);
  cells.push_back({grouped(*row.max)});
  cells.push_back(
      {room > 0 ? grouped(room) : std::string("none"), room > 0 ? Tone::kGood : Tone::kWarning});
  cells.push_back({bar(taken_permille(row.load(), *row.max), kLoadCells, style)});
}

}  // namespace

std::string leaderboard_text(const query::Leaderboard& board, const Style& style) {
  std::string text;
  if (!board.rows.empty()) {
    Table table({{"RANK", Align::kRight},
                 {"REVIEWER", Align::kLeft, kLeastPerson},
                 {"MERGED", Align::kRight},
                 {"", Align::kLeft, 0, 3},
                 {"OPEN", Align::kRight},
                 {"CLOSED", Align::kRight},
                 {"PROJECTS", Align::kRight, 0, 2},
                 {"COST", Align::kRight, 0, 1}});
    const std::int64_t most = board.rows.front().merged;
    for (const query::LeaderboardRow& row : board.rows) {
      table.add({{std::to_string(row.rank)},
                 {safe(row.reviewer)},
                 {or_dash(row.merged)},
                 {bar(most == 0 ? 0 : taken_permille(row.merged, most), kLoadCells, style)},
                 {or_dash(row.open)},
                 {or_dash(row.closed)},
                 {grouped(row.projects)},
                 {format_dollars(row.cost)}});
    }
    text = table.render(style);
  }
  return text + nobodys_line(text, board.nobodys, "pull request");
}

std::string capacity_text(const query::Capacity& capacity, const Style& style) {
  std::string text;
  if (!capacity.reviewers.empty()) {
    std::vector<Column> columns = {{"REVIEWER", Align::kLeft, kLeastPerson},
                                   {"OPEN", Align::kRight},
                                   {"CLAIMED", Align::kRight, 0, 1}};
    if (capacity.limited) {
      columns.push_back({"MAX", Align::kRight});
      columns.push_back({"ROOM", Align::kRight});
      columns.push_back({"LOAD", Align::kLeft, 0, 2});
    }
    columns.push_back({"PULL REQUESTS", Align::kLeft, kLeastPerson});
    Table table(std::move(columns));
    for (const query::CapacityRow& row : capacity.reviewers) {
      std::vector<Cell> cells = {{safe(row.reviewer)},
                                 {or_dash(static_cast<std::int64_t>(row.open.size()))},
                                 {or_dash(row.claimed)}};
      if (capacity.limited) add_room(cells, row, style);
      cells.push_back({titles_of(row.open)});
      table.add(cells);
    }
    text = table.render(style);
  }
  return text + nobodys_line(text, capacity.nobodys, "open pull request");
}

std::string progress_text(const query::Progress& progress, const Style& style) {
  if (progress.projects.empty()) return {};
  Table table({{"PROJECT", Align::kLeft, kLeastPerson},
               {"PROGRESS", Align::kLeft, 0, 3},
               {"DONE", Align::kRight},
               {"TASKS", Align::kRight},
               {"STATE"},
               {"DOING", Align::kRight},
               {"CLAIMED", Align::kRight, 0, 4},
               {"PENDING", Align::kRight},
               {"STALE", Align::kRight, 0, 2},
               {"COMPLETED", Align::kLeft, 0, 5}});
  for (const query::ProgressRow& row : progress.projects) {
    const int permille = model::completion_permille(row.totals);
    table.add({{safe(row.project)},
               {bar(permille, kProgressCells, style)},
               {percent(permille)},
               {grouped(row.totals.completed) + "/" + grouped(row.totals.tasks)},
               {std::string(model::to_string(row.state)), tone_of(row.state)},
               {or_dash(row.totals.in_progress)},
               {or_dash(row.totals.claimed)},
               {or_dash(row.totals.pending)},
               {or_dash(row.stale_prs), row.stale_prs > 0 ? Tone::kWarning : Tone::kPlain},
               {date_or_dash(row.completed_at)}});
  }
  std::string text = table.render(style);
  if (progress.projects.size() > 1) {
    const int permille = model::completion_permille(progress.totals);
    text += "\n" + amount_of(static_cast<std::int64_t>(progress.projects.size()), "project") +
            ", " + amount_of(progress.totals.tasks, "task") + ": " + percent(permille) +
            " completed\n";
  }
  return text + "\n" + flow_text(progress.flow);
}

}  // namespace claudestep::report
