#include "query/export.h"

#include <algorithm>
#include <utility>

#include "base/json_writer.h"
#include "model/derive.h"
#include "query/pr_rows.h"

namespace claudestep::query {

namespace {

constexpr int kMoneyDigits = 9;
constexpr int kTimeDigits = 6;

constexpr ExportColumn whole(std::string_view name) {
  return {name, ColumnKind::kInteger, 0};
}

constexpr ExportColumn words(std::string_view name) {
  return {name, ColumnKind::kText, 0};
}

constexpr ExportColumn flag(std::string_view name) {
  return {name, ColumnKind::kFlag, 0};
}

constexpr ExportColumn decimal(std::string_view name, int digits) {
  return {name, ColumnKind::kDecimal, digits};
}

std::string digits_of(Int128 number) {
  return format_scaled(number, 0);
}

ExportCell text_of(const model::Opt<model::Text>& text) {
  if (!text) return std::nullopt;
  return text->value;
}

ExportCell time_of(const std::optional<Instant>& instant) {
  if (!instant) return std::nullopt;
  return format_instant(*instant);
}

ExportCell time_of(const model::Opt<model::Time>& time) {
  if (!time) return std::nullopt;
  return format_instant(time->value.instant());
}

ExportCell number_of(const model::Opt<model::Integer>& number) {
  if (!number) return std::nullopt;
  return digits_of(number->value);
}

std::string flag_of(bool value) {
  return value ? "true" : "false";
}

// A JSON array, since an id may hold any character that could stand between two.
ExportCell list_of(const model::Opt<std::vector<model::Text>>& texts) {
  if (!texts) return std::nullopt;
  JsonWriter writer(JsonLayout::kCompact);
  writer.begin_array();
  for (const model::Text& text : *texts) writer.string(text.value);
  writer.end_array();
  return std::move(writer).finish();
}

std::vector<ExportRow> project_rows(const store::ProjectEntry& entry,
                                    const model::Project& project) {
  // At the end of time no claim counts, so that a row does not change while nobody writes.
  const model::Totals totals = model::totals_of(project, Instant{INT64_MAX / 2, 0});
  return {{entry.name,
           entry.path(),
           flag_of(entry.shelf == model::Shelf::kArchive),
           entry.blob.hex(),
           digits_of(totals.tasks),
           digits_of(totals.completed),
           digits_of(totals.in_progress),
           digits_of(totals.pending),
           digits_of(totals.pull_requests),
           digits_of(totals.open),
           digits_of(totals.merged),
           digits_of(totals.closed),
           digits_of(totals.ai_operations),
           to_string(totals.cost),
           digits_of(totals.cost.units),
           digits_of(totals.tokens_input),
           digits_of(totals.tokens_output),
           to_string(totals.duration),
           time_of(model::created_at_of(project)),
           time_of(project.last_updated),
           time_of(model::completed_at_of(project, totals)),
           project.plan ? text_of(project.plan->path) : std::nullopt}};
}

std::vector<ExportRow> export_tasks(const store::ProjectEntry& entry,
                                    const model::Project& project) {
  std::vector<ExportRow> rows;
  for (const model::Task& task : project.tasks) {
    const model::Opt<std::vector<model::Text>> none;
    rows.push_back({entry.name, digits_of(task.index.value), text_of(task.id),
                    task.description.value, std::string(model::to_string(task.status)),
                    flag_of(task.is_removed()), flag_of(task.is_checked()),
                    list_of(task.depends_on),
                    list_of(task.source ? task.source->requirements : none),
                    task.claim ? ExportCell(task.claim->by.value) : std::nullopt,
                    task.claim ? ExportCell(format_instant(task.claim->expires.value.instant()))
                               : std::nullopt});
  }
  return rows;
}

std::vector<ExportRow> export_pull_requests(const store::ProjectEntry& entry,
                                            const model::Project& project) {
  std::vector<ExportRow> rows;
  const model::TaskTable tasks(project);
  for (const model::PullRequest& pr : project.pull_requests) {
    const Money cost = model::cost_of(pr);
    // An index beside an id that names no task would join the row with somebody else's.
    const model::Task* task = tasks.of(pr);
    rows.push_back({entry.name, digits_of(pr.number.value),
                    task ? ExportCell(digits_of(task->index.value)) : std::nullopt,
                    task ? text_of(task->id) : std::nullopt, text_of(pr.branch_name),
                    text_of(pr.title), reviewer_of(pr), std::string(model::to_string(pr.state)),
                    time_of(pr.created_at), time_of(pr.merged_at), time_of(pr.closed_at),
                    text_of(pr.merge_commit), std::to_string(pr.ai_operations.size()),
                    to_string(cost), digits_of(cost.units)});
  }
  return rows;
}

void add_operations(const store::ProjectEntry& entry, const model::PullRequest& pr,
                    std::vector<ExportRow>& rows) {
  std::int64_t position = 0;
  for (const model::AiOperation& operation : pr.ai_operations) {
    const auto& cost = operation.cost_usd;
    rows.push_back(
        {entry.name, digits_of(pr.number.value), digits_of(++position), text_of(operation.type),
         text_of(operation.model), cost ? ExportCell(to_string(cost->value)) : std::nullopt,
         cost ? ExportCell(digits_of(cost->value.units)) : std::nullopt,
         time_of(operation.created_at), text_of(operation.workflow_run_id),
         text_of(operation.operation_id), number_of(operation.tokens_input),
         number_of(operation.tokens_output), number_of(operation.tokens_cache_read),
         number_of(operation.tokens_cache_write),
         operation.duration_seconds ? ExportCell(to_string(operation.duration_seconds->value))
                                    : std::nullopt});
  }
}

}  // namespace

std::string_view to_string(ExportTable table) {
  switch (table) {
    case ExportTable::kProjects:
      return "projects";
    case ExportTable::kTasks:
      return "tasks";
    case ExportTable::kPullRequests:
      return "pull_requests";
    case ExportTable::kAiOperations:
      break;
  }
  return "ai_operations";
}

std::optional<ExportTable> parse_export_table(std::string_view word) {
  const auto* const found =
      std::find_if(kExportTables.begin(), kExportTables.end(),
                   [&](ExportTable table) { return to_string(table) == word; });
  if (found == kExportTables.end()) return std::nullopt;
  return *found;
}

const std::vector<ExportColumn>& columns_of(ExportTable table) {
  static const std::vector<ExportColumn> projects = {
      words("project"),       words("file"),
      flag("archived"),       words("blob"),
      whole("tasks"),         whole("completed"),
      whole("in_progress"),   whole("pending"),
      whole("pull_requests"), whole("open"),
      whole("merged"),        whole("closed"),
      whole("ai_operations"), decimal("cost_usd", kMoneyDigits),
      whole("cost_nano_usd"), whole("tokens_input"),
      whole("tokens_output"), decimal("duration_seconds", kTimeDigits),
      words("created_at"),    words("last_updated"),
      words("completed_at"),  words("plan")};
  static const std::vector<ExportColumn> tasks = {
      words("project"),      whole("task_index"), words("task_id"),      words("description"),
      words("status"),       flag("removed"),     flag("checked"),       words("depends_on"),
      words("requirements"), words("claimed_by"), words("claim_expires")};
  static const std::vector<ExportColumn> pull_requests = {
      words("project"),       whole("pr_number"),
      whole("task_index"),    words("task_id"),
      words("branch_name"),   words("title"),
      words("reviewer"),      words("pr_state"),
      words("created_at"),    words("merged_at"),
      words("closed_at"),     words("merge_commit"),
      whole("ai_operations"), decimal("cost_usd", kMoneyDigits),
      whole("cost_nano_usd")};
  static const std::vector<ExportColumn> ai_operations = {words("project"),
                                                          whole("pr_number"),
                                                          whole("position"),
                                                          words("type"),
                                                          words("model"),
                                                          decimal("cost_usd", kMoneyDigits),
                                                          whole("cost_nano_usd"),
                                                          words("created_at"),
                                                          words("workflow_run_id"),
                                                          words("operation_id"),
                                                          whole("tokens_input"),
                                                          whole("tokens_output"),
                                                          whole("tokens_cache_read"),
                                                          whole("tokens_cache_write"),
                                                          decimal("duration_seconds", kTimeDigits)};
  switch (table) {
    case ExportTable::kProjects:
      return projects;
    case ExportTable::kTasks:
      return tasks;
    case ExportTable::kPullRequests:
      return pull_requests;
    case ExportTable::kAiOperations:
      break;
  }
  return ai_operations;
}

std::vector<ExportRow> rows_of(ExportTable table, const store::ProjectEntry& entry,
                               const model::Project& project) {
  switch (table) {
    case ExportTable::kProjects:
      return project_rows(entry, project);
    case ExportTable::kTasks:
      return export_tasks(entry, project);
    case ExportTable::kPullRequests:
      return export_pull_requests(entry, project);
    case ExportTable::kAiOperations:
      break;
  }
  std::vector<ExportRow> rows;
  for (const model::PullRequest& pr : project.pull_requests) add_operations(entry, pr, rows);
  return rows;
}

}  // namespace claudestep::query
