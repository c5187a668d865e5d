#include <utility>

#include "report/json.h"
#include "report/stats.h"
#include "report/unreadable.h"

namespace claudestep::report {

namespace {

void write_totals(JsonWriter& writer, const model::Totals& totals, std::int64_t projects) {
  writer.key("totals").begin_object();
  write_count(writer, "projects", projects);
  write_count(writer, "tasks", totals.tasks);
  write_count(writer, "completed", totals.completed);
  write_count(writer, "in_progress", totals.in_progress);
  write_count(writer, "pending", totals.pending);
  write_count(writer, "claimed", totals.claimed);
  write_count(writer, "pull_requests", totals.pull_requests);
  write_count(writer, "open", totals.open);
  write_count(writer, "merged", totals.merged);
  write_count(writer, "closed", totals.closed);
  write_count(writer, "ai_operations", totals.ai_operations);
  write_cost(writer, "cost_usd", totals.cost);
  write_count(writer, "tokens_input", totals.tokens_input);
  write_count(writer, "tokens_output", totals.tokens_output);
  writer.end_object();
}

void write_project(JsonWriter& writer, const query::StatsProject& row) {
  writer.begin_object();
  write_text(writer, "project", row.project);
  write_text(writer, "state", model::to_string(row.state));
  write_count(writer, "tasks", row.tasks);
  write_count(writer, "completed", row.completed);
  write_count(writer, "in_progress", row.in_progress);
  write_count(writer, "pending", row.pending);
  write_completion(writer, "completion", row.completion_permille);
  write_count(writer, "open_prs", row.open_prs);
  write_count(writer, "stale_prs", row.stale_prs);
  write_cost(writer, "cost_usd", row.cost);
  write_time(writer, "last_updated", row.last_updated);
  writer.end_object();
}

void write_reviewer(JsonWriter& writer, const query::StatsReviewer& row) {
  writer.begin_object();
  write_text_or_null(writer, "reviewer", row.reviewer);
  write_count(writer, "open", row.open);
  write_count(writer, "merged", row.merged);
  write_count(writer, "closed", row.closed);
  write_cost(writer, "cost_usd", row.cost);
  writer.end_object();
}

}  // namespace

void write_stats(JsonWriter& writer, const query::Stats& stats, std::int64_t projects) {
  write_totals(writer, stats.totals, projects);
  writer.key("projects").begin_array();
  for (const query::StatsProject& row : stats.projects) write_project(writer, row);
  writer.end_array();
  writer.key("reviewers").begin_array();
  for (const query::StatsReviewer& row : stats.reviewers) write_reviewer(writer, row);
  writer.end_array();
}

std::string stats_json(const query::Stats& stats) {
  JsonWriter writer = begin_answer("stats");
  write_text(writer, "ref", stats.ref);
  write_text_or_null(writer, "commit", stats.commit);
  write_stats(writer, stats, static_cast<std::int64_t>(stats.projects.size()));
  write_unreadable_files(writer, stats.unreadable);
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
