#include <utility>

#include "model/derive.h"
#include "report/costs.h"
#include "report/json.h"
#include "report/overview.h"
#include "report/questions.h"
#include "report/stats.h"
#include "report/unreadable.h"

namespace claudestep::report {

namespace {

void write_scope(JsonWriter& writer, const query::Overview& overview) {
  writer.key("scope").begin_object();
  write_time(writer, "since", overview.scope.since);
  write_time(writer, "until", overview.scope.until);
  write_text_or_null(writer, "reviewer", overview.scope.reviewer);
  write_strings(writer, "projects", overview.patterns);
  write_flag(writer, "archived", overview.archived);
  writer.end_object();
}

void write_overview_costs(JsonWriter& writer, const query::Overview& overview) {
  writer.key("costs").begin_object();
  write_cost_rows(writer, "by_model", overview.by_model);
  write_cost_rows(writer, "by_month", overview.by_month);
  write_cost_sums(writer, "total", overview.costs.sums);
  writer.end_object();
}

void write_loads(JsonWriter& writer, const std::vector<query::CapacityRow>& rows) {
  writer.key("load").begin_array();
  for (const query::CapacityRow& row : rows) {
    writer.begin_object();
    write_text(writer, "reviewer", row.reviewer);
    write_count(writer, "open", static_cast<std::int64_t>(row.open.size()));
    write_count(writer, "stale", row.stale());
    write_count(writer, "claimed", row.claimed);
    writer.end_object();
  }
  writer.end_array();
}

void write_stale(JsonWriter& writer, const std::vector<query::StaleRow>& rows) {
  writer.key("stale_pull_requests").begin_array();
  for (const query::StaleRow& row : rows) {
    writer.begin_object();
    write_text(writer, "project", row.project);
    write_count(writer, "pr_number", row.number);
    write_count(writer, "task_index", row.task_index);
    write_text_or_null(writer, "reviewer", row.reviewer);
    write_text(writer, "title", row.title);
    write_time(writer, "created_at", row.created_at);
    write_count(writer, "days", row.days);
    writer.end_object();
  }
  writer.end_array();
}

void write_rows_left_out(JsonWriter& writer, const query::LeftOut& left_out) {
  writer.key("left_out").begin_object();
  write_count(writer, "projects", static_cast<std::int64_t>(left_out.projects));
  write_count(writer, "reviewers", static_cast<std::int64_t>(left_out.reviewers));
  write_count(writer, "models", static_cast<std::int64_t>(left_out.models));
  write_count(writer, "load", static_cast<std::int64_t>(left_out.load));
  write_count(writer, "stale_pull_requests", static_cast<std::int64_t>(left_out.stale));
  write_count(writer, "unreadable", static_cast<std::int64_t>(left_out.unreadable));
  writer.end_object();
}

}  // namespace

std::string overview_json(const query::Overview& overview) {
  JsonWriter writer = begin_answer("report");
  write_text(writer, "ref", overview.stats.ref);
  write_text_or_null(writer, "commit", overview.stats.commit);
  write_time(writer, "generated_at", overview.now);
  write_scope(writer, overview);
  write_completion(writer, "completion", model::completion_permille(overview.stats.totals));
  write_stats(writer, overview.stats, overview.projects);
  write_loads(writer, overview.load);
  write_overview_costs(writer, overview);
  write_flow(writer, overview.flow);
  write_stale(writer, overview.stale);
  write_rows_left_out(writer, overview.left_out);
  write_unreadable_files(writer, overview.stats.unreadable);
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
