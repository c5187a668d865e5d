#include <utility>

#include "report/json.h"
#include "report/questions.h"

namespace claudestep::report {

namespace {

void write_count_or_null(JsonWriter& writer, std::string_view key,
                         const std::optional<std::int64_t>& number) {
  if (number) {
    write_count(writer, key, *number);
  } else {
    writer.key(key).null();
  }
}

template <int Digits>
void write_decimal_or_null(JsonWriter& writer, std::string_view key,
                           const std::optional<Fixed<Digits>>& number) {
  writer.key(key);
  if (number) {
    writer.raw(to_string(*number));
  } else {
    writer.null();
  }
}

void write_load(JsonWriter& writer, const query::LoadRow& row) {
  writer.begin_object();
  write_text(writer, "project", row.project);
  write_count(writer, "pr_number", row.number);
  write_count(writer, "task_index", row.task_index);
  write_text(writer, "description", row.description);
  write_flag(writer, "stale", row.stale);
  writer.end_object();
}

void write_progress_row(JsonWriter& writer, const query::ProgressRow& row) {
  writer.begin_object();
  write_text(writer, "project", row.project);
  write_text(writer, "state", model::to_string(row.state));
  write_count(writer, "tasks", row.totals.tasks);
  write_count(writer, "completed", row.totals.completed);
  write_count(writer, "in_progress", row.totals.in_progress);
  write_count(writer, "pending", row.totals.pending);
  write_count(writer, "claimed", row.totals.claimed);
  write_completion(writer, "completion", model::completion_permille(row.totals));
  write_count(writer, "open_prs", row.totals.open);
  write_count(writer, "stale_prs", row.stale_prs);
  write_time(writer, "created_at", row.created_at);
  write_time(writer, "last_updated", row.last_updated);
  write_time(writer, "completed_at", row.completed_at);
  writer.end_object();
}

}  // namespace

void write_flow(JsonWriter& writer, const query::Flow& flow) {
  writer.key("flow").begin_object();
  write_count(writer, "pull_requests", flow.pull_requests);
  write_count(writer, "merged", flow.merged);
  write_count(writer, "first_pass", flow.first_pass);
  if (flow.first_pass_permille) {
    write_completion(writer, "first_pass_rate", *flow.first_pass_permille);
  } else {
    writer.key("first_pass_rate").null();
  }
  write_count(writer, "cycles", flow.cycles);
  write_decimal_or_null(writer, "cycle_seconds_median", flow.cycle_median);
  write_decimal_or_null(writer, "cycle_seconds_p90", flow.cycle_p90);
  write_decimal_or_null(writer, "merges_a_week", flow.merges_a_week);
  write_count(writer, "tasks", flow.tasks);
  write_count(writer, "merged_tasks", flow.merged_tasks);
  write_decimal_or_null(writer, "attempts_a_task", flow.attempts_a_task);
  write_decimal_or_null(writer, "cost_usd_a_merged_task", flow.cost_a_merged_task);
  writer.end_object();
}

std::string leaderboard_json(const query::Leaderboard& board) {
  JsonWriter writer = begin_answer("leaderboard");
  writer.key("rows").begin_array();
  for (const query::LeaderboardRow& row : board.rows) {
    writer.begin_object();
    write_count(writer, "rank", row.rank);
    write_text(writer, "reviewer", row.reviewer);
    write_count(writer, "merged", row.merged);
    write_count(writer, "open", row.open);
    write_count(writer, "closed", row.closed);
    write_cost(writer, "cost_usd", row.cost);
    write_count(writer, "projects", row.projects);
    writer.end_object();
  }
  writer.end_array();
  write_count(writer, "unassigned", board.nobodys);
  return end_answer(std::move(writer));
}

std::string capacity_json(const query::Capacity& capacity) {
  JsonWriter writer = begin_answer("capacity");
  writer.key("reviewers").begin_array();
  for (const query::CapacityRow& row : capacity.reviewers) {
    writer.begin_object();
    write_text(writer, "reviewer", row.reviewer);
    write_count(writer, "open", static_cast<std::int64_t>(row.open.size()));
    write_count(writer, "claimed", row.claimed);
    write_count_or_null(writer, "max", row.max);
    write_count_or_null(writer, "available", query::Capacity::available(row));
    write_flag(writer, "has_capacity", capacity.has_capacity(row));
    writer.key("pull_requests").begin_array();
    for (const query::LoadRow& load : row.open) write_load(writer, load);
    writer.end_array();
    writer.end_object();
  }
  writer.end_array();
  write_count(writer, "unassigned", capacity.nobodys);
  return end_answer(std::move(writer));
}

std::string progress_json(const query::Progress& progress) {
  JsonWriter writer = begin_answer("progress");
  writer.key("projects").begin_array();
  for (const query::ProgressRow& row : progress.projects) write_progress_row(writer, row);
  writer.end_array();
  writer.key("totals").begin_object();
  write_count(writer, "projects", static_cast<std::int64_t>(progress.projects.size()));
  write_count(writer, "tasks", progress.totals.tasks);
  write_count(writer, "completed", progress.totals.completed);
  write_count(writer, "in_progress", progress.totals.in_progress);
  write_count(writer, "pending", progress.totals.pending);
  write_count(writer, "claimed", progress.totals.claimed);
  write_completion(writer, "completion", model::completion_permille(progress.totals));
  writer.end_object();
  write_flow(writer, progress.flow);
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
