#include <utility>

#include "report/json.h"
#include "report/list.h"
#include "report/pieces.h"

namespace claudestep::report {

std::string projects_json(const std::vector<query::ProjectRow>& rows) {
  JsonWriter writer = begin_answer("projects");
  writer.key("projects").begin_array();
  for (const query::ProjectRow& row : rows) {
    writer.begin_object();
    write_text(writer, "project", row.project);
    write_text(writer, "file", row.file);
    write_text(writer, "schema_version", row.schema_version);
    write_text(writer, "state", model::to_string(row.state));
    write_count(writer, "tasks", row.totals.tasks);
    write_count(writer, "completed", row.totals.completed);
    write_time(writer, "created_at", row.created_at);
    write_time(writer, "last_updated", row.last_updated);
    write_time(writer, "completed_at", row.completed_at);
    write_text(writer, "blob", row.blob);
    writer.end_object();
  }
  writer.end_array();
  return end_answer(std::move(writer));
}

std::string tasks_json(const std::optional<std::string>& project,
                       const std::vector<query::TaskRow>& rows) {
  JsonWriter writer = begin_answer("tasks");
  write_text_or_null(writer, "project", project);
  writer.key("tasks").begin_array();
  for (const query::TaskRow& row : rows) {
    writer.begin_object();
    write_text(writer, "project", row.project);
    write_count(writer, "index", row.index);
    write_text(writer, "id", row.id);
    write_text(writer, "description", row.description);
    write_text(writer, "status", model::to_string(row.status));
    write_flag(writer, "ready", row.ready);
    write_claim(writer, row.claim);
    writer.end_object();
  }
  writer.end_array();
  return end_answer(std::move(writer));
}

std::string prs_json(const std::optional<std::string>& project,
                     const std::vector<query::PrRow>& rows) {
  JsonWriter writer = begin_answer("pull_requests");
  write_text_or_null(writer, "project", project);
  writer.key("pull_requests").begin_array();
  for (const query::PrRow& row : rows) {
    writer.begin_object();
    write_text(writer, "project", row.project);
    write_count(writer, "pr_number", row.number);
    write_count(writer, "task_index", row.task_index);
    write_text_or_null(writer, "task_id", row.task_id);
    write_text_or_null(writer, "reviewer", row.reviewer);
    write_text(writer, "pr_state", model::to_string(row.state));
    write_time(writer, "created_at", row.created_at);
    write_flag(writer, "stale", row.stale);
    write_cost(writer, "cost_usd", row.cost);
    writer.end_object();
  }
  writer.end_array();
  return end_answer(std::move(writer));
}

}  // namespace claudestep::report
