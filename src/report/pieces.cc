#include "report/pieces.h"

#include <utility>

#include "report/json.h"
#include "report/table.h"

namespace claudestep::report {

namespace {

// The least columns that free text and names keep when a table is too wide.
constexpr std::size_t kLeastText = 12;
constexpr std::size_t kLeastName = 12;

Cell status_cell(const query::TaskRow& row) {
  const std::string word(model::to_string(row.status));
  switch (row.status) {
    case model::TaskStatus::kCompleted:
      return {word, Tone::kGood};
    case model::TaskStatus::kInProgress:
      return {word, Tone::kStrong};
    case model::TaskStatus::kPending:
      break;
  }
  if (row.ready) return {word + ", ready"};
  if (row.claim) return {word + ", claimed by " + safe(row.claim->by)};
  if (row.waiting_for.empty()) return {word};
  std::string text = word + ", waits for " + safe(row.waiting_for.front());
  if (row.waiting_for.size() > 1) {
    text += ", " + std::to_string(row.waiting_for.size() - 1) + " more";
  }
  return {std::move(text), Tone::kFaint};
}

Cell state_cell(const query::PrRow& row) {
  const std::string word(model::to_string(row.state));
  if (row.stale) return {word + ", stale", Tone::kWarning};
  switch (row.state) {
    case model::PrState::kMerged:
      return {word, Tone::kGood};
    case model::PrState::kClosed:
      return {word, Tone::kFaint};
    case model::PrState::kOpen:
      break;
  }
  return {word};
}

}  // namespace

std::string task_table(const std::vector<query::TaskRow>& rows, const Style& style,
                       ProjectColumn project) {
  std::vector<Column> columns = {{"TASK", Align::kRight},
                                 {"ID"},
                                 {"STATUS", Align::kLeft, kLeastText},
                                 {"DESCRIPTION", Align::kLeft, kLeastText}};
  const bool shown = project == ProjectColumn::kShown;
  if (shown) columns.insert(columns.begin(), {"PROJECT", Align::kLeft, kLeastName});
  Table table(std::move(columns));
  for (const query::TaskRow& row : rows) {
    std::vector<Cell> cells = {{std::to_string(row.index)},
                               {safe(row.id), Tone::kFaint},
                               status_cell(row),
                               {safe(row.description)}};
    if (shown) cells.insert(cells.begin(), {safe(row.project)});
    table.add(cells);
  }
  return table.render(style);
}

std::string pr_table(const std::vector<query::PrRow>& rows, ProjectColumn project,
                     const Style& style) {
  std::vector<Column> columns = {{"PR", Align::kRight},
                                 {"STATE"},
                                 {"TASK", Align::kRight},
                                 {"REVIEWER", Align::kLeft, kLeastName, 1},
                                 {"OPENED", Align::kLeft, 0, 3},
                                 {"COST", Align::kRight, 0, 2},
                                 {"TITLE", Align::kLeft, kLeastText}};
  if (project == ProjectColumn::kShown) {
    columns.insert(columns.begin(), {"PROJECT", Align::kLeft, kLeastName});
  }
  Table table(std::move(columns));
  for (const query::PrRow& row : rows) {
    std::vector<Cell> cells = {
        {"#" + std::to_string(row.number)},  state_cell(row),
        {std::to_string(row.task_index)},    {row.reviewer ? safe(*row.reviewer) : "-"},
        {date_or_dash(row.created_at)},      {format_dollars(row.cost)},
        {row.title ? safe(*row.title) : "-"}};
    if (project == ProjectColumn::kShown) cells.insert(cells.begin(), {safe(row.project)});
    table.add(cells);
  }
  return table.render(style);
}

void write_claim(JsonWriter& writer, const std::optional<query::ClaimRow>& claim) {
  writer.key("claim");
  if (!claim) {
    writer.null();
    return;
  }
  writer.begin_object();
  write_text(writer, "by", claim->by);
  write_text_or_null(writer, "reviewer", claim->reviewer);
  write_time(writer, "at", claim->at);
  write_time(writer, "expires", claim->expires);
  writer.end_object();
}

Tone tone_of(model::ProjectState state) {
  switch (state) {
    case model::ProjectState::kComplete:
      return Tone::kGood;
    case model::ProjectState::kStalled:
      return Tone::kWarning;
    case model::ProjectState::kEmpty:
      return Tone::kFaint;
    case model::ProjectState::kNotStarted:
    case model::ProjectState::kActive:
      break;
  }
  return Tone::kPlain;
}

}  // namespace claudestep::report
